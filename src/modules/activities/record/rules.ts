import type { Activity, ActivityField, ActivityFields, Told } from "./fields.ts";

/** Old and new value of each field that changes; lists compare as sets. */
export type Changes = Partial<Record<ActivityField, [old: unknown, now: unknown]>>;

export function differences(known: ActivityFields, patch: Partial<ActivityFields>): Changes {
  const changes: Changes = {};
  for (const [field, now] of Object.entries(patch) as [ActivityField, unknown][])
    if (now !== undefined && !same(known[field], now)) changes[field] = [known[field], now];
  return changes;
}

const same = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? JSON.stringify([...one].sort()) === JSON.stringify([...other].sort())
    : one === other;

/** What must be said before an activity is shown to residents. */
export type Missing = "when" | "where";

/**
 * What an activity still lacks: a title is always there; when and where are what residents come for. What a file told is
 * shown as it was told: its page says to ask the association.
 */
export const missingFor = (
  { fields, told }: { fields: Pick<ActivityFields, "placeId" | "placeDetail">; told: unknown },
  slots: readonly { placeId: string | null; placeDetail: string | null }[],
): Missing[] =>
  told
    ? []
    : [
        ...(slots.length ? [] : (["when"] as const)),
        ...((fields.placeId ??
        fields.placeDetail ??
        slots.some((slot) => slot.placeId ?? slot.placeDetail))
          ? []
          : (["where"] as const)),
      ];

/**
 * Whether an activity taken up before its season still waits for it: until its first day residents read the one it goes
 * on from, at the address that will be its own.
 */
export const waitsForSeason = (
  activity: { season: number | null; continuesId: string | null },
  currentSeason: number,
): boolean => activity.continuesId !== null && (activity.season ?? 0) > currentSeason;

type Read = {
  state: string;
  season: number | null;
  slug: string;
  id: string;
  continuesId: string | null;
};

/** Those that residents read in a season, each at the address it keeps from season to season. */
export function readIn<A extends Read>(all: readonly A[], season: number): A[] {
  const waiting = all.filter((one) => waitsForSeason(one, season));
  return all
    .filter(
      (one) =>
        one.state === "published" &&
        (one.season === null || one.season >= season) &&
        !waiting.includes(one),
    )
    .map((one) => ({
      ...one,
      slug: waiting.find(({ continuesId }) => continuesId === one.id)?.slug ?? one.slug,
    }));
}

/** Hours still to come on a day; all of them when they are all over, so that what was is not lost. */
export function notOver<H extends { series: Span }>(
  hours: readonly H[],
  today: string,
): readonly H[] {
  const coming = hours.filter(
    ({ series }) => lastOf(series) === null || (lastOf(series) ?? "") >= today,
  );
  return coming.length ? coming : hours;
}

type Span = { firstDay: string; lastDay: string | null; rhythm: { kind: string } };
const lastOf = ({ firstDay, lastDay, rhythm }: Span): string | null =>
  rhythm.kind === "once" ? firstDay : lastDay;

/** Ages welcomed; `bands` are apart from one another when a file told them so and nobody has changed them since. */
export type Ages = Pick<ActivityFields, "minAge" | "maxAge"> & { bands?: Told["ages"] };

export function agesOf({ fields, told }: Pick<Activity, "fields" | "told">): Ages {
  const { minAge, maxAge } = fields;
  const bands = told?.ages ?? [];
  const asTold = (bands[0]?.[0] || null) === minAge && (bands.at(-1)?.[1] ?? null) === maxAge;
  return bands.length > 1 && asTold ? { minAge, maxAge, bands } : { minAge, maxAge };
}
