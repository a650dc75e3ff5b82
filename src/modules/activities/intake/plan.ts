import type { ActivityFacts, HourFacts, ToldPairs } from "../../imports/index.ts";
import type { Activity, ActivityField, Told } from "../record/fields.ts";
import type { Hours } from "../record/series.ts";
import {
  alike,
  fieldsTold,
  hourKey,
  isAsTold,
  rememberedTold,
  seriesKeys,
  type ToldFields,
} from "./told.ts";

/** What a file would do to an activity already known. */
export type Plan = {
  patch: ToldFields;
  change: ToldPairs;
  kept: ToldPairs;
  told: Told;
  season: number;
  hours: { add: HourFacts[]; end: Hours[] };
};

type About = { season: number; today: string };

/** A file changes what the last file said, and fills what nobody said; what a person said or confirmed stays. */
export function planOf(
  known: Activity,
  all: readonly Hours[],
  facts: ActivityFacts,
  { season, today }: About,
): Plan {
  const fields = fieldsTold(facts);
  const told = known.told ?? { fields: {}, hours: [] };
  const current = all.filter(({ series }) => series.lastDay === null || series.lastDay >= today);
  const asTold = known.told !== null && known.confirmedOn === null && known.state === "published";
  const plan: Plan = {
    patch: {},
    change: {},
    kept: {},
    told: mergedTold(told, rememberedTold(facts, fields), facts),
    season: known.season ?? season,
    hours: { add: [], end: [] },
  };
  for (const [field, value] of Object.entries(fields) as [keyof ToldFields, never][]) {
    const old = known.fields[field];
    if (alike(old, value)) continue;
    const theirs = !asTold || !isAsTold(field, old, told);
    (theirs ? plan.kept : plan.change)[field] = [old, value];
    if (!theirs) plan.patch[field] = value;
  }
  withHours(plan, current, told, facts, asTold);
  if (plan.season < season && known.kind === "regular")
    if (asTold && untouched(known, told)) {
      plan.change["season"] = [known.season, season];
      plan.season = season;
    } else plan.kept["season"] = [known.season, season];
  return plan;
}

/** What a file says of the hours: a day and an hour more, or less. */
function withHours(
  plan: Plan,
  current: readonly Hours[],
  told: Told,
  facts: ActivityFacts,
  asTold: boolean,
): void {
  if (!facts.hours) return;
  const now = facts.hours.map(hourKey).sort();
  const own = current.flatMap(({ series }) => seriesKeys(series)).sort();
  if (alike(own, now)) return;
  // Over with their season, hours a file told are told again.
  const theirs = !asTold || !(own.length === 0 || alike(own, told.hours));
  (theirs ? plan.kept : plan.change)["hours"] = [own, now];
  if (theirs) return;
  plan.hours.add = facts.hours.filter((hour) => !own.includes(hourKey(hour)));
  plan.hours.end = current.filter(
    ({ series }) => !seriesKeys(series).every((key) => now.includes(key)),
  );
}

/** Nobody has changed anything since the last file. */
const untouched = (known: Activity, told: Told): boolean =>
  (Object.keys(told.fields) as ActivityField[]).every((field) =>
    isAsTold(field, known.fields[field], told),
  );

/** What a file does not say stays as the one before said it. */
const mergedTold = (before: Told, now: Told, facts: ActivityFacts): Told => ({
  fields: { ...before.fields, ...now.fields },
  ...(facts.ages ? (now.ages ? { ages: now.ages } : {}) : before.ages ? { ages: before.ages } : {}),
  hours: facts.hours ? now.hours : before.hours,
});
