import type { Tx } from "../../../platform/db/database.ts";
import { sql } from "kysely";
import type { Line } from "../search/document-row.ts";

export type Chosen = Line & { phone: string | null; email: string | null };

/** The listed associations of a shortlist, in its order; those that left the directory are left out. */
export async function chosenLines(tx: Tx, slugs: readonly string[]): Promise<Chosen[]> {
  if (!slugs.length) return [];
  const { rows } = await sql<{ line: Line; phone: string | null; email: string | null }>`
    select d.line, (select c.phone from association_contact c where c.association_id = d.association_id and c.phone_public
        and c.phone is not null order by c.position limit 1) as phone,
      (select c.email from association_contact c where c.association_id = d.association_id and c.email_public
        and c.email is not null order by c.position limit 1) as email
    from association a join search_document d on d.association_id = a.association_id
    where a.slug = any(${[...slugs]}::text[])`.execute(tx);
  const bySlug = new Map(rows.map((row) => [row.line.slug, row]));
  return slugs.flatMap((slug) => {
    const row = bySlug.get(slug);
    return row ? [{ ...row.line, phone: row.phone, email: row.email }] : [];
  });
}
