import { randomBytes } from "node:crypto";
import pg from "pg";
import { migrate } from "../platform/db/migrate.ts";
import { openDatabase, type Database } from "../platform/db/database.ts";

/** Address of a role on a database of the test cluster, which the test command starts. */
function testUrl(role: "maillage_owner" | "maillage_app", name: string): string {
  const pattern = process.env["MAILLAGE_TEST_URL"];
  if (!pattern) throw new Error("Run tests with `npm test`: it starts the PostgreSQL they need.");
  return pattern.replace("ROLE", role).replace("DATABASE", name);
}

export type FreshDatabase = {
  database: Database;
  name: string;
  ownerUrl: string;
  appUrl: string;
  drop: () => Promise<void>;
  /** Leaves it to the tests that follow, as a template of that name. */
  keepAs: (template: string) => Promise<void>;
};

/** A migrated, empty database of its own, copied from a template: one per test or per file. */
export async function freshDatabase(template = "maillage_template"): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asOwner("postgres", async (client) => {
    await client.query("select pg_advisory_lock(4209002)");
    const made = await client.query(
      "select 1 from pg_database where datname = 'maillage_template'",
    );
    if (!made.rowCount) {
      await client.query("create database maillage_making");
      await migrate(
        testUrl("maillage_owner", "maillage_making"),
        testUrl("maillage_app", "maillage_making"),
      );
      await client.query("alter database maillage_making rename to maillage_template");
    }
    await client.query(`create database ${name} template ${template}`);
    await client.query("select pg_advisory_unlock(4209002)");
  });
  const appUrl = testUrl("maillage_app", name);
  const database = openDatabase(appUrl, { connections: 6 });
  return {
    database,
    name,
    ownerUrl: testUrl("maillage_owner", name),
    appUrl,
    drop: async () => {
      await database.close();
      await dropDatabase(name);
    },
    keepAs: async (kept) => {
      await database.close();
      await asOwner("postgres", (client) =>
        onceLeft(() => client.query(`alter database ${name} rename to ${kept}`)),
      );
    },
  };
}

/** Drops a database whose last connections, or the server's own rounds, may still be leaving. */
export const dropDatabase = (name: string): Promise<void> =>
  asOwner("postgres", (client) =>
    onceLeft((late) =>
      client.query(`drop database if exists ${name}${late ? " with (force)" : ""}`),
    ),
  );

// A closed connection takes a moment to leave the server: wait for it, and only then show the late ones out.
async function onceLeft(act: (late: boolean) => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      await act(tries > 60);
      return;
    } catch (fault) {
      if (tries >= 80) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
}

/** Runs a statement as the owner of the schema: only for what the site itself may not do. */
export async function asOwner<T>(
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: testUrl("maillage_owner", database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
