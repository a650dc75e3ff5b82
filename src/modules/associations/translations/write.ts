import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Origin } from "../record/write.ts";
import { frenchOfText } from "./queries.ts";
import { textKey, type TextWrite } from "./rules.ts";

/** What the history keeps of the texts of a write. */
export const textsTrace = (writes: readonly TextWrite[]): Record<string, unknown> =>
  Object.fromEntries(writes.map(({ lang, field, old, now }) => [textKey(lang, field), [old, now]]));

/** Writes texts in other languages; each keeps its identifier while it is only written again. */
export async function writeTexts(
  tx: Tx,
  writes: readonly { id: string; texts?: readonly TextWrite[] }[],
  { source, at }: Origin,
): Promise<void> {
  const rows = writes.flatMap(({ id, texts = [] }) =>
    texts.map(({ lang, field, now }) => ({
      association_id: id,
      lang,
      field,
      body: now?.text ?? null,
      french: now?.french ?? null,
      by_kind: now?.by ?? (source === "association" ? "association" : "agent"),
      written_at: now?.at ?? at.toISOString(),
    })),
  );
  if (!rows.length) return;
  const written = JSON.stringify(rows);
  const read = sql`jsonb_to_recordset(${written}::jsonb) as w(association_id uuid, lang text, field text, body text, french text, by_kind text, written_at timestamptz)`;
  await sql`
    delete from association_translation t using ${read}
    where w.body is null and t.association_id = w.association_id and t.lang = w.lang and t.field = w.field`.execute(
    tx,
  );
  await sql`
    insert into association_translation (association_id, lang, field, body, french, by_kind, written_at)
    select w.association_id, w.lang, w.field, w.body, w.french, w.by_kind, w.written_at
    from ${read} where w.body is not null
    on conflict on constraint association_translation_once do update
      set body = excluded.body, french = excluded.french, by_kind = excluded.by_kind, written_at = excluded.written_at`.execute(
    tx,
  );
}

/** What happens to the texts of an absorbed record: those made from the French that was kept win, else those of the record kept. */
export async function joinTexts(tx: Tx, kept: string, absorbed: string): Promise<void> {
  await sql`
    update association_translation t
    set body = other.body, french = other.french, by_kind = other.by_kind, written_at = other.written_at
    from association_translation other, association a
    where t.association_id = ${kept} and a.association_id = ${kept} and other.association_id = ${absorbed}
      and other.lang = t.lang and other.field = t.field
      and other.french = ${frenchOfText} and t.french is distinct from ${frenchOfText}`.execute(tx);
  await sql`
    delete from association_translation t using association_translation mine
    where t.association_id = ${absorbed} and mine.association_id = ${kept}
      and mine.lang = t.lang and mine.field = t.field`.execute(tx);
  await tx
    .updateTable("association_translation")
    .set({ association_id: kept })
    .where("association_id", "=", absorbed)
    .execute();
}
