import { act, type Tx } from "../../../platform/db/database.ts";
import { record } from "../../journal/index.ts";
import { hashToken, rolesOf } from "../queries.ts";
import { personOfEmail } from "../sign-in/queries.ts";
import { newToken } from "../tokens.ts";
import type { Entry } from "./client.ts";
import { entryMinutes, type Proved, type ProviderRefusal } from "./rules.ts";

/** Begins an entry; gives its secrets, and the one the browser keeps in a cookie. */
export async function openEntry(
  tx: Tx,
  next: string | undefined,
  now: Date,
): Promise<Entry & { browser: string }> {
  const entry = { state: newToken(), nonce: newToken(), verifier: newToken(), browser: newToken() };
  await tx
    .insertInto("provider_entry")
    .values({
      state_hash: hashToken(entry.state),
      browser_hash: hashToken(entry.browser),
      nonce: entry.nonce,
      verifier: entry.verifier,
      next_path: next ?? null,
      created_at: now,
      expires_at: new Date(now.getTime() + entryMinutes * 60_000),
    })
    .execute();
  return entry;
}

/** Whether a browser is where the provider sends it back to, by what it was given before leaving. */
export const entryWaits = async (
  tx: Tx,
  { state, browser }: { state: string; browser: string },
  now: Date,
): Promise<boolean> =>
  (await tx
    .selectFrom("provider_entry")
    .select("state_hash")
    .where("state_hash", "=", hashToken(state))
    .where("browser_hash", "=", hashToken(browser))
    .where("expires_at", ">", now)
    .executeTakeFirst()) !== undefined;

/** Uses an entry up; nothing when it is unknown, used, too old or begun in another browser. */
export async function takeEntry(
  tx: Tx,
  { state, browser }: { state: string; browser: string },
  now: Date,
): Promise<(Entry & { next: string | undefined }) | undefined> {
  const row = await tx
    .deleteFrom("provider_entry")
    .where("state_hash", "=", hashToken(state))
    .where("browser_hash", "=", hashToken(browser))
    .where("expires_at", ">", now)
    .returning(["nonce", "verifier", "next_path"])
    .executeTakeFirst();
  return (
    row && { state, nonce: row.nonce, verifier: row.verifier, next: row.next_path ?? undefined }
  );
}

/**
 * The agent behind what the provider proved: whom it named before, else whom its verified address belongs to. Only people
 * who work for the commune; nobody is created.
 */
export async function agentBehind(
  tx: Tx,
  issuer: string,
  { subject, email }: Proved,
  now: Date,
): Promise<{ personId: string } | { refused: ProviderRefusal }> {
  const known = await tx
    .selectFrom("provider_identity")
    .select("person_id")
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .executeTakeFirst();
  if (!known && !email) return { refused: "email_unverified" };
  const personId = known?.person_id ?? (await personOfEmail(tx, email ?? ""))?.id;
  if (!personId || (await rolesOf(tx, personId)).length === 0) return { refused: "not_staff" };
  if (known) return { personId };
  const outcome = await act(
    tx,
    { provider_identity_person_unique: "other_identity" as const },
    () => remember(tx, { issuer, subject, personId, now }),
  );
  return "refused" in outcome ? outcome : { personId };
}

async function remember(
  tx: Tx,
  {
    issuer,
    subject,
    personId,
    now,
  }: Record<"issuer" | "subject" | "personId", string> & { now: Date },
): Promise<void> {
  await tx
    .insertInto("provider_identity")
    .values({ issuer, subject, person_id: personId, created_at: now })
    .execute();
  await record(tx, {
    actor: { kind: "person", id: personId },
    at: now,
    subject: { kind: "person", id: personId },
    action: "staff.provider_recognised",
  });
}

/** Someone who no longer works here is recognised by the provider no more. */
export async function forgetIdentity(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom("provider_identity").where("person_id", "=", personId).execute();
}

/** Notes where a session signs out of the provider. */
export async function keepExit(tx: Tx, token: string, exit: string): Promise<void> {
  await tx
    .updateTable("session")
    .set({ provider_exit: exit })
    .where("token_hash", "=", hashToken(token))
    .execute();
}

/** Where a session signs out of the provider, when it came from there. */
export async function exitOfSession(tx: Tx, sessionId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("session")
    .select("provider_exit")
    .where("session_id", "=", sessionId)
    .executeTakeFirst();
  return row?.provider_exit ?? undefined;
}
