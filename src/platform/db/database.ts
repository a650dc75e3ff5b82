import { availableParallelism } from "node:os";
import { setTimeout as after } from "node:timers/promises";
import { Kysely, sql } from "kysely";
import pg from "pg";
import { StartFault } from "../config.ts";
import { openPool } from "./pool.ts";
import { preparingDialect } from "./prepared.ts";
import { inCommune, requireCommune, type Tx } from "./transaction.ts";
import type { DB } from "./types.ts";

export type { Tx };

/** Questions asked whole, in one call. */
export type Asked = "search_directory" | "search_activities" | "search_neighbours";

/** The site's database: work always happens inside one commune. */
export type Database = {
  /** Runs `work` in a read-only transaction of a commune. */
  read: <T>(communeId: number, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The same on the replica when there is one, for pages that may be a moment late; opened by its first statement. */
  readPublic: <T>(communeId: number, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The same for a piece of a long reading, on connections of its own: a request that holds one never waits for another of them. */
  readSlice: <T>(communeId: number, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Asks a function that changes nothing by itself, there too: one round trip, planned once a connection. Answers its JSON. */
  ask: (communeId: number, asked: Asked, question: object) => Promise<unknown>;
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
const dayList = 1182 as typeof pg.types.builtins.DATE;
pg.types.setTypeParser(dayList, (value) => value.slice(1, -1).split(",").filter(Boolean));
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Opens the pool of the runtime role. */
export function openDatabase(
  url: string,
  options: {
    replicaUrl?: string | undefined;
    connections?: number;
    /** Told of each replay. */
    onReplay?: () => void;
  } = {},
): Database {
  const connections = options.connections ?? 10;
  const pool = openPool(url, connections);
  const outside = new Kysely<DB>({ dialect: preparingDialect(pool) });
  const beside = openPool(url, 2);
  const replicaPool = options.replicaUrl ? openPool(options.replicaUrl, connections) : undefined;
  const slices = openPool(options.replicaUrl ?? url, 2);
  // Its own: who holds a transaction never waits for itself. More than there are cores would only take longer turns.
  const few = Math.min(connections, Math.max(2, availableParallelism()));
  const alone = openPool(options.replicaUrl ?? url, few);
  return {
    read: (communeId, work) => inCommune(pool, communeId, "read only", work),
    readPublic: (communeId, work) => inCommune(replicaPool ?? pool, communeId, "read only", work),
    readSlice: (communeId, work) => inCommune(slices, communeId, "read only", work),
    ask: (communeId, asked, question) => askAlone(alone, communeId, asked, question),
    write: (id, work) => replayed(() => inCommune(pool, id, "read write", work), options.onReplay),
    aside: (id, work) =>
      replayed(() => inCommune(beside, id, "read write", work), options.onReplay),
    outside,
    pool,
    close: async () => {
      await outside.destroy();
      // Nothing was asked outside of a commune: it has not opened the pool, and leaves it open.
      if (!pool.ending) await pool.end();
      await Promise.all([beside, alone, slices, replicaPool].map((one) => one?.end()));
    },
  };
}

async function askAlone(
  pool: pg.Pool,
  communeId: number,
  asked: Asked,
  question: object,
): Promise<unknown> {
  requireCommune(communeId);
  // Alone in its transaction: the commune is forgotten with it.
  const { rows } = await pool.query<{ answer: unknown }>({
    name: asked,
    text: `select ${asked}($2::jsonb) as answer from set_config('app.commune', $1, true)`,
    values: [String(communeId), JSON.stringify(question)],
  });
  return rows[0]?.answer;
}

const replayable = new Set(["40001", "40P01"]);

/** What could not be done beside something else, and may be begun again. */
export const mayReplay = (fault: unknown): boolean =>
  fault instanceof pg.DatabaseError && replayable.has(fault.code ?? "");

async function replayed<T>(attempt: () => Promise<T>, onReplay?: () => void): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (fault) {
      if (tries >= 5 || !mayReplay(fault)) throw fault;
    }
    onReplay?.();
    // At random, and longer each time: those who hindered each other do not come back at one instant.
    await after(Math.random() * 10 * 2 ** tries);
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
  try {
    const [, done] = await Promise.all([sql`savepoint act`.execute(tx), work()]);
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
