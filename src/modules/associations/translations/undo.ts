import type { HistoryLine } from "../../journal/index.ts";
import type { TextField } from "../codes.ts";
import { readTextKey, wordedOf, type Text, type TextWrite, type Worded } from "./rules.ts";

export type AssociationText = Text & { associationId: string };

/** What gives back the texts of a line of history as they were, with the French they were made from; refused when one was written again since. */
export function textsUndo(
  { subject, change }: Pick<HistoryLine, "subject" | "change">,
  texts: readonly AssociationText[],
): { writes: TextWrite[] } | { refused: "changed_since"; fields: TextField[] } {
  const writes: TextWrite[] = [];
  const moved: TextField[] = [];
  for (const [key, pair] of Object.entries(change)) {
    const named = readTextKey(key);
    if (!named) continue;
    const { lang, field } = named;
    const [before, after] = pair as [Worded | null, Worded | null];
    const known = texts.find(
      (text) => text.associationId === subject.id && text.lang === lang && text.field === field,
    );
    if ((known?.body ?? null) !== (after?.text ?? null)) moved.push(field);
    writes.push({ lang, field, old: known ? wordedOf(known) : null, now: before });
  }
  return moved.length ? { refused: "changed_since", fields: moved } : { writes };
}
