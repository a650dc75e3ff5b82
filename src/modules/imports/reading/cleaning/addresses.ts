import { capitalised, elided, isShouted, smallWords } from "./names.ts";
import { cleanText } from "./text.ts";

/** Five digits, given back the first zero or freed of the decimals a spreadsheet added. */
export function cleanPostcode(cell: string | undefined): string | undefined {
  const text =
    cleanText(cell)
      ?.replace(/[.,]0+$/, "")
      .replace(/^F-/i, "")
      .replace(/\s/g, "") ?? "";
  if (!/^\d{4,5}$/.test(text)) return undefined;
  const code = text.padStart(5, "0");
  return /^(?:0[1-9]|[1-8]\d|9[0-58]|97)\d{3}$/.test(code) ? code : undefined;
}

/** INSEE code of a commune, 5 characters, Corsican letters included. */
export function cleanInsee(cell: string | undefined): string | undefined {
  const text = cleanText(cell)?.toUpperCase().replace(/\.0$/, "") ?? "";
  if (/^2[AB]\d{3}$/.test(text)) return text;
  return cleanPostcode(text);
}

const notATown =
  /^(?:dans|en|au|aux|hors|routes?|région|extérieurs?|plusieurs|toute?s?|divers(?:es)?|itinérant|non)(?:\s|$)|^(?:france|autres?|partout|étranger|monde)$/iu;

/** A town in its usual case, without CEDEX, arrondissement nor postcode; silent when the cell names no town. */
export function cleanTown(cell: string | undefined): string | undefined {
  const text = cleanText(cell)
    ?.replace(/\bC[EÉ]D(?:E)?X\b.*$/iu, "")
    .replace(/^\d{5}\s+/, "")
    .replace(/\s*\([^)]*\)?\s*$/, "")
    .replace(/^(paris|lyon|marseille)[\s-]+\d{1,2}.*$/iu, "$1")
    .replace(/\bS\/\s*(?=\p{L})/giu, "sur ")
    .replace(/^[AÀ]\s+(?=\p{Lu}\p{Ll})/u, "")
    .replace(/\s*-\s*/g, "-")
    .replace(/[\s,;.-]+$/, "");
  if (text === undefined || text.length > 60 || !/^\p{L}.*\p{L}/u.test(text)) return undefined;
  if (/[@\d]/.test(text) || notATown.test(text)) return undefined;
  const recase = isShouted(text) || text === text.toLowerCase() || /^\p{Lu}{2,}$/u.test(text);
  return recase ? properCase(text) : text;
}

function properCase(text: string): string {
  return elided(text).replace(/\p{L}+/gu, (word, at: number) => {
    const lower = word.toLowerCase();
    return at > 0 && smallTownWords.has(word.toUpperCase()) ? lower : capitalised(word);
  });
}

const smallTownWords: ReadonlySet<string> = new Set([
  ...smallWords,
  "PRÈS",
  "PRES",
  "DEVANT",
  "DIT",
]);

const streetKinds: Readonly<Record<string, string>> = {
  ALL: "allée",
  AV: "avenue",
  BD: "boulevard",
  BRG: "bourg",
  CAR: "carrefour",
  CHE: "chemin",
  CHEM: "chemin",
  CHEM1: "chemin",
  CITE: "cité",
  COUR1: "cour",
  COUR2: "cours",
  CRS: "cours",
  DOM: "domaine",
  ESP: "esplanade",
  FG: "faubourg",
  HAM: "hameau",
  IMP: "impasse",
  LD: "lieu-dit",
  LDT: "lieu-dit",
  LOT: "lotissement",
  MTE: "montée",
  PAS: "passage",
  PL: "place",
  PROM: "promenade",
  QU: "quai",
  RES: "résidence",
  RPT: "rond-point",
  RTE: "route",
  SQ: "square",
  TRA: "traverse",
  VLA: "villa",
  VOIE: "voie",
  ZA: "ZA",
  ZAC: "ZAC",
  ZI: "ZI",
};

export type StreetParts = { number?: string; repetition?: string; kind?: string; street?: string };

/** One line of address from the parts files split it into. */
export function cleanStreet(parts: { [K in keyof StreetParts]: string | undefined }):
  string | undefined {
  const kind = cleanText(parts.kind);
  const words = [
    cleanText(parts.number),
    cleanText(parts.repetition),
    kind === undefined ? undefined : (streetKinds[kind.toUpperCase()] ?? kind.toLowerCase()),
    cleanStreetLine(parts.street),
  ];
  const line = words.filter((word) => word !== undefined).join(" ");
  return line === "" ? undefined : line;
}

/** A line of address; shouting is lowered, numbers and acronyms stay. */
export function cleanStreetLine(cell: string | undefined): string | undefined {
  const text = cleanText(cell?.replace(/^[\s_,]+|[\s_,]+$/g, ""));
  if (text === undefined) return undefined;
  const calm = isShouted(text) ? properCase(text) : text;
  return calm.replace(
    /^(\d+(?: ?(?:bis|ter))?,? +)(\p{L}+1?)\.?(?= )/iu,
    (whole, number: string, kind: string) => {
      const full = streetKinds[kind.toUpperCase()];
      return full === undefined ? whole : number + full;
    },
  );
}
