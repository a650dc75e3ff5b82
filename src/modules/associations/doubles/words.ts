import { longDay } from "../../../ui/dates.ts";
import { spoken, type View } from "../../../ui/index.ts";
import { fieldWords, valueWords, type Names } from "../history/words.tsx";
import type { Json } from "../merge/fields.ts";
import type { Field, Situation } from "../record/fields.ts";
import { fieldsOf, valueIn, type Part } from "./fields.ts";

/** Two records looked at together, with the words their values need. */
export type PairSeen = {
  first: Situation;
  second: Situation;
  /** Names of people, by id. */
  names: Names;
  /** Names of places, by id. */
  places: ReadonlyMap<string, string>;
};

const grouped = { siret: "numbers", seat: "seat", access: "access" } as const;

/** The name of a part of the record. */
export const partWords = ({ t }: View, part: Part): string =>
  part in grouped
    ? t(`doubles:${grouped[part as keyof typeof grouped]}`)
    : fieldWords(t, part as Field);

/** A part of the record in words: fields chosen together are told together. */
export function partValueWords(view: View, part: Part, value: Json, names: Names): string {
  const own = fieldsOf(part);
  const told = own.flatMap((field) => {
    const known = valueIn(value, part, field) ?? null;
    const empty = known === null || known === "" || (Array.isArray(known) && !known.length);
    if (own.length > 1 && (empty || known === false)) return [];
    const words = valueWords(view, field, known, names);
    const named = part === "access" || field === "seatPublic";
    return [named ? `${fieldWords(view.t, field)} : ${words}` : words];
  });
  return told.length ? told.join(", ") : view.t("registry:history.nothing");
}

/** One line of the comparison: what each record says of one thing. */
export type Compared = { label: string; first: string; second: string };

const seat = ({ record }: Situation): string =>
  [record.seatStreet, record.seatComplement, record.seatPostcode, record.seatTown]
    .filter(Boolean)
    .join(" ");

const listed = (of: (one: Situation) => (string | null)[]) => (one: Situation) =>
  [...new Set(of(one).filter(Boolean))].join(", ");

/** What two records say side by side; what differs comes first, what neither says is left out. */
export function comparedOf(view: View, { first, second, names, places }: PairSeen): Compared[] {
  const { t, lang } = view;
  const of = (field: Field) => (one: Situation) => {
    const value = one.record[field];
    return value === null || value === "" || (Array.isArray(value) && !value.length)
      ? ""
      : valueWords(view, field, value, names);
  };
  const lines: [string, (one: Situation) => string][] = [
    [fieldWords(t, "acronym"), of("acronym")],
    [fieldWords(t, "state"), of("state")],
    [fieldWords(t, "rna"), of("rna")],
    [fieldWords(t, "siret"), of("siret")],
    [fieldWords(t, "siren"), of("siren")],
    [fieldWords(t, "createdOn"), of("createdOn")],
    [t("doubles:seat"), seat],
    [
      fieldWords(t, "places"),
      listed((one) => one.venues.map((v) => places.get(v.placeId) ?? null)),
    ],
    [t("doubles:phones"), listed((one) => one.contacts.map(({ phone }) => phone && spoken(phone)))],
    [t("doubles:emails"), listed((one) => one.contacts.map(({ email }) => email))],
    [fieldWords(t, "aims"), of("aims")],
    [fieldWords(t, "themes"), of("themes")],
    [fieldWords(t, "schedule"), of("schedule")],
    [fieldWords(t, "website"), of("website")],
    [t("doubles:updated"), (one) => longDay(lang, one.updatedAt)],
  ];
  return lines
    .map(([label, words]) => ({ label, first: words(first), second: words(second) }))
    .filter((line) => line.first || line.second)
    .toSorted((a, b) => Number(a.first === a.second) - Number(b.first === b.second));
}
