import { rnaKind, sirenOf } from "../identity/numbers.ts";
import { acronymsOf, institutionWords, nameKey, plainWords, skeleton } from "../identity/names.ts";
import { placeOf, type Place } from "./place.ts";
import type { DuplicateRecord } from "./record.ts";

/** A record made ready once, so that comparing it with hundreds of others costs microseconds. */
export type Traits = {
  id: string;
  words: string[];
  /** Consonants of each word, at the same places. */
  bones: string[];
  /** Words joined in alphabetical order: "club judo" and "judo club" are one. */
  sorted: string;
  compact: string;
  skeleton: string;
  numbers: string[];
  institution: string[];
  acronyms: string[];
  initials: string[];
  /** The name as written but for case and spaces, to see that only accents differ. */
  written: string;
  place: Place;
  rna?: string;
  rnaKind?: "current" | "old";
  siret?: string;
  siren?: string;
  successorRna?: string;
  email?: string;
  phone?: string;
  website?: string;
  createdOn?: string;
  /** The same day counted from 1970, to measure how far apart two are. */
  createdDay?: number;
  active: boolean;
  /** Hashes of the words of the aims, ascending. */
  aims: Uint32Array;
  themes: string[];
};

export function traitsOf(record: DuplicateRecord): Traits {
  const { words, numbers } = nameKey(record.name);
  const { stated, initials } = acronymsOf(record.name, record.acronym);
  const compact = words.join("") + numbers.join("");
  const sorted = words.toSorted().join(" ");
  const siren = record.siren ?? (record.siret === undefined ? undefined : sirenOf(record.siret));
  const website = siteOf(record.website);
  return {
    id: record.id,
    words,
    bones: words.map(skeleton),
    sorted,
    compact,
    skeleton: skeleton(sorted.replaceAll(" ", "")) || compact,
    numbers: [...new Set(numbers)],
    institution: institutionWords(words),
    acronyms: stated,
    initials,
    written: record.name.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim(),
    place: placeOf(record.seat),
    ...(record.rna !== undefined && { rna: record.rna, rnaKind: rnaKind(record.rna) }),
    ...(record.siret !== undefined && { siret: record.siret }),
    ...(siren !== undefined && { siren }),
    ...(record.successorRna !== undefined && { successorRna: record.successorRna }),
    ...(record.email !== undefined && { email: record.email.trim().toLowerCase() }),
    ...(record.phone !== undefined && { phone: record.phone.replace(/\D/g, "").slice(-9) }),
    ...(website !== undefined && { website }),
    ...(isRealDay(record.createdOn) && {
      createdOn: record.createdOn,
      createdDay: Date.parse(record.createdOn) / 86_400_000,
    }),
    active: record.state === "active",
    aims: aimsOf(record.aims ?? ""),
    themes: (record.registryThemes ?? []).filter((code) => !code.endsWith("000")),
  };
}

/** The registry writes `0001-01-01` or the day of the law itself, 1 July 1901, for a day it does not know. */
const isRealDay = (day: string | undefined): day is string =>
  day !== undefined && day > "1800" && day !== "1901-07-01" && day !== "1900-01-01";

/** Host and path; a page on a shared host counts only with its path. */
function siteOf(website: string | undefined): string | undefined {
  if (website === undefined) return undefined;
  const site = website
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\.|^m\./, "")
    .replace(/[?#].*$/, "")
    .replace(/\/(?:index\.\w+|home|accueil)?$/, "");
  const shared = /^(?:fr-fr\.)?(?:facebook|instagram|helloasso|sites\.google|linktr|youtube)\.\w+$/;
  return site === "" || shared.test(site) ? undefined : site;
}

const longestAims = 80;

function aimsOf(aims: string): Uint32Array {
  const words = plainWords(aims).filter((word) => word.length > 3);
  const hashes = new Set(
    words.slice(0, longestAims).map((word) => hash(word.replace(/[sx]$/, ""))),
  );
  return Uint32Array.from(hashes).sort();
}

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
