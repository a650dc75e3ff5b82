import { asOwner } from "./database.ts";
import type { TestSite } from "./site.ts";

/** Work in a site's database as its owner, who sees every commune and the worker's own tables. */
export const ownerOf =
  (site: TestSite) =>
  async <T>(work: Parameters<typeof asOwner<T>>[1]): Promise<T> => {
    const { rows } = await site.database.pool.query<{ name: string }>(
      "select current_database() as name",
    );
    return asOwner(rows[0]?.name ?? "", work);
  };

/** Tables, in any schema, that hold a text anywhere in a row, case aside. */
export const holding = (site: TestSite, text: string): Promise<string[]> =>
  ownerOf(site)(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
       where relkind in ('r', 'm') and nspname !~ '^(pg_|information_schema)' order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query(
        `select 1 from ${name} as a_whole_row where position(lower($1) in lower(a_whole_row::text)) > 0 limit 1`,
        [text],
      );
      if (rows.length) found.push(name);
    }
    return found;
  });
