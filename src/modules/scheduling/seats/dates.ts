/** A time something is had for: from the first moment, until the second, which is free again. Milliseconds; infinite for always. */
export type Span = { from: number; until: number };

/** A time asked for, in instants. */
export type Dates = { from: Date; until: Date };

/** What is had for as long as its counter lives: a seat in a session. */
export const always: Span = { from: -Infinity, until: Infinity };

export type Use = Span & { quantity: number };

export const spanOf = (dates: Dates | undefined): Span =>
  dates ? { from: dates.from.getTime(), until: dates.until.getTime() } : always;

export const overlap = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until;

/** The most that is had at one instant of a span. What is given back at an instant is free for who comes at the same one. */
export function peakOf(uses: readonly Use[], span: Span): number {
  const changes = uses
    .filter((use) => overlap(use, span))
    .flatMap(({ from, until, quantity }) => [
      { at: Math.max(from, span.from), quantity },
      { at: until, quantity: -quantity },
    ])
    .sort((a, b) => (a.at === b.at ? a.quantity - b.quantity : a.at - b.at));
  let [had, most] = [0, 0];
  for (const { quantity } of changes) {
    had += quantity;
    if (had > most) most = had;
  }
  return most;
}

/** What a longer or moved span has that the other had not. */
export const addedTo = (old: Span, now: Span): Span[] =>
  [
    { from: now.from, until: Math.min(old.from, now.until) },
    { from: Math.max(old.until, now.from), until: now.until },
  ].filter(({ from, until }) => from < until);
