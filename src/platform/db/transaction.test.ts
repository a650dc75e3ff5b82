import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import pg from "pg";
import { addCommune } from "../../modules/communes/index.ts";
import { freshDatabase, type FreshDatabase } from "../../testing/database.ts";
import { openDatabase, type Database, type Tx } from "./database.ts";

let fresh: FreshDatabase;
let database: Database;
let communeId: number;
before(async () => {
  fresh = await freshDatabase();
  communeId = await addCommune(fresh.ownerUrl, { slug: "ici", name: "Ici", hosts: ["ici.test"] });
  database = openDatabase(fresh.appUrl, { connections: 1 });
});
after(async () => {
  await database.close();
  await fresh.drop();
});

const nth = async (tx: Tx): Promise<number> =>
  (await sql<{ n: number }>`select nextval('rank')::integer as n`.execute(tx)).rows[0]?.n ?? 0;
const addClosed = (tx: Tx, name: string, day = "2026-05-01") =>
  tx.insertInto("closed_day").values({ name, first_day: day, last_day: day }).execute();
const closedNames = (tx: Tx) => tx.selectFrom("closed_day").select("name").execute();
const broken = (tx: Tx) => sql`select 1 / 0`.execute(tx);

test("what is asked at once is answered in the order it was asked, built or written", async () => {
  await database.write(communeId, (tx) => sql`create temporary sequence rank`.execute(tx));
  const ranks = await database.write(communeId, async (tx) => {
    const built = () =>
      tx
        .selectNoFrom(sql<number>`nextval('rank')::integer`.as("n"))
        .executeTakeFirstOrThrow()
        .then(({ n }) => n);
    return Promise.all([nth(tx), built(), nth(tx), built(), built(), nth(tx)]);
  });
  assert.deepEqual(ranks, [1, 2, 3, 4, 5, 6]);
});

test("of several asked at once, the fault told is that of the one that failed", async () => {
  const asked = database.write(communeId, (tx) =>
    Promise.all([(async () => void (await broken(tx)))(), closedNames(tx), nth(tx)]),
  );
  await assert.rejects(asked, /division by zero/);
});

test("a fault nobody told is told at the end, and nothing of it is kept", async () => {
  const asked = database.write(communeId, async (tx) => {
    await addClosed(tx, "perdu");
    await broken(tx).catch(() => undefined);
  });
  await assert.rejects(asked, /nothing was kept/);
  assert.deepEqual(await database.read(communeId, closedNames), []);
});

test("what is still asked of a transaction that is over is never asked of the next one", async () => {
  let late: Promise<unknown> = Promise.resolve();
  const asked = database.write(communeId, async (tx) => {
    const slow = async () => {
      await closedNames(tx);
      await new Promise((resolve) => setTimeout(resolve, 30));
      await addClosed(tx, "trop tard");
    };
    late = slow().catch((fault: Error) => fault.message);
    await broken(tx);
  });
  await assert.rejects(asked, /division by zero/);
  await database.write(communeId, (tx) => addClosed(tx, "à temps"));
  assert.equal(await late, "asked of a transaction that is over");
  assert.deepEqual(await database.read(communeId, closedNames), [{ name: "à temps" }]);
});

test("a transaction nothing is asked of takes no connection", async () => {
  const held = await database.pool.connect();
  try {
    assert.equal(await database.read(communeId, async () => "sans rien demander"), "sans rien demander"); // prettier-ignore
  } finally {
    held.release();
  }
});

test("a refusal at the end leaves the connection fit for the next one", async () => {
  const asked = database.write(communeId, (tx) =>
    Promise.all([broken(tx), sql`select pg_backend_pid()`.execute(tx)]),
  );
  await assert.rejects(asked, pg.DatabaseError);
  assert.equal((await database.read(communeId, closedNames)).length, 1);
});

/** What is refused only when it ends. */
const late = async (tx: Tx) => {
  await sql`create temporary table late (n integer, constraint late_once unique (n) deferrable initially deferred)`.execute(
    tx,
  );
  await sql`insert into late values (1), (1)`.execute(tx);
};

test("an end that fails is told, and harms nothing of who has the connection next", async () => {
  const next = database.write.bind(database, communeId, async (tx) => {
    await addClosed(tx, "après", "2026-05-08");
    await new Promise((resolve) => setTimeout(resolve, 30));
    await closedNames(tx);
  });
  const [first, second] = await Promise.allSettled([database.write(communeId, late), next()]);
  assert.match(String(first.status === "rejected" && first.reason), /late_once/);
  assert.equal(second.status, "fulfilled");
  assert.ok((await database.read(communeId, closedNames)).some(({ name }) => name === "après"));
});
