import type { Tx } from "../../../platform/db/database.ts";
import { textFields } from "../codes.ts";
import type { Situation } from "../record/fields.ts";
import { situationOf } from "../record/queries.ts";
import { writeAll, type Origin } from "../record/write.ts";
import { textsOf } from "./queries.ts";
import { textWrites, wordedOf, type Base, type French, type Text, type Typed } from "./rules.ts";

/** The texts of an association: the record they belong to, and those in other languages. */
export type Written = { situation: Situation; texts: Text[] };

/** An association with its texts, locked until the transaction ends when `lock` says so. */
export async function writtenOf(tx: Tx, id: string, lock = false): Promise<Written | undefined> {
  const situation = await situationOf(tx, id, lock);
  if (!situation || situation.mergedInto) return undefined;
  return { situation, texts: await textsOf(tx, id) };
}

/** The French texts of a record. */
export const frenchOf = ({ situation }: Written): French => situation.record;

/** What the form of a language shows: the texts that have a French one, and those whose French was taken away. */
export function baseOf(written: Written, lang: string): Base {
  const french = frenchOf(written);
  const texts: Record<string, string | null> = {};
  const beside: Record<string, string | null> = {};
  for (const field of textFields) {
    const known = written.texts.find((text) => text.lang === lang && text.field === field);
    if (!known && !french[field]) continue;
    texts[field] = known?.body ?? null;
    beside[field] = french[field];
  }
  return { texts, french: beside };
}

/** Writes the texts of a language; when the form was opened on other texts, French or not, nothing is written. */
export async function saveTexts(
  tx: Tx,
  edit: { id: string; lang: string; typed: Typed; base: unknown },
  origin: Origin,
): Promise<{ saved: boolean } | { moved: Written } | undefined> {
  const written = await writtenOf(tx, edit.id, true);
  if (!written) return undefined;
  const now = baseOf(written, edit.lang);
  if (JSON.stringify(now) !== JSON.stringify(edit.base)) return { moved: written };
  const texts = textWrites(edit.lang, edit.typed, { texts: written.texts, now: frenchOf(written) });
  const lines = await writeAll(
    tx,
    [{ id: edit.id, changes: {}, texts }],
    origin,
    "association.translated",
  );
  return { saved: lines.length > 0 };
}

/** Takes away everything an association says in a language; false when it says nothing. */
export async function removeTexts(
  tx: Tx,
  { id, lang }: { id: string; lang: string },
  origin: Origin,
): Promise<boolean> {
  const written = await writtenOf(tx, id, true);
  const texts = (written?.texts ?? [])
    .filter((text) => text.lang === lang)
    .map((text) => ({ lang, field: text.field, old: wordedOf(text), now: null }));
  return (
    (await writeAll(tx, [{ id, changes: {}, texts }], origin, "association.translated")).length > 0
  );
}
