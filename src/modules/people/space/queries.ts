import type { Tx } from "../../../platform/db/database.ts";
import type { Device } from "./devices.ts";

export type OpenSession = { id: string; device: Device; since: Date };

/** Open sessions of a person, newest first. */
export async function sessionsOf(tx: Tx, personId: string, now: Date): Promise<OpenSession[]> {
  const rows = await tx
    .selectFrom("session")
    .select(["session_id", "browser", "system", "created_at"])
    .where("person_id", "=", personId)
    .where("expires_at", ">", now)
    .orderBy("created_at", "desc")
    .orderBy("session_id")
    .execute();
  return rows.map((row) => ({
    id: row.session_id,
    device: {
      ...(row.browser ? { browser: row.browser } : {}),
      ...(row.system ? { system: row.system } : {}),
    },
    since: row.created_at,
  }));
}

/** Ends one session of a person; false when it is not theirs or already over. */
export async function endSession(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
  const ended = await tx
    .deleteFrom("session")
    .where("person_id", "=", personId)
    .where("session_id", "=", sessionId)
    .executeTakeFirst();
  return ended.numDeletedRows > 0n;
}

/** Ends the sessions of a person, but for the one `kept`. */
export async function endSessions(tx: Tx, personId: string, kept?: string): Promise<void> {
  let sessions = tx.deleteFrom("session").where("person_id", "=", personId);
  if (kept) sessions = sessions.where("session_id", "!=", kept);
  await sessions.execute();
}
