import { sql } from "kysely";
import type { Database, Tx } from "../../../platform/db/database.ts";
import { readQuestion } from "../../language/index.ts";
import { pageSize } from "../rules.ts";
import type { Line } from "./document-row.ts";

/** What is asked of the directory. Codes of filters must be known ones. */
export type SearchAsk = {
  text: string;
  theme?: string | undefined;
  district?: string | undefined;
  public?: string | undefined;
  access?: readonly string[];
  /** Where distances are measured from: a point, or the key of a place the directory offers. */
  near?: { lat: number; lon: number } | { place: string } | undefined;
  /** From 1. */
  page?: number;
  /** True when the words must be taken as they are typed. */
  exact?: boolean;
};

export type FacetKind = "theme" | "district" | "public" | "access";

export type Found = {
  total: number;
  lines: (Line & { distance?: number | null })[];
  /** How many results each choice leads to, by code. */
  facets: Record<FacetKind, Record<string, number>>;
  /** Words understood as another one. */
  corrected: { from: string; to: string }[];
  /** Words near those that no record holds. */
  suggested: string[];
} & Offered;

/** What every page of the directory offers: districts, places to be near to. */
export type Offered = {
  districts: { slug: string; name: string }[];
  places: { key: string; name: string; lat: number; lon: number }[];
};

/** Searches the directory in one question to the database. */
export async function searchDirectory(tx: Tx, ask: SearchAsk): Promise<Found> {
  const { rows } = await sql<{ found: unknown }>`
    select search_directory(${JSON.stringify(requestOf(ask))}::jsonb) as found`.execute(tx);
  return foundOf(rows[0]?.found);
}

/** The same for someone signed out, whose page needs no other question: without opening a transaction. */
export const searchPublicly = async (
  database: Database,
  communeId: number,
  ask: SearchAsk,
): Promise<Found> => foundOf(await database.ask(communeId, "search_directory", requestOf(ask)));

const requestOf = (ask: SearchAsk) => ({
  ...readQuestion(ask.text),
  exact: ask.exact ?? false,
  theme: ask.theme,
  district: ask.district,
  public: ask.public,
  access: ask.access?.length ? ask.access : undefined,
  ...ask.near,
  offset: ((ask.page ?? 1) - 1) * pageSize,
  size: pageSize,
});

function foundOf(answer: unknown): Found {
  if (!answer) throw new Error("search answers nothing");
  const found = answer as Raw;
  return { ...found, facets: facetsOf(found.facets) };
}

type Raw = Omit<Found, "facets"> & { facets: Record<string, number> };

const kinds: Record<string, FacetKind> = { t: "theme", d: "district", p: "public", a: "access" };

/** `t_sport` is the theme `sport`. */
function facetsOf(counts: Record<string, number>): Found["facets"] {
  const facets: Found["facets"] = { theme: {}, district: {}, public: {}, access: {} };
  for (const [code, count] of Object.entries(counts)) {
    const kind = kinds[code.slice(0, 1)];
    if (kind) facets[kind][code.slice(2)] = count;
  }
  return facets;
}
