import { randomInt } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { hashToken } from "../queries.ts";
import { newToken } from "../tokens.ts";
import { codeAttempts, tokenMinutes, type CodeRefusal } from "./rules.ts";

export type Known = { id: string; name: string };

/** The person of an address, whatever they may do. */
export const personOfEmail = (tx: Tx, email: string): Promise<Known | undefined> =>
  tx
    .selectFrom("person")
    .select(["person_id as id", "name"])
    .where("email", "=", email)
    .executeTakeFirst();

/** Whether an invitation waits for this address. */
export const invitationWaits = async (tx: Tx, email: string, now: Date): Promise<boolean> =>
  (await tx
    .selectFrom("staff_invitation")
    .select("invitation_id")
    .where("email", "=", email)
    .where("accepted_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst()) !== undefined;

/** Secrets of one request to sign in: the browser keeps `request`, the mail holds `link` and `code`. */
export type Secrets = { request: string; link: string; code: string };

/** Notes a request to sign in. Only hashes are kept; the code's own hash holds the browser's secret too. */
export async function askToSignIn(
  tx: Tx,
  asked: { email: string; personId: string | undefined; next: string | undefined; now: Date },
): Promise<Secrets> {
  const secrets = {
    request: newToken(),
    link: newToken(),
    code: String(randomInt(1_000_000)).padStart(6, "0"),
  };
  await tx
    .insertInto("sign_in_token")
    .values({
      email: asked.email,
      person_id: asked.personId ?? null,
      request_hash: hashToken(secrets.request),
      link_hash: hashToken(secrets.link),
      code_hash: codeHash(secrets.request, secrets.code),
      next_path: asked.next ?? null,
      created_at: asked.now,
      expires_at: new Date(asked.now.getTime() + tokenMinutes * 60_000),
    })
    .execute();
  return secrets;
}

const codeHash = (request: string, code: string): string => hashToken(`${request} ${code}`);

export type OpenRequest = { email: string; spent: boolean };

/** The request a code page belongs to, while it lasts. */
export async function openRequest(
  tx: Tx,
  request: string,
  now: Date,
): Promise<OpenRequest | undefined> {
  const row = await tx
    .selectFrom("sign_in_token")
    .select(["email", "attempts"])
    .where("request_hash", "=", hashToken(request))
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row && { email: row.email, spent: row.attempts >= codeAttempts };
}

/** The address a link still opens the door for. */
export async function emailOfLink(tx: Tx, link: string, now: Date): Promise<string | undefined> {
  const row = await tx
    .selectFrom("sign_in_token")
    .select("email")
    .where("link_hash", "=", hashToken(link))
    .where("person_id", "is not", null)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row?.email;
}

export type Opening = { personId: string; next: string | undefined };

/** Uses a link up; nothing when it is unknown, used or too old. */
export async function useLink(tx: Tx, link: string, now: Date): Promise<Opening | undefined> {
  const row = await tx
    .updateTable("sign_in_token")
    .set({ used_at: now })
    .where("link_hash", "=", hashToken(link))
    .where("person_id", "is not", null)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .returning(["person_id", "next_path"])
    .executeTakeFirst();
  return row?.person_id ? { personId: row.person_id, next: row.next_path ?? undefined } : undefined;
}

/** Tries a code: each try counts, the fifth is the last, and the right code works once. */
export async function useCode(
  tx: Tx,
  tried: { request: string; code: string; now: Date },
): Promise<{ opening: Opening } | { refused: CodeRefusal; left: number }> {
  const row = await tx
    .updateTable("sign_in_token")
    .set({ attempts: sql`attempts + 1` })
    .where("request_hash", "=", hashToken(tried.request))
    .where("used_at", "is", null)
    .where("expires_at", ">", tried.now)
    .where("attempts", "<", codeAttempts)
    .returning(["token_id", "person_id", "next_path", "code_hash", "attempts"])
    .executeTakeFirst();
  if (!row) {
    const open = await openRequest(tx, tried.request, tried.now);
    return { refused: open ? "code_spent" : "code_expired", left: 0 };
  }
  if (!row.person_id || row.code_hash !== codeHash(tried.request, tried.code)) {
    const left = codeAttempts - row.attempts;
    return { refused: left > 0 ? "wrong_code" : "code_spent", left };
  }
  await tx
    .updateTable("sign_in_token")
    .set({ used_at: tried.now })
    .where("token_id", "=", row.token_id)
    .execute();
  return { opening: { personId: row.person_id, next: row.next_path ?? undefined } };
}

/** Where a request to sign in was leading, used or not. */
export async function destinationOf(
  tx: Tx,
  secret: { link: string } | { request: string },
): Promise<string | undefined> {
  const found = tx.selectFrom("sign_in_token").select("next_path");
  const row = await (
    "link" in secret
      ? found.where("link_hash", "=", hashToken(secret.link))
      : found.where("request_hash", "=", hashToken(secret.request))
  ).executeTakeFirst();
  return row?.next_path ?? undefined;
}

/** Once someone is in, the other mails they asked for open nothing more. */
export async function closeOtherRequests(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx
    .updateTable("sign_in_token")
    .set({ used_at: now })
    .where("person_id", "=", personId)
    .where("used_at", "is", null)
    .execute();
}

/** Whose session a token opens, while it lasts. */
export async function sessionOpenedBy(
  tx: Tx,
  token: string,
  now: Date,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("session")
    .select("person_id")
    .where("token_hash", "=", hashToken(token))
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row?.person_id;
}

/** Notes the day someone came. */
export async function noteSeen(tx: Tx, personId: string, day: string): Promise<void> {
  await tx
    .updateTable("person")
    .set({ last_seen_on: day })
    .where("person_id", "=", personId)
    .execute();
}

/** People of the invented commune one may enter as. */
export const inventedPeople = (tx: Tx): Promise<{ id: string; name: string }[]> =>
  tx
    .selectFrom("person")
    .select(["person_id as id", "name"])
    .where("demonstration", "=", true)
    .orderBy("name")
    .execute();
