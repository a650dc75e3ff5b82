import { placeKey } from "../../places/index.ts";
import { joinedBands } from "../reading/cleaning/ages.ts";
import type { ActivityFacts } from "./facts.ts";

/** Lines of one association that give the same key tell the same activity: one for each discipline and place. */
export const activityKey = ({ title, place }: ActivityFacts): string =>
  [title, place?.name ?? "", place?.street ?? "", place?.town ?? ""].map(placeKey).join("|");

/** Two lines about one activity made one: ages, publics and hours are joined, elsewhere the first that says something stays. */
export function mergeActivities(one: ActivityFacts, other: ActivityFacts): ActivityFacts {
  return {
    ...other,
    ...one,
    ...(one.place && other.place ? { place: { ...other.place, ...one.place } } : {}),
    // Ages one line leaves unsaid are not those of the other: nobody knows whom the first one welcomes.
    ...(one.ages && other.ages ? { ages: joinedBands([...one.ages, ...other.ages]) } : {}),
    ...joined("publics", one.publics, other.publics),
    ...joined("hours", one.hours, other.hours),
  };
}

function joined<K extends string, T>(
  key: K,
  one: readonly T[] | undefined,
  other: readonly T[] | undefined,
): { [P in K]?: T[] } {
  if (!one && !other) return {};
  const all = new Map(
    [...(one ?? []), ...(other ?? [])].map((each) => [JSON.stringify(each), each]),
  );
  return { [key]: [...all.values()] } as { [P in K]?: T[] };
}
