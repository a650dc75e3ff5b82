import { createHash } from "node:crypto";
import type { ActivityFacts, HourFacts } from "../../imports/index.ts";
import type { Series } from "../../scheduling/index.ts";
import type { ActivityField, ActivityFields, Told } from "../record/fields.ts";

/** Fields a file may say, but for the title and the place, which are what makes an activity the same. */
export type ToldFields = Partial<
  Pick<
    ActivityFields,
    "what" | "minAge" | "maxAge" | "publics" | "priceKind" | "priceFrom" | "priceNote"
  >
>;

/** What a file says, as fields; what it does not say is absent. */
export function fieldsTold({ what, ages, publics, ...price }: ActivityFacts): ToldFields {
  const { priceKind, priceFrom, priceNote } = price;
  return {
    ...(what === undefined ? {} : { what }),
    ...(ages ? { minAge: ages[0]?.[0] || null, maxAge: ages.at(-1)?.[1] ?? null } : {}),
    ...(publics ? { publics } : {}),
    ...(priceKind === undefined ? {} : { priceKind }),
    ...(priceFrom === undefined ? {} : { priceFrom }),
    ...(priceNote === undefined ? {} : { priceNote }),
  };
}

/** What to remember of it. */
export const rememberedTold = (facts: ActivityFacts, fields: ToldFields): Told => ({
  fields: Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, mark(field as ActivityField, value)]),
  ),
  ...((facts.ages?.length ?? 0) > 1 ? { ages: facts.ages ?? [] } : {}),
  hours: (facts.hours ?? []).map(hourKey).sort(),
});

/** Texts may name someone: only their digest is remembered. */
const texts: ReadonlySet<ActivityField> = new Set(["what", "priceNote"]);

const mark = (field: ActivityField, value: unknown): unknown =>
  texts.has(field) && typeof value === "string"
    ? createHash("sha256").update(value).digest("hex").slice(0, 16)
    : value;

/** Whether a field still says what the last file said, or nothing when no file said it. */
export function isAsTold(field: ActivityField, value: unknown, told: Told): boolean {
  if (field in told.fields) return alike(mark(field, value), told.fields[field]);
  return value === null || value === "unknown" || (Array.isArray(value) && value.length === 0);
}

export const alike = (one: unknown, other: unknown): boolean => plain(one) === plain(other);

const plain = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.toSorted() : value);

export const hourKey = ({ day, from, to }: HourFacts): string => `${day} ${from}-${to}`;

/** The hours of a series written as a file's; a rhythm no file tells is its own. */
export function seriesKeys(series: Series): string[] {
  const { rhythm, startMinute, durationMinutes } = series;
  if (rhythm.kind !== "weekly" || rhythm.every !== 1) return [`series ${series.id}`];
  return rhythm.days.map((day) =>
    hourKey({ day, from: startMinute, to: startMinute + durationMinutes }),
  );
}
