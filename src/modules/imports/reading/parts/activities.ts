import type { PlaceFacts } from "../../../associations/index.ts";
import type { ActivityFacts, AgeBand, HourFacts } from "../../activities/facts.ts";
import type { Cells } from "../cells.ts";
import { agesNamed, joinedBands } from "../cleaning/ages.ts";
import { cleanFlag } from "../cleaning/flags.ts";
import { daysIn, hoursIn, hoursOf, minutesIn } from "../cleaning/hours.ts";
import { cleanKeyword } from "../cleaning/names.ts";
import { publicsIn } from "../cleaning/publics.ts";
import { flaggedPublics } from "../cleaning/registry.ts";
import { cleanParagraphs, cleanText, said } from "../cleaning/text.ts";

/** One activity a row tells, or why what it tells is none. */
export type ActivityRead =
  { facts: ActivityFacts; unreadHours?: string } | { refusal: ActivityRefusal; title: string };
export const activityRefusals = ["title_unreadable", "title_too_long"] as const;
export type ActivityRefusal = (typeof activityRefusals)[number];

const longestTitle = 120;

/** What a row tells of what its association offers: one activity for each title between semicolons. */
export function activitiesIn(cells: Cells, place: PlaceFacts | undefined): ActivityRead[] {
  const titles = cells
    .all("activity")
    .flatMap((cell) => cell.split(/[;|\n]+/))
    .filter((title) => cleanText(title) !== undefined);
  if (titles.length === 0) return [];
  const { hours, unread } = weekIn(cells);
  const about: Partial<ActivityFacts> = {
    ...said<ActivityFacts>({
      what: cleanParagraphs(cells.one("activity_what"))?.slice(0, 3000),
      place,
      ages: some(joinedBands(agesIn(cells))),
      publics: some([
        ...new Set([...flaggedPublics(cells), ...cells.all("publics").flatMap(publicsIn)]),
      ]),
      hours,
    } as { [K in keyof ActivityFacts]: ActivityFacts[K] | undefined }),
    ...priceIn(cells.one("price")),
  };
  return titles.map((cell) => {
    const title = cleanKeyword(cell);
    if (title === undefined)
      return { refusal: "title_unreadable", title: cell.trim().slice(0, 200) };
    if (title.length > longestTitle)
      return { refusal: "title_too_long", title: title.slice(0, 200) };
    return { facts: { ...about, title }, ...(unread === undefined ? {} : { unreadHours: unread }) };
  });
}

const ageColumns = ["public_children", "public_teens", "public_adults", "public_seniors"] as const;

/** Ages told by numbers, else by columns of yes and no named after ages; one yes whose ages nobody knows leaves them all unsaid. */
function agesIn(cells: Cells): AgeBand[] {
  const [min, max] = [ageOf(cells.one("age_min")), ageOf(cells.one("age_max"))];
  if (min !== undefined || max !== undefined)
    return max === undefined || (min ?? 0) <= max ? [[min ?? 0, max ?? null]] : [];
  const words = cleanText(cells.one("ages"));
  if (words !== undefined) {
    const named = words.split(/[;,]| et (?=\p{L})/u).map(agesNamed);
    return named.every((one) => one !== undefined) ? named : [];
  }
  const yes = ageColumns
    .flatMap((target) => cells.named(target))
    .filter(({ cell }) => cleanFlag(cell) === true)
    .map(({ header }) => agesNamed(header));
  return yes.every((one) => one !== undefined) ? yes : [];
}

function ageOf(cell: string | undefined): number | undefined {
  const age = Number(
    /^\s*(\d{1,3})(?:[.,]0)?\s*(?:ans?)?\s*$/i.exec(cell ?? "")?.[1] ?? Number.NaN,
  );
  return age <= 120 ? age : undefined;
}

/** When, from a text of hours or from a day and its hours; what cannot be understood whole is not taken in part. */
function weekIn(cells: Cells): { hours?: HourFacts[] | undefined; unread?: string } {
  const words = cleanText(cells.one("hours"));
  const [day, start, end] = [cells.one("day"), cells.one("start"), cells.one("end")].map(cleanText);
  if ([words, day, start, end].every((one) => one === undefined)) return {};
  const clock = [start, end].flatMap((one) => minutesIn(one ?? ""));
  const read =
    clock.length > 0 || (words !== undefined && day !== undefined)
      ? hoursOf(daysIn(day ?? words ?? ""), clock.length > 0 ? clock : minutesIn(words ?? ""))
      : hoursIn(words ?? day ?? "");
  if (read) return { hours: read };
  return { unread: [day, start, end, words].filter((one) => one !== undefined).join(" ") };
}

/** `gratuit`, `120 €`, `de 80 à 150 € par an`: the kind, the lowest amount, and what the file wrote when it says more. */
function priceIn(
  cell: string | undefined,
): Pick<ActivityFacts, "priceKind" | "priceFrom" | "priceNote"> {
  const text = cleanText(cell);
  if (text === undefined) return {};
  if (/^(?:gratuit\p{L}*|libre|0(?:[.,]0+)? ?€?)$/iu.test(text)) return { priceKind: "free" };
  const amounts = [...text.matchAll(/\d+(?:[.,]\d{1,2})?/g)].map(([one]) =>
    Number(one.replace(",", ".")),
  );
  const lowest = Math.min(...amounts.filter((one) => one > 0 && one < 100_000));
  if (!Number.isFinite(lowest)) return { priceNote: text.slice(0, 500) };
  const alone = /^\d+(?:[.,]\d{1,2})? ?(?:€|euros?)?$/i.test(text);
  return {
    priceKind: "paid",
    priceFrom: lowest,
    ...(alone ? {} : { priceNote: text.slice(0, 500) }),
  };
}

const some = <T>(values: readonly T[]): T[] | undefined =>
  values.length === 0 ? undefined : [...values];
