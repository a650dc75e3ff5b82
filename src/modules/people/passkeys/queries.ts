import type { Tx } from "../../../platform/db/database.ts";
import { record } from "../../journal/index.ts";
import { hashToken } from "../queries.ts";
import type { Device } from "../space/devices.ts";
import { newToken } from "../tokens.ts";
import { challengeMinutes, countsForward } from "./rules.ts";

/** A device that opens the door, as its person sees it. */
export type AddedDevice = { id: string; device: Device; addedAt: Date; lastUsedAt: Date | null };

/** The same, as the proof is checked against it. */
export type KnownDevice = {
  id: string;
  personId: string;
  credentialId: string;
  publicKey: string;
  counter: number;
};

/** A new challenge, for someone who adds a device or for anyone who wants to enter; only its hash is kept. */
export async function openChallenge(tx: Tx, now: Date, personId?: string): Promise<string> {
  const challenge = newToken();
  await tx
    .insertInto("passkey_challenge")
    .values({
      challenge_hash: hashToken(challenge),
      person_id: personId ?? null,
      created_at: now,
      expires_at: new Date(now.getTime() + challengeMinutes * 60_000),
    })
    .execute();
  return challenge;
}

/** Uses a challenge up; false when it is unknown, used, too old, or was made for something else. */
export async function useChallenge(
  tx: Tx,
  challenge: string,
  now: Date,
  personId?: string,
): Promise<boolean> {
  const used = await tx
    .deleteFrom("passkey_challenge")
    .where("challenge_hash", "=", hashToken(challenge))
    .where("person_id", "is not distinct from", personId ?? null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return used.numDeletedRows > 0n;
}

type Added = {
  personId: string;
  credentialId: string;
  publicKey: string;
  counter: number;
  device: Device;
  at: Date;
};

/** Adds a device of a person; `passkey_credential_unique` refuses the one already there. */
export async function addDevice(tx: Tx, added: Added): Promise<void> {
  await tx
    .insertInto("passkey")
    .values({
      person_id: added.personId,
      credential_id: added.credentialId,
      public_key: added.publicKey,
      counter: added.counter,
      browser: added.device.browser ?? null,
      system: added.device.system ?? null,
      created_at: added.at,
    })
    .execute();
  await note(tx, added.personId, "passkey.added", added.at);
}

/** Devices of a person, the last added first. */
export async function devicesOf(
  tx: Tx,
  personId: string,
): Promise<(AddedDevice & { credentialId: string })[]> {
  const rows = await tx
    .selectFrom("passkey")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("created_at", "desc")
    .orderBy("passkey_id")
    .execute();
  return rows.map((row) => ({
    id: row.passkey_id,
    credentialId: row.credential_id,
    device: inWords(row),
    addedAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
}

export const deviceByCredential = (
  tx: Tx,
  credentialId: string,
): Promise<KnownDevice | undefined> =>
  tx
    .selectFrom("passkey")
    .select([
      "passkey_id as id",
      "person_id as personId",
      "credential_id as credentialId",
      "public_key as publicKey",
      "counter",
    ])
    .where("credential_id", "=", credentialId)
    // Two proofs at once: the second is compared with the count the first left.
    .forUpdate()
    .executeTakeFirst();

/** Notes a use of a device; false when its count went back. */
export async function noteUse(
  tx: Tx,
  { id, counter }: KnownDevice,
  now: { counter: number; at: Date },
): Promise<boolean> {
  if (!countsForward(counter, now.counter)) return false;
  await tx
    .updateTable("passkey")
    .set({ counter: now.counter, last_used_at: now.at })
    .where("passkey_id", "=", id)
    .execute();
  return true;
}

/** Removes a device of a person; gives what it was, or nothing when it is not theirs. */
export async function removeDevice(
  tx: Tx,
  personId: string,
  id: string,
  at: Date,
): Promise<Device | undefined> {
  const row = await tx
    .deleteFrom("passkey")
    .where("person_id", "=", personId)
    .where("passkey_id", "=", id)
    .returning(["browser", "system"])
    .executeTakeFirst();
  if (!row) return undefined;
  await note(tx, personId, "passkey.removed", at);
  return inWords(row);
}

const inWords = ({
  browser,
  system,
}: {
  browser: string | null;
  system: string | null;
}): Device => ({
  ...(browser ? { browser } : {}),
  ...(system ? { system } : {}),
});

const note = (tx: Tx, personId: string, action: string, at: Date): Promise<string> =>
  record(tx, {
    actor: { kind: "person", id: personId },
    at,
    subject: { kind: "person", id: personId },
    action,
  });
