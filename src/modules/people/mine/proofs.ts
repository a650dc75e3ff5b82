import type { Tx } from "../../../platform/db/database.ts";
import { hashToken } from "../queries.ts";
import { newToken } from "../tokens.ts";

/** Minutes a link lives: long enough to see, take away and erase. */
export const proofMinutes = 60;

type Purpose = "email_change" | "personal_data";
export type Proof = { id: string; email: string; personId: string | null };

/** Notes that an address is to be proven; gives the secret of its link. Only the hash is kept. */
export async function askProof(
  tx: Tx,
  asked: { purpose: Purpose; email: string; personId?: string; now: Date },
): Promise<string> {
  const token = newToken();
  await tx
    .insertInto("address_proof")
    .values({
      purpose: asked.purpose,
      email: asked.email,
      person_id: asked.personId ?? null,
      link_hash: hashToken(token),
      made_at: asked.now,
      expires_at: new Date(asked.now.getTime() + proofMinutes * 60_000),
    })
    .execute();
  return token;
}

/** What a link proves, while it lasts. */
export async function proofOf(
  tx: Tx,
  purpose: Purpose,
  token: string,
  now: Date,
): Promise<Proof | undefined> {
  return tx
    .selectFrom("address_proof")
    .select(["proof_id as id", "email", "person_id as personId"])
    .where("purpose", "=", purpose)
    .where("link_hash", "=", hashToken(token))
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
}

/** A link that changed something serves no more. */
export const useProof = (tx: Tx, id: string, now: Date) =>
  tx.updateTable("address_proof").set({ used_at: now }).where("proof_id", "=", id).execute();
