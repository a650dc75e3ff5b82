import pg from "pg";

/** A site serves; a command works beside it or without it; a restoration wants nobody else. */
export type Use = "site" | "command" | "alone";

const siteLock = 4_209_003;
const commandLock = 4_209_005;

/** A turn at the data, held by a connection: PostgreSQL takes it back when the process dies. */
export type Turn = {
  /** `leaving`: the last to leave an embedded database is stopping it; once it has, it can be started again. */
  state: "taken" | "busy" | "leaving";
  /** A command runs while a site serves the same data. */
  besideSite: boolean;
  /** Called when the turn is lost: PostgreSQL stopped or restarted, and another site might take the data. */
  onLost: (act: () => void) => void;
  /** Gives the turn back; the last to leave an embedded database stops it first, while nobody else may take a turn. */
  leave: (stop: () => Promise<void>) => Promise<void>;
};

/** Several sites may share an external database; the embedded one serves a single site. */
export async function takeTurn(ownerUrl: string, use: Use, embedded: boolean): Promise<Turn> {
  const client = new pg.Client({ connectionString: ownerUrl, keepAlive: true });
  client.on("error", () => undefined);
  await client.connect();
  const lock = async (kind: "exclusive" | "shared", key: number): Promise<boolean> => {
    const attempt = kind === "shared" ? "pg_try_advisory_lock_shared" : "pg_try_advisory_lock";
    const { rows } = await client.query<{ taken: boolean }>(`select ${attempt}($1) as taken`, [
      key,
    ]);
    return rows[0]?.taken ?? false;
  };
  /** The modes in which others hold a lock. Looking takes nothing: nobody is refused because somebody looked. */
  const heldAs = async (key: number): Promise<string[]> => {
    const { rows } = await client.query<{ mode: string }>(
      `select mode from pg_locks
        where locktype = 'advisory' and classid = 0 and objid = $1 and granted and pid <> pg_backend_pid()
          and database = (select oid from pg_database where datname = current_database())`,
      [key],
    );
    return rows.map(({ mode }) => mode);
  };
  const alone = use === "alone" || (use === "site" && embedded);
  const taken =
    use === "command"
      ? await lock("shared", commandLock)
      : await lock(alone ? "exclusive" : "shared", siteLock);
  const stopping = async () =>
    use === "command" ||
    (await heldAs(commandLock)).includes("ExclusiveLock") ||
    !(await heldAs(siteLock)).length;
  const state = taken ? "taken" : embedded && (await stopping()) ? "leaving" : "busy";
  const besideSite = use === "command" && (await heldAs(siteLock)).length > 0;
  let leaving = false;
  return {
    state,
    besideSite,
    onLost: (act) => client.once("end", () => leaving || act()),
    leave: async (stop) => {
      leaving = true;
      try {
        if (!embedded) return;
        await client.query("select pg_advisory_unlock_all()");
        if ((await lock("exclusive", commandLock)) && (await lock("exclusive", siteLock)))
          await stop();
      } catch {
        // PostgreSQL has stopped by itself: there is nothing left to give back.
      } finally {
        await client.end().catch(() => undefined);
      }
    },
  };
}
