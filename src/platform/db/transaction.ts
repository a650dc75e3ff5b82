import type { Writable } from "node:stream";
import { Kysely } from "kysely";
import pg from "pg";
import { preparingDialect } from "./prepared.ts";
import type { DB } from "./types.ts";

/** One commune's open transaction. Module code never mentions the commune: row-level security and column defaults do. */
export type Tx = Kysely<DB>;

/**
 * With `askAlone`, the one place that opens work in a commune: a transaction that takes a connection when something is first asked of
 * it. What is asked at once (`Promise.all`) goes to the database at once, in the order it is asked, and so does its beginning: one
 * round trip for all of it. A throw rolls back.
 */
export async function inCommune<T>(
  pool: pg.Pool,
  communeId: number,
  mode: "read only" | "read write",
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  requireCommune(communeId);
  let taken: Promise<Begun> | undefined;
  let over = false;
  let faulty: unknown;
  const query = async (text: string | pg.QueryConfig, values?: unknown[]) => {
    const { client } = await (taken ??= begin(pool, communeId, mode));
    // Of several asked at once, one that failed has ended it: the connection may be somebody else's already.
    if (over) throw new Error("asked of a transaction that is over");
    together(client);
    return client.query(text as string, values).catch((fault: unknown) => {
      throw (faulty = causeOf(fault, faulty));
    });
  };
  const lazy = { connect: async () => ({ query, release: () => undefined }), end: async () => undefined }; // prettier-ignore
  const tx = new Kysely<DB>({ dialect: preparingDialect(lazy) });
  const ending = async (how: "commit" | "rollback") => {
    over = true;
    if (taken) await end(await taken, how);
  };
  const result = await (async () => work(tx))().catch(async (fault: unknown) => {
    // The fault is told, whatever becomes of the connection.
    await ending("rollback").catch(() => undefined);
    throw fault;
  });
  await ending("commit");
  return result;
}

/** Of several asked at once, those after the one that failed say only that one did: what it said is what is told. */
const causeOf = (fault: unknown, earlier: unknown): unknown =>
  fault instanceof pg.DatabaseError && fault.code === "25P02" ? (earlier ?? fault) : fault;

export function requireCommune(communeId: number): void {
  if (!Number.isSafeInteger(communeId)) throw new Error("work needs a commune");
}

type Begun = { client: pg.PoolClient; begun: Promise<Error | undefined> };

async function begin(
  pool: pg.Pool,
  communeId: number,
  mode: "read only" | "read write",
): Promise<Begun> {
  const client = await pool.connect();
  together(client);
  const text = `begin transaction ${mode}; set local app.commune = '${communeId}'`;
  // Not waited for: the first statement follows it, and fails when it does.
  const begun = client.query(text).then(
    () => undefined,
    (fault: Error) => fault,
  );
  return { client, begun };
}

/** Ends it and gives the connection back; one that failed is given up. */
async function end({ client, begun }: Begun, how: "commit" | "rollback"): Promise<void> {
  const ended = await client.query(how).catch((fault: Error) => fault);
  const fault = (await begun) ?? (ended instanceof Error ? ended : undefined);
  client.release(fault && !(fault instanceof pg.DatabaseError) ? fault : undefined);
  if (fault) throw fault;
  // A statement failed and whoever asked it said nothing: what seems done is not.
  if (how === "commit" && (ended as pg.QueryResult).command !== "COMMIT")
    throw new Error("a statement of this transaction failed: nothing was kept");
}

/** What is sent to a connection until the program waits leaves in one write. */
function together(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
