import type { Ask } from "../../../platform/http/ask.ts";
import { readQuestion } from "../../language/index.ts";

/** An association of a neighbour, as a line shows it. */
export type NeighbourLine = {
  name: string;
  purpose: string | null;
  themes: string[];
  town: string | null;
  url: string | null;
  /** The list it was read in, when it has no page of its own. */
  address: string;
  neighbour: string;
  /** Since when its commune says what is kept of it. */
  changedAt: string;
  /** In kilometres, from where the search asked for. */
  distance: number | null;
};

export type NeighboursFound = {
  total: number;
  /** Each neighbour with what of it answers. */
  neighbours: { id: string; name: string; count: number }[];
  lines: NeighbourLine[];
};

export type NeighbourSearch = {
  text?: string;
  theme?: string | undefined;
  neighbour?: string | undefined;
  near?: { lat: number; lon: number } | { place: string } | undefined;
  /** From 1. */
  page?: number;
  size: number;
};

/** Asks what neighbours publish, in one round trip. */
export async function searchNeighbours(
  { house, tenant }: Pick<Ask, "house" | "tenant">,
  { text = "", theme, neighbour, near, page = 1, size }: NeighbourSearch,
): Promise<NeighboursFound> {
  const { concepts, runs } = readQuestion(text);
  const asked = { ...near, concepts, runs, theme, neighbour, offset: (page - 1) * size, size };
  const answer = await house.database.ask(tenant.id, "search_neighbours", asked);
  return answer as NeighboursFound;
}
