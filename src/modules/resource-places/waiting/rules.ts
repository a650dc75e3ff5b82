import type { Opening, Use } from "../../scheduling/index.ts";
import { freeStarts, minutesOf, step, type Asked, type Bookable, type FreeStart } from "../booking/rules.ts"; // prettier-ignore

type Terms = Pick<Bookable, "units" | "least" | "most">;

const shown = 3;

/** The hours nearest to the one asked for when it is free for as long, before or after, in their order. */
export const nearestFree = (
  bookable: Terms,
  openings: readonly Opening[],
  uses: readonly Use[],
  asked: Asked,
  now: Date,
): FreeStart[] =>
  freeStarts(bookable, openings, uses, now)
    .filter((start) => minutesOf(start) >= minutesOf(asked))
    .toSorted((one, other) => apart(one, asked) - apart(other, asked))
    .slice(0, shown)
    .toSorted((one, other) => +one.from - +other.from);

const apart = (start: FreeStart, asked: Asked): number => Math.abs(+start.from - +asked.from);

/** When one may wait for it to be free in some openings: what is to come, and could not begin then. */
export function takenStarts(
  bookable: Terms,
  openings: readonly Opening[],
  uses: readonly Use[],
  now: Date,
): Date[] {
  const free = new Set(freeStarts(bookable, openings, uses, now).map(({ from }) => +from));
  return openings.flatMap((opening) => {
    const found: Date[] = [];
    const last = +opening.until - bookable.least * 60_000;
    for (let at = +opening.from; at <= last; at += step * 60_000)
      if (at > +now && !free.has(at)) found.push(new Date(at));
    return found;
  });
}
