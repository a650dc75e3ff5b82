import { sql } from "kysely";
import type { House } from "../../../platform/http/ask.ts";
import { retention } from "../../../platform/retention.ts";

/** Forgets papers removed or replaced long ago, and those of associations that left; the nightly sweep takes the bytes nobody names any more. */
export async function forgetPapers(house: House, communeId: number): Promise<void> {
  const before = (days: number) => new Date(house.clock.now().getTime() - days * 86_400_000);
  await house.database.write(communeId, async (tx) => {
    await sql`
      delete from association_document
      where removed_at < ${before(retention.removedPaperDays)}
         or replaced_at < ${before(retention.replacedPaperDays)}`.execute(tx);
    await sql`
      delete from file f where kind = 'paper'
        and not exists (select from association_document d where d.file_id = f.file_id)`.execute(
      tx,
    );
  });
}
