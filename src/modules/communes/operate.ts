import pg from "pg";

export type NewCommune = {
  slug: string;
  name: string;
  insee?: string | undefined;
  hosts: readonly string[];
  demonstration?: boolean;
};

/** Adds a commune, as the owner of the database: the running site may not. Gives its number. */
export async function addCommune(ownerUrl: string, commune: NewCommune): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query<{ commune_id: number }>(
      "insert into commune (slug, name, insee, demonstration) values ($1, $2, $3, $4) returning commune_id",
      [commune.slug, commune.name, commune.insee ?? null, commune.demonstration ?? false],
    );
    const id = rows[0]?.commune_id ?? 0;
    for (const host of commune.hosts)
      await client.query("insert into commune_host (host, commune_id) values (lower($1), $2)", [
        host,
        id,
      ]);
    await client.query("insert into content_version (commune_id) values ($1)", [id]);
    await client.query("commit");
    return id;
  } catch (fault) {
    await client.query("rollback");
    throw fault;
  } finally {
    await client.end();
  }
}
