import { sql } from "kysely";
import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Database, Tx } from "../../../platform/db/database.ts";
import { seasonYear } from "../../communes/index.ts";
import { readQuestion } from "../../language/index.ts";
import { weekdayOf, type Occurrence, type Weekday } from "../../scheduling/index.ts";
import type { ActivitySearch } from "./address.ts";
import type { ActivityLine } from "./document.ts";
import { minutesOf, type Moment } from "./moments.ts";
import { understoodOf, type Understood, type Window } from "./understood.ts";

/** Results on one page. */
export const pageSize = 20;

export type FoundActivities = {
  total: number;
  /** `distance` in kilometres when asked near somewhere, `date` its first one when asked between two days. */
  lines: FoundLine[];
  /** How many results each choice leads to, by code: `t_sport`, `w_WE`… */
  facets: Record<string, number>;
  corrected: { from: string; to: string }[];
  suggested: string[];
  districts: { slug: string; name: string }[];
  places: { key: string; name: string; lat: number; lon: number }[];
};

export type FoundLine = ActivityLine & {
  distance?: number | null;
  date?: Pick<Occurrence, "day" | "startMinute" | "durationMinutes"> | null;
};

/** What is looked for: what was chosen, with what the words say of when, for whom and at what price. */
export type Wanted = ActivitySearch & { said: Understood };

export function wantedOf(search: ActivitySearch): Wanted {
  const plain = { ...understoodOf(""), rest: search.text };
  const said = search.exact ? plain : understoodOf(search.text);
  return {
    ...search,
    said,
    days: search.days.length ? search.days : said.days,
    moment: search.moment || (said.moment ?? ""),
    window: search.window || (said.window ?? ""),
    age: search.age ?? said.age,
    price: search.price || (said.free ? "free" : ""),
  };
}

/** The same without when: what there is on other days, when nothing was found. */
export const anyTime = (wanted: Wanted): Wanted => ({
  ...wanted,
  days: [],
  moment: "",
  window: "",
});

export async function searchActivities(tx: Tx, wanted: Wanted, now: Date, size = pageSize) {
  const { rows } = await sql<{ found: FoundActivities }>`
    select search_activities(${JSON.stringify(requestOf(wanted, now, size))}::jsonb) as found`.execute(
    tx,
  );
  if (!rows[0]) throw new Error("search answers nothing");
  return rows[0].found;
}

/** The same for someone signed out: in one round trip, without opening a transaction. */
export const searchActivitiesPublicly = async (
  database: Database,
  communeId: number,
  wanted: Wanted,
  now: Date,
): Promise<FoundActivities> =>
  (await database.ask(
    communeId,
    "search_activities",
    requestOf(wanted, now, pageSize),
  )) as FoundActivities;

const requestOf = (wanted: Wanted, now: Date, size: number) => {
  const today = dayOf(now);
  const [lat, lon] = wanted.near.split(",").map(Number);
  const between = wanted.window ? daysOf(wanted.window, today) : undefined;
  const [from, until] = wanted.moment && between ? minutesOf[wanted.moment] : [];
  return {
    ...readQuestion(wanted.said.rest),
    exact: wanted.exact,
    fitting: fittingOf(wanted) || undefined,
    age: wanted.age,
    price: wanted.price && wanted.price !== "free" ? Number(wanted.price) : undefined,
    ...between,
    from,
    until,
    ...(Number.isFinite(lat) && Number.isFinite(lon) ? { lat, lon } : wanted.near ? { place: wanted.near } : {}), // prettier-ignore
    radius: wanted.near ? wanted.radius : undefined,
    today,
    now,
    season: seasonYear(today),
    offset: (wanted.page - 1) * size,
    size,
  };
};

/** What filters ask as lexemes, `~` standing for the commune. */
function fittingOf({
  theme,
  public: whom,
  kind,
  district,
  access,
  price,
  days,
  moment,
}: Wanted): string {
  const all = [
    theme && `~t_${theme}`,
    whom && `~p_${whom}`,
    kind && `~k_${kind}`,
    district && `~d_${district}`,
    price === "free" && "~f_free",
    ...access.map((code) => `~a_${code}`),
    whenAsked(days, moment),
  ];
  return all.filter(Boolean).join("&");
}

const whenAsked = (days: readonly Weekday[], moment: Moment | ""): string => {
  if (!days.length) return moment && `~m_${moment}`;
  return `(${days.map((day) => (moment ? `~x_${day}_${moment}` : `~w_${day}`)).join("|")})`;
};

/** First and last day of a window: the week ends on Sunday, the weekend is this one or the next to come. */
export function daysOf(window: Window, today: string): { first: string; last: string } {
  const weekday = weekdayOf(today);
  const sunday = addDays(today, 6 - weekday);
  if (window === "today") return { first: today, last: today };
  if (window === "tomorrow") return { first: addDays(today, 1), last: addDays(today, 1) };
  if (window === "week") return { first: today, last: sunday };
  return { first: weekday === 6 ? today : addDays(sunday, -1), last: sunday };
}
