import { randomInt } from "node:crypto";
import type { Tx } from "../../../platform/db/database.ts";
import { hashToken, newToken } from "../../people/index.ts";

/** Makes a link that opens a registration until its names are purged; gives its secret. Only the hash is kept. */
export async function newLink(tx: Tx, registrationId: string, now: Date): Promise<string> {
  const token = newToken();
  await tx
    .insertInto("registration_link")
    .values({ link_hash: hashToken(token), registration_id: registrationId, made_at: now })
    .execute();
  return token;
}

/** Neither 0 nor O, neither 1 nor I: a code is read aloud. */
const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A code nobody has yet in this commune. */
export async function newCode(tx: Tx): Promise<string> {
  for (;;) {
    const code = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join("");
    const taken = await tx
      .selectFrom("registration")
      .select("code")
      .where("code", "=", code)
      .executeTakeFirst();
    if (!taken) return code;
  }
}
