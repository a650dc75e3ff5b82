import { dayOf } from "../../../platform/clock.ts";
import { json } from "../../../platform/http/answer.ts";
import type { Ask, Route } from "../../../platform/http/ask.ts";
import { publishedActivities, publishedActivityIds } from "../../activities/index.ts";
import { seriesOfOccurrences } from "../../scheduling/index.ts";
import { isUuid } from "../../people/index.ts";
import { licence } from "../serving/licence.ts";
import { open, problem } from "../serving/open.ts";
import { urls } from "../urls.ts";
import { scheduledSession, sessionSeries, type Making } from "./items.ts";
import type { Feed } from "./noting.ts";
import { itemsAfter, rpdePage, type After, type Item } from "./paging.ts";
import { sessionsAhead } from "./reading.ts";

const makingOf = (ask: Ask): Making => ({
  t: ask.house.words("fr"),
  origin: ask.view.origin,
  commune: ask.tenant.view.name,
  insee: ask.tenant.insee,
});

/** What is said now of some things of a feed, by identifier; what is gone is left out. */
type Said = (ask: Ask, ids: readonly string[]) => Promise<ReadonlyMap<string, object>>;

const seriesSaid: Said = async (ask, ids) => {
  const rows = await publishedActivities(
    ask.tx,
    await publishedActivityIds(ask.tx, dayOf(ask.now), ids),
  );
  const making = makingOf(ask);
  return new Map(
    rows.flatMap((row) =>
      row.hours.map((hours) => [hours.series.id, sessionSeries(making, { row, hours })] as const),
    ),
  );
};

const sessionsSaid: Said = async (ask, ids) => {
  const today = dayOf(ask.now);
  const series = await seriesOfOccurrences(ask.tx, ids);
  const activities = await publishedActivityIds(ask.tx, today, series);
  const { sessions } = await sessionsAhead(ask.tx, today, activities);
  return new Map(
    sessions.map((one) => [one.occurrence.id, scheduledSession(ask.view.origin, one)]),
  );
};

const feeds = [
  { path: "session-series", feed: "session_series", kind: "SessionSeries", said: seriesSaid },
  {
    path: "scheduled-sessions",
    feed: "scheduled_session",
    kind: "ScheduledSession",
    said: sessionsSaid,
  },
] as const satisfies readonly { path: string; feed: Feed; kind: Item["kind"]; said: Said }[];

/** OpenActive: two feeds to follow (RPDE 1.0), and each of their things at its own address. */
export const activeRoutes: Route[] = [
  open(urls.active, ({ view }) =>
    json({
      license: licence.url,
      feeds: feeds.map(({ path, kind }) => ({
        kind,
        url: view.origin + urls.activeFeed(path),
      })),
    }),
  ),
  ...feeds.flatMap(({ path, feed, kind, said }) => [
    open(urls.activeFeed(path), async (ask) => {
      const after = afterOf(ask);
      if (after === "wrong") return problem(ask, 400, ask.t("open-data:problem.after"));
      const found = await itemsAfter(ask.tx, feed, after);
      const there = found.flatMap(({ id, gone }) => (gone ? [] : [id]));
      const now = there.length ? await said(ask, there) : new Map<string, object>();
      const items = found.map(({ id, modified, gone }): Item => {
        const data = gone ? undefined : now.get(id);
        // Gone since it was noted: the next noting says so again, later.
        return data
          ? { state: "updated", kind, id, modified, data }
          : { state: "deleted", kind, id, modified };
      });
      return json(rpdePage(ask.view.origin + urls.activeFeed(path), after, items));
    }),
    open(`${urls.activeFeed(path)}/:id`, async (ask) => {
      const id = ask.params["id"] ?? "";
      const data = isUuid(id) ? (await said(ask, [id])).get(id) : undefined;
      return data ? json(data) : problem(ask, 404, ask.t("open-data:problem.unknown"));
    }),
  ]),
];

function afterOf({ query }: Ask): After | "wrong" {
  const [timestamp, id] = [query.get("afterTimestamp"), query.get("afterId")];
  if (timestamp === null && id === null) return undefined;
  if (timestamp === null || id === null || !/^\d{1,16}$/.test(timestamp) || !isUuid(id))
    return "wrong";
  return { timestamp: Number(timestamp), id };
}
