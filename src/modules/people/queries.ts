import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Role } from "../../platform/http/person.ts";
import type { Device } from "./space/devices.ts";

/** Tokens are random enough that a plain SHA-256 keeps them; only the hash is stored. */
export const hashToken = (token: string): string =>
  createHash("sha256").update(token).digest("hex");

export type SignedIn = {
  id: string;
  sessionId: string;
  name: string;
  email: string;
  roles: Role[];
};

/** The person a session cookie belongs to, while the session lasts. */
export async function personOfSession(
  tx: Tx,
  token: string,
  now: Date,
): Promise<SignedIn | undefined> {
  const row = await tx
    .selectFrom("session")
    .innerJoin("person", "person.person_id", "session.person_id")
    .select(["session_id", "person.person_id", "person.name", "person.email"])
    .select(
      sql<
        Role[]
      >`array(select role from staff_role s where s.commune_id = person.commune_id and s.person_id = person.person_id order by role)`.as(
        "roles",
      ),
    )
    .where("token_hash", "=", hashToken(token))
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return (
    row && {
      id: row.person_id,
      sessionId: row.session_id,
      name: row.name,
      email: row.email,
      roles: row.roles,
    }
  );
}

/** Opens a session of `days` days for a person, on a device described in words. */
export async function openSession(
  tx: Tx,
  personId: string,
  token: string,
  now: Date,
  days = 30,
  device: Device = {},
): Promise<void> {
  await tx
    .insertInto("session")
    .values({
      token_hash: hashToken(token),
      person_id: personId,
      created_at: now,
      expires_at: new Date(now.getTime() + days * 86_400_000),
      browser: device.browser ?? null,
      system: device.system ?? null,
    })
    .execute();
}

/** Makes a person, or finds the one of this address; gives their id. */
export async function ensurePerson(tx: Tx, email: string, name: string): Promise<string> {
  const address = email.trim().toLowerCase();
  await tx
    .insertInto("person")
    .values({ email: address, name })
    .onConflict((conflict) => conflict.constraint("person_email_unique").doNothing())
    .execute();
  const row = await tx
    .selectFrom("person")
    .select("person_id")
    .where("email", "=", address)
    .executeTakeFirstOrThrow();
  return row.person_id;
}

export async function grantRole(tx: Tx, personId: string, role: Role, by?: string): Promise<void> {
  await tx
    .insertInto("staff_role")
    .values({ person_id: personId, role, granted_by: by ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Roles of a person who works for the commune, in the order of the codes. */
export async function rolesOf(tx: Tx, personId: string): Promise<Role[]> {
  const rows = await tx
    .selectFrom("staff_role")
    .select("role")
    .where("person_id", "=", personId)
    .orderBy("role")
    .execute();
  return rows.map((row) => row.role as Role);
}

/** Lets anyone enter as this person in demonstration, on the machine that runs it. */
export async function offerInDemonstration(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable("person")
    .set({ demonstration: true })
    .where("person_id", "=", personId)
    .execute();
}
