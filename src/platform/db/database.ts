import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { StartFault } from "../config.ts";
import { openPool } from "./pool.ts";
import type { DB } from "./types.ts";

/** One commune's open transaction. Module code never mentions the commune: row-level security and column defaults do. */
export type Tx = Kysely<DB>;

/** The site's database: work always happens inside one commune. */
export type Database = {
  /** Runs `work` in a read-only transaction of a commune. */
  read: <T>(communeId: number, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The same on the replica when there is one: for pages that may be a moment late. */
  readPublic: <T>(communeId: number, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Runs `work` in a writing transaction; a throw rolls back. Replayed on serialization failure or deadlock. */
  write: <T>(communeId: number, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** A short write of its own beside a request's transaction, on connections of its own: requests never wait for each other. */
  aside: <T>(communeId: number, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Outside any commune: host names, health. */
  outside: Kysely<DB>;
  pool: pg.Pool;
  close: () => Promise<void>;
};

// Days stay strings, counts stay numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Opens the pool of the runtime role. */
export function openDatabase(
  url: string,
  options: { replicaUrl?: string | undefined; connections?: number } = {},
): Database {
  const connections = options.connections ?? 10;
  const pool = openPool(url, connections);
  const main = kyselyOn(pool);
  const replicaPool = options.replicaUrl ? openPool(options.replicaUrl, connections) : undefined;
  const beside = kyselyOn(openPool(url, 2));
  const replica = replicaPool ? kyselyOn(replicaPool) : main;
  return {
    read: (communeId, work) => inCommune(main, communeId, "read only", work),
    readPublic: (communeId, work) => inCommune(replica, communeId, "read only", work),
    write: (communeId, work) => replayed(() => inCommune(main, communeId, "read write", work)),
    aside: (communeId, work) => replayed(() => inCommune(beside, communeId, "read write", work)),
    outside: main,
    pool,
    close: async () => {
      await main.destroy();
      await beside.destroy();
      if (replicaPool) await replica.destroy();
    },
  };
}

const kyselyOn = (pool: pg.Pool) => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });

/** The one place that opens work in a commune. */
async function inCommune<T>(
  db: Kysely<DB>,
  communeId: number,
  mode: "read only" | "read write",
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (!Number.isSafeInteger(communeId)) throw new Error("work needs a commune");
  return db.connection().execute(async (tx) => {
    await sql.raw(`begin transaction ${mode}; set local app.commune = '${communeId}'`).execute(tx);
    try {
      const result = await work(tx);
      await sql`commit`.execute(tx);
      return result;
    } catch (fault) {
      await sql`rollback`.execute(tx).catch(() => undefined);
      throw fault;
    }
  });
}

const replayable = new Set(["40001", "40P01"]);

async function replayed<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (fault) {
      if (tries >= 5 || !(fault instanceof pg.DatabaseError) || !replayable.has(fault.code ?? ""))
        throw fault;
    }
  }
}

/** The name of the constraint a database error broke, if it is one. */
export const brokenConstraint = (fault: unknown): string | undefined =>
  fault instanceof pg.DatabaseError && fault.code?.startsWith("23") ? fault.constraint : undefined;

/**
 * Acts inside a savepoint with constraints checked at once: a named constraint that refuses becomes a value of `refusals`,
 * the savepoint is rolled back, and the page can still be read and rendered. Any other fault is thrown.
 */
export async function act<T, R extends string>(
  tx: Tx,
  refusals: Readonly<Record<string, R>>,
  work: () => Promise<T>,
): Promise<{ done: T } | { refused: R }> {
  await sql`savepoint act`.execute(tx);
  try {
    const done = await work();
    await sql.raw("set constraints all immediate; release savepoint act").execute(tx);
    return { done };
  } catch (fault) {
    await sql`rollback to savepoint act`.execute(tx);
    const refused = refusals[brokenConstraint(fault) ?? ""];
    if (!refused) throw fault;
    return { refused };
  }
}

/** Refuses to serve with a role that could see every commune. */
export async function checkRuntimeRole(database: Database): Promise<void> {
  const { rows } = await sql<{ risky: boolean }>`
    select (rolsuper or rolbypassrls or exists (select 1 from pg_class where relowner = pg_roles.oid and relname = 'commune')) as risky
    from pg_roles where rolname = current_user`.execute(database.outside);
  if (rows[0]?.risky !== false)
    throw new StartFault(
      "Le rôle de DATABASE_URL est propriétaire de la base ou contourne la séparation des communes : donnez-en un autre, simple, sans BYPASSRLS.",
    );
}
