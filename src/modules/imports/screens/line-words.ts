import { fieldWords, valueWords } from "../../associations/index.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { spoken, type View } from "../../../ui/index.ts";
import type { ImportLine, Pairs } from "../queries.ts";
import { readingRefusals } from "../reading/index.ts";

type Field = Parameters<typeof valueWords>[1];

/** What changes, field by field: the old value, then the new one. */
export const toldChanges = (view: View, line: ImportLine): string[] =>
  pairsOf({ ...line.change, ...line.personal?.changed }).map(([field, [old, now]]) =>
    view.t("imports:line.becomes", {
      field: nameOf(view.t, field),
      old: words(view, field, old),
      now: words(view, field, now),
    }),
  );

/** What a person wrote and the file does not replace. */
export const keptWords = (view: View, line: ImportLine): string[] =>
  Object.entries({ ...line.kept, ...line.personal?.kept })
    .filter(([field]) => shown(field))
    .map(([field, pair]) =>
      pair
        ? view.t("imports:line.keptValue", {
            field: nameOf(view.t, field),
            old: words(view, field, pair[0]),
            now: words(view, field, pair[1]),
          })
        : view.t("imports:line.kept", { field: nameOf(view.t, field) }),
    );

/** Numbers the line states and that belong to another association. */
export function takenWords({ t }: View, { undone, detail }: ImportLine): string[] {
  const numbers = (["rna", "siret"] as const).filter((one) => detail?.split(",").includes(one));
  if (undone || numbers.length === 0) return [];
  const named = numbers.map((one) => t(`imports:number.${one}`)).join(", ");
  return [t("imports:line.taken", { numbers: named })];
}

/** Values of the line that could not be read, and are not taken. */
export const unreadWords = ({ t }: View, { unread }: ImportLine): string[] =>
  unread.map((one) => t(`imports:unread.${one as Unread}`));

type Unread = Exclude<ImportLine["unread"][number], "email_in_website">;

export const refusalWords = (t: Translate, reason: string | null): string => {
  const known = readingRefusals.find((one) => one === reason);
  return known ? t(`imports:refusal.${known}`) : "";
};

/** How a state was known says nothing to a reader who sees the state. */
const inner: ReadonlySet<string> = new Set(["stateSource"]);
const shown = (field: string): boolean => !inner.has(field);

const pairsOf = (pairs: Pairs): [string, Pairs[string]][] =>
  Object.entries(pairs).filter(([field]) => shown(field));

function nameOf(t: Translate, field: string): string {
  if (field === "email" || field === "phone") return t(`imports:field.${field}`);
  return fieldWords(t, field as Field);
}

function words(view: View, field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return view.t("imports:field.nothing");
  if (field === "phone") return spoken(String(value));
  if (field === "email") return String(value);
  if (field === "places") return (value as string[]).join(", ") || view.t("imports:field.nothing");
  return valueWords(view, field as Field, value, new Map());
}
