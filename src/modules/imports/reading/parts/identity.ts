import type { AssociationFacts } from "../../../associations/index.ts";
import type { Cells } from "../cells.ts";
import { cleanTown } from "../cleaning/addresses.ts";
import { cleanRna, cleanSiret, passesLuhn } from "../cleaning/identifiers.ts";
import { acronymIn, cleanName, joinCutName } from "../cleaning/names.ts";
import { cleanText, said, sameWords } from "../cleaning/text.ts";
import type { ValueWarning } from "../understand.ts";

export type Named = { name: string; acronym?: string; town?: string; complement?: string };

/** The name, and what the file wrote with it: acronym, town, or a line of address. */
export function nameIn(cells: Cells): Named | undefined {
  const together = cells.one("name_and_town");
  if (together !== undefined && !cells.has("name")) return nameAndTown(together);
  const first = cleanText(cells.one("name"));
  if (first === undefined) return undefined;
  const rest = cleanText(cells.one("name_continued"));
  const isAddress = rest !== undefined && addressLine.test(rest);
  const name = cleanName(rest === undefined || isAddress ? first : joinCutName(first, rest));
  if (name === undefined) return undefined;
  const acronym = acronymOf(cells.one("acronym"), name);
  return { name, ...said<Named>({ name, acronym, complement: isAddress ? rest : undefined }) };
}

/** The second line of a name is sometimes the first of an address. */
const addressLine =
  /^(?:mairie|h[oô]tel de ville|maison (?:des?|du|pour)\b|chez\b|cent(?:re|er) (?:culturel|administratif)|b\.?p\.? ?\d|\d+ ?(?:bis|ter)?,? +(?:rue|av|bd|boulevard|place|pl|route|chemin|all[ée]e|impasse)|(?:rue|place|avenue|boulevard|route|impasse)\b)/i;

/** An acronym longer than a few words is the title repeated. */
function acronymOf(cell: string | undefined, name: string): string | undefined {
  const own = cleanText(cell);
  if (own === undefined) return acronymIn(name);
  const short = own.length <= 20 && own.length < name.length;
  return short && sameWords(own) !== sameWords(name) ? own : acronymIn(name);
}

/** `TRITON (LE) - 75 PARIS`: name, department, town; what follows a line break still belongs to the name. */
function nameAndTown(cell: string): Named | undefined {
  const [first = "", ...others] = cell.split("\n").map((line) => line.trim());
  const found = /^(.*\S)\s+-\s+(?:\d{2}|2[AB])(?:\s+(\S.*))?$/.exec(first);
  const more = others.filter((line) => line !== "" && !programLine.test(line)).join(" ");
  const moreFound = /^(.*?)\s*-\s+(?:\d{2}|2[AB])(?:\s+(\S.*))?$/.exec(more);
  const start = found?.[1] ?? first;
  const name = cleanName(
    `${start} ${moreFound?.[1] ?? more}`.replace(/^(.+) \((L[AE]S?|L'|LES)\)/i, "$2 $1"),
  );
  if (name === undefined) return undefined;
  const town = cleanTown(found?.[2] ?? moreFound?.[2]);
  return { name, ...said<Named>({ name, town, acronym: acronymIn(name) }) };
}

/** One cell of the 2010 State grants holds the lines of a spreadsheet macro. */
const programLine = /^(?:FOR I\b|IF CELLS|NEXT\b)/;

const bodies =
  /^(?:communes? d|mairie d|ville d|d[ée]partement d|r[ée]gion d|communaut[ée] (?:de communes (?!libre)|d'agglo|urbaine)|syndicat (?:mixte|intercommunal)|s\.?a\.?r\.?l\.? |s\.?a\.?s\.? (?!-)|e\.?u\.?r\.?l\.? |s\.?c\.?i\.? |pr[ée]fecture d)/i;

/** Public bodies and companies that grant files hold beside associations. */
export function notAnAssociation(name: string): boolean {
  return bodies.test(name) && !/\b(?:association|amicale|comit[ée]|club)\b/i.test(name);
}

type Identifiers = Pick<AssociationFacts, "rna" | "siret" | "siren">;

export function identifiersIn(cells: Cells, warn: (warning: ValueWarning) => void): Identifiers {
  const rnaCell = cells.one("rna");
  const rna = cleanRna(rnaCell);
  if (rna === undefined && cleanText(rnaCell) !== undefined) warn("rna_unreadable");
  const read = cleanSiret(cells.one("siret"));
  if (read.warning !== undefined) warn(`siret_${read.warning}`);
  const own = cleanSiret(cells.one("siren"));
  if (own.warning !== undefined && read.warning === undefined) warn(`siret_${own.warning}`);
  const siren = read.siret === undefined ? (read.siren ?? own.siren) : undefined;
  const sure = siren !== undefined && passesLuhn(siren) ? siren : undefined;
  return said<Identifiers>({ rna: rna ?? read.rna, siret: read.siret ?? own.siret, siren: sure });
}
