import { spoken } from "../../../ui/phone.ts";
import { stringify } from "csv-stringify/sync";
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { designationsOf } from "../designations/queries.ts";
import { situationsOf } from "../record/queries.ts";
import { codeWord } from "../words.ts";
import { narrowedIds, referents } from "./queries.ts";
import type { Filters } from "./rules.ts";

type Value = string | number | null;
/** A table ready to leave: French headers, one line an association. */
export type Sheet = { headers: string[]; rows: Value[][] };

/** The filtered registry as a table; contacts only for those who may read them. */
export async function registrySheet(
  tx: Tx,
  t: Translate,
  filters: Filters,
  withContacts: boolean,
): Promise<Sheet> {
  const ids = await narrowedIds(tx, filters);
  const known = new Map((await situationsOf(tx, ids)).map((one) => [one.id, one]));
  const names = new Map((await referents(tx)).map(({ id, name }) => [id, name]));
  const designated = await designationsOf(tx, ids);
  const places = await placesById(tx);
  const columns = [
    "name",
    "acronym",
    "legalForm",
    "rna",
    "siret",
    "themes",
    "publics",
    "aims",
  ] as const;
  const more = [
    "designation",
    "state",
    "stateOn",
    "listed",
    "referent",
    "places",
    "districts",
    "latitude",
    "longitude",
  ] as const;
  const last = ["website", "createdOn", "updated"] as const;
  const contacts = withContacts ? (["contactNames", "emails", "phones"] as const) : [];
  const rows = ids.flatMap((id) => {
    const one = known.get(id);
    if (!one) return [];
    const { record } = one;
    const where = one.venues.flatMap((venue) => places.get(venue.placeId) ?? []);
    const words = (list: "theme" | "public", codes: readonly string[]) =>
      codes.map((code) => codeWord(t, list, code)).join(", ");
    const row: Value[] = [
      record.name,
      record.acronym,
      codeWord(t, "legalForm", record.legalForm),
      record.rna,
      record.siret,
      words("theme", record.themes),
      words("public", record.publics),
      record.aims,
      (designated.get(id) ?? []).map(({ kind }) => t(`designation:short.${kind}`)).join(", "),
      codeWord(t, "state", record.state),
      record.stateOn,
      t(record.listed ? "registry:list.yes" : "registry:list.no"),
      names.get(record.referent ?? "") ?? null,
      where.map((place) => place.name).join(", "),
      [...new Set(where.flatMap((place) => place.district ?? []))].join(", "),
      where[0]?.latitude ?? null,
      where[0]?.longitude ?? null,
      record.website,
      record.createdOn,
      one.updatedAt.toISOString().slice(0, 10),
    ];
    if (withContacts)
      row.push(
        joined(one.contacts.map((contact) => contact.name)),
        joined(one.contacts.map((contact) => contact.email)),
        joined(one.contacts.map((contact) => contact.phone && spoken(contact.phone))),
      );
    return [row];
  });
  const keys = [...columns, ...more, ...last, ...contacts];
  return { headers: keys.map((key) => t(`registry:column.${key}`)), rows };
}

const joined = (values: readonly (string | null)[]): string =>
  values.filter((value) => value).join(", ");

async function placesById(tx: Tx) {
  const rows = await tx
    .selectFrom("place")
    .leftJoin("district", "district.district_id", "place.district_id")
    .select(["place_id", "place.name", "latitude", "longitude", "district.name as district"])
    .select(sql<string>`''`.as("none"))
    .execute();
  return new Map(rows.map((row) => [row.place_id, row]));
}

/** For French spreadsheets: semicolons, decimal commas, a mark of UTF-8 at the start. */
export const sheetAsCsv = ({ headers, rows }: Sheet): string =>
  stringify([headers, ...rows.map((row) => row.map(safeCell))], {
    delimiter: ";",
    bom: true,
    record_delimiter: "windows",
    cast: { number: (value) => String(value).replace(".", ",") },
  });

export async function sheetAsXlsx({ headers, rows }: Sheet): Promise<Uint8Array> {
  const head = headers.map((value) => ({ value, fontWeight: "bold" as const }));
  const body = rows.map((row) =>
    row.map((value) => (value === null ? null : { value, type: typeOf(value) })),
  );
  const { default: writeExcelFile } = await import("write-excel-file/node");
  return new Uint8Array(await writeExcelFile([head, ...body] as never).toBuffer());
}

const typeOf = (value: string | number) => (typeof value === "number" ? Number : String);

/** A cell that a spreadsheet would run as a formula is made plain text. */
const safeCell = (value: Value): Value =>
  typeof value === "string" && /^[=+\-@\t]/.test(value) ? `'${value}` : value;
