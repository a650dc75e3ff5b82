import pg from "pg";

/** Every row of every table as text, in order, and the work that waits. */
export async function content(ownerUrl: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const all: Record<string, string[]> = {};
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1",
    );
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from ${pg.escapeIdentifier(name)} t order by t::text collate "C"`,
      );
      all[name] = rows.map(({ row }) => row);
    }
    const jobs = await client.query(
      "select task_identifier, key, run_at, max_attempts, priority from graphile_worker.jobs order by 1, 2",
    );
    all["waiting jobs"] = jobs.rows.map((row) => JSON.stringify(row));
    return all;
  } finally {
    await client.end();
  }
}
