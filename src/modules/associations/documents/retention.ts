import { sql } from "kysely";
import type { House } from "../../../platform/http/ask.ts";
import { retention } from "../../../platform/retention.ts";

/** Forgets papers removed or replaced long ago, and those of associations that left; then bytes nobody names any more. */
export async function forgetPapers(house: House, communeId: number): Promise<void> {
  const before = (days: number) => new Date(house.clock.now().getTime() - days * 86_400_000);
  const gone = await house.database.write(communeId, async (tx) => {
    await sql`
      delete from association_document
      where removed_at < ${before(retention.removedPaperDays)}
         or replaced_at < ${before(retention.replacedPaperDays)}`.execute(tx);
    const { rows } = await sql<{ sha256: string }>`
      delete from file f where kind = 'paper'
        and not exists (select from association_document d where d.file_id = f.file_id)
      returning sha256`.execute(tx);
    return rows;
  });
  for (const { sha256 } of gone) {
    const { rows } = await sql<{ named: boolean }>`
      select file_is_named(${sha256}) as named`.execute(house.database.outside);
    if (!rows[0]?.named) await house.files.forget(sha256);
  }
}
