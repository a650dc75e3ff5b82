import type { AssociationFacts } from "../../associations/index.ts";
import { publicsIn, themesIn } from "./cleaning/publics.ts";
import { cleanParagraphs, said } from "./cleaning/text.ts";
import { cleanDate } from "./cleaning/dates.ts";
import { cleanRegistryTheme, successorIn } from "./cleaning/identifiers.ts";
import { flaggedPublics, legalFormIn, stateIn } from "./cleaning/registry.ts";
import { cellsOf, type Cells } from "./cells.ts";
import type { Mapping } from "./mapping.ts";
import { activitiesIn, type ActivityRead } from "./parts/activities.ts";
import { identifiersIn, nameIn, notAnAssociation } from "./parts/identity.ts";
import { contactsIn } from "./parts/contacts.ts";
import { keywordsIn } from "./parts/keywords.ts";
import { placesIn, seatIn } from "./parts/places.ts";

export const readingRefusals = [
  "unreadable_line",
  "wrong_number_of_cells",
  "repeated_header",
  "no_name_column",
  "no_name",
  "total_line",
  "not_an_association",
] as const;
export type ReadingRefusal = (typeof readingRefusals)[number];

export const valueWarnings = [
  "siret_rounded",
  "siret_bad_check_digit",
  "siret_not_an_identifier",
  "rna_unreadable",
  "email_unreadable",
  "email_in_website",
  "website_unreadable",
  "phone_unreadable",
  "postcode_unreadable",
  "town_is_not_a_town",
  "date_unreadable",
  "coordinates_out_of_range",
] as const;
export type ValueWarning = (typeof valueWarnings)[number];

export type Understood =
  | { facts: AssociationFacts; activities: ActivityRead[]; warnings: ValueWarning[] }
  | { refusal: ReadingRefusal; detail: string };

/** What one row says of one association. Never throws: a value that cannot be read is silent and warned about. */
export function understand(row: readonly string[], mapping: Mapping): Understood {
  const cells = cellsOf(row, mapping);
  if (!cells.has("name") && !cells.has("name_and_town"))
    return { refusal: "no_name_column", detail: "" };
  const named = nameIn(cells);
  if (/^total\b/i.test(row.find((cell) => cell.trim() !== "")?.trim() ?? "") && !cells.identified())
    return { refusal: "total_line", detail: inShort(row) };
  if (named === undefined) return { refusal: "no_name", detail: inShort(row) };
  if (notAnAssociation(named.name)) return { refusal: "not_an_association", detail: named.name };
  const warnings: ValueWarning[] = [];
  const warn = (warning: ValueWarning) => void warnings.push(warning);
  const identifiers = identifiersIn(cells, warn);
  const facts: AssociationFacts = {
    ...said<AssociationFacts>({ ...registryFacts(cells, identifiers.rna, warn), name: named.name }),
    name: named.name,
    ...identifiers,
    ...said({ acronym: named.acronym }),
    ...contactsIn(cells, warn),
    ...said({
      keywords: keywordsIn(cells),
      seat: seatIn(cells, named, warn),
      places: placesIn(cells, warn),
    }),
  };
  return { facts, activities: activitiesIn(cells, facts.places?.[0]), warnings };
}

function inShort(row: readonly string[]): string {
  return row
    .filter((cell) => cell !== "")
    .join(" ; ")
    .slice(0, 200);
}

function registryFacts(
  cells: Cells,
  rna: string | undefined,
  warn: (warning: ValueWarning) => void,
): Partial<AssociationFacts> {
  const themes = cells.all("registry_theme").map(cleanRegistryTheme);
  const remark = cells.one("remark");
  const publics = [...flaggedPublics(cells), ...cells.all("publics").flatMap(publicsIn)];
  return said<AssociationFacts>({
    legalForm: legalFormIn(cells.one("nature"), cells.one("public_utility")),
    registryThemes: some(themes.filter((theme) => theme !== undefined)),
    themes: some(cells.all("theme").flatMap(themesIn)),
    publics: some(publics),
    aims: aimsIn(cells.one("aims")),
    createdOn: dateIn(cells.one("created"), warn),
    ceasedOn: dateIn(cells.one("ceased"), warn),
    state: stateIn(cells.one("state"), cells.one("ceased")),
    successorRna: successorIn(remark, rna),
  } as { [K in keyof AssociationFacts]: AssociationFacts[K] | undefined });
}

/** A single letter is what the registry wrote when it had no aims to write. */
function aimsIn(cell: string | undefined): string | undefined {
  const aims = cleanParagraphs(cell);
  return aims !== undefined && aims.length > 2 ? aims : undefined;
}

/** Dates far from any year (`0001-01-01`) are how registries say nothing, so they raise no warning. */
function dateIn(
  cell: string | undefined,
  warn: (warning: ValueWarning) => void,
): string | undefined {
  const date = cleanDate(cell);
  const silent = /^\s*(?:0{1,4}1?[-/]0?[01][-/]0?[01].*|0*|\W*)$/.test(cell ?? "");
  if (date === undefined && !silent) warn("date_unreadable");
  return date;
}

function some<T>(values: readonly T[]): T[] | undefined {
  return values.length === 0 ? undefined : [...new Set(values)];
}
