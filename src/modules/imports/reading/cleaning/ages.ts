import type { AgeBand } from "../../activities/facts.ts";
import { plainWords } from "../header.ts";

/** Ages at which people are called adults and seniors when a file gives no number. */
const adultsFrom = 18;
const seniorsFrom = 60;
const oldest = 120;

/** The ages some words name: `0-3ans`, `juniors16-20ans`, `de 6 à 12 ans`, `60 ans et plus`, `adultes`; nothing when they name none. */
export function agesNamed(words: string): AgeBand | undefined {
  const plain = plainWords(words).replace(/(\d)\s*(?:ans?|annees?)\b/g, "$1 ");
  const between = /(\d{1,3})\s*(?:a|et|jusqu a)?\s+(\d{1,3})(?!\d)/.exec(plain);
  if (between) return band(Number(between[1]), Number(between[2]));
  const least = /(?:des|a partir de|plus de)\s*(\d{1,3})(?!\d)/.exec(plain);
  if (least) return band(Number(least[1]), null);
  const most = /(?:jusqu a|moins de)\s*(\d{1,3})(?!\d)/.exec(plain);
  if (most) return band(0, Number(most[1]) - (/moins de/.test(plain) ? 1 : 0));
  const alone = /(\d{1,3})\s*(et plus|et \+|$)/.exec(plain);
  if (alone) return alone[2] || /\+/.test(words) ? band(Number(alone[1]), null) : undefined;
  if (/adulte/.test(plain)) return [adultsFrom, null];
  return /senior|retraite|\baines?\b/.test(plain) ? [seniorsFrom, null] : undefined;
}

const band = (from: number, to: number | null): AgeBand | undefined =>
  from <= oldest && (to === null || (to >= from && to <= oldest)) ? [from, to] : undefined;

/** Bands in order; those that touch or overlap are one. A hole stays a hole. */
export function joinedBands(bands: readonly AgeBand[]): AgeBand[] {
  const joined: [number, number | null][] = [];
  for (const [from, to] of bands.toSorted(([one], [other]) => one - other)) {
    const last = joined.at(-1);
    if (!last || (last[1] !== null && from > last[1] + 1)) joined.push([from, to]);
    else if (last[1] !== null) last[1] = to === null ? null : Math.max(last[1], to);
  }
  return joined;
}
