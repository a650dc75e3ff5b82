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
export const peakOf = (uses: readonly Use[], span: Span): number => peaksOf(uses)(span);

/** What is had, swept once: gives the most of any span, of as many as are asked. */
export function peaksOf(uses: readonly Use[]): (span: Span) => number {
  const changes = uses
    .flatMap(({ from, until, quantity }) => [
      { at: from, quantity },
      { at: until, quantity: -quantity },
    ])
    .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  const levels: { at: number; had: number }[] = [];
  let had = 0;
  for (const { at, quantity } of changes) {
    had += quantity;
    const last = levels.at(-1);
    if (last?.at === at) last.had = had;
    else levels.push({ at, had });
  }
  return ({ from, until }) => {
    let nth = lastUntil(levels, from);
    let most = levels[nth]?.had ?? 0;
    for (let level = levels[++nth]; level && level.at < until; level = levels[++nth])
      if (level.had > most) most = level.had;
    return most;
  };
}

/** The rank of the last that has begun at an instant; -1 before the first. */
function lastUntil(levels: readonly { at: number }[], instant: number): number {
  let [low, high] = [-1, levels.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((levels[middle]?.at ?? Infinity) <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What a longer or moved span has that the other had not. */
export const addedTo = (old: Span, now: Span): Span[] =>
  [
    { from: now.from, until: Math.min(old.from, now.until) },
    { from: Math.max(old.until, now.from), until: now.until },
  ].filter(({ from, until }) => from < until);
