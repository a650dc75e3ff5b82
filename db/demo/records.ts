import { sections, type Section } from "../../src/modules/associations/codes.ts";
import { entries } from "./associations/index.ts";
import type { DemoAssociation, DemoContact, DemoEntry } from "./types.ts";

const dayMs = 86_400_000;

const daysBefore = (today: string, days: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);

/** Completes digits with the check digit of Luhn, the one of SIREN and SIRET. */
const withCheckDigit = (digits: string) => {
  const sum = [...digits].toReversed().reduce((total, digit, i) => {
    const n = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
};

/** A SIRET whose two check digits are right and whose 9999 nobody bears. */
const inventedSiret = (rank: number) =>
  withCheckDigit(`${withCheckDigit(`9999${String(1000 + rank)}`)}0001`);

/** Right in shape, above any number the prefecture of Maine-et-Loire gave. */
const inventedRna = (rank: number) => `W49${String(9_999_000 + rank)}`;

const domainOf = (entry: DemoEntry) =>
  entry.name
    .replaceAll("œ", "oe")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/-(de|du|des)-valbrume$/, "-valbrume")
    .slice(0, 40)
    .replace(/^-|-$/g, "") + ".example";

const contactOf = (entry: DemoEntry, rank: number): DemoContact | undefined => {
  if (!entry.contact) return undefined;
  const comma = entry.contact.lastIndexOf(",");
  const fixed = rank % 3 !== 0;
  return {
    name: entry.contact.slice(0, comma),
    role: entry.contact.slice(comma + 1).trim(),
    email: `bonjour@${domainOf(entry)}`,
    phone: `${fixed ? "+3326191" : "+3363998"}${String(1000 + rank * 7)}`,
    shown: entry.shown ?? [],
  };
};

const confirmationsOf = (entry: DemoEntry, today: string) => {
  const { confirmed } = entry;
  const daysOf = (section: Section) =>
    typeof confirmed === "number" ? confirmed : confirmed?.[section];
  return sections.flatMap((section) => {
    const days = daysOf(section);
    if (days === undefined) return [];
    return [{ section, on: daysBefore(today, days), by: entry.confirmedBy ?? "association" }];
  });
};

/**
 * The invented associations as they stand on a given day (`YYYY-MM-DD`): freshness and endings are told from that day,
 * so that the demonstration never grows old.
 */
export const demoAssociations = (today: string): DemoAssociation[] =>
  entries.map((entry, i) => {
    const rank = i + 1;
    const legalForm = entry.legalForm ?? "declared";
    return {
      name: entry.name,
      acronym: entry.acronym,
      legalForm,
      rna: legalForm === "unregistered" ? undefined : inventedRna(rank),
      siret: entry.employer ? inventedSiret(rank) : undefined,
      themes: entry.themes,
      publics: entry.publics,
      aims: entry.aims,
      prices: entry.prices,
      registration: entry.registration,
      when: entry.when,
      places: entry.places,
      contact: contactOf(entry, rank),
      languages: ["fr", ...(entry.languages ?? [])],
      access: entry.access ?? [],
      website: entry.website ? `https://www.${domainOf(entry)}` : undefined,
      keywords: entry.keywords,
      createdOn: `${entry.founded}-${String((rank % 12) + 1).padStart(2, "0")}-${String((rank % 28) + 1).padStart(2, "0")}`,
      state: entry.state ?? "active",
      ceasedOn: entry.ceased && daysBefore(today, entry.ceased.daysAgo),
      ceasedSource: entry.ceased?.source,
      confirmations: confirmationsOf(entry, today),
    };
  });
