import { file, notFound, type Answer } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { activitySearchFrom } from "../finding/address.ts";
import { searchActivities, wantedOf } from "../finding/ask.ts";
import type { Activity } from "../record/fields.ts";
import { activitiesOf, activityBySlug, listedAssociation } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { calendarOf } from "./events.ts";

/** Activities whose dates one calendar follows. */
const most = 200;

const answer = async (ask: Ask, name: string, activities: readonly Activity[]): Promise<Answer> =>
  file(
    await calendarOf(ask.tx, ask.view, name, activities, ask.now),
    "text/calendar; charset=utf-8",
    "agenda.ics",
    true,
  );

/** Calendars that a telephone follows: of one activity, of an association, of a search. */
export const calendarFileRoutes: Route[] = [
  get(
    urls.searchCalendar,
    anyone,
    async (ask) => {
      ask.count("calendar", "", "feed");
      const search = { ...activitySearchFrom(ask.query), page: 1 };
      const { lines } = await searchActivities(ask.tx, wantedOf(search), ask.now, most);
      const ids = lines.map(({ id }) => id);
      const name =
        search.text || ask.t("activities:calendar.of", { commune: ask.view.commune.name });
      return answer(ask, name, ids.length ? await activitiesOf(ask.tx, { ids }) : []);
    },
    { cached: true },
  ),
  get(
    urls.calendar(":slug"),
    anyone,
    async (ask) => {
      const activity = await activityBySlug(ask.tx, ask.params["slug"] ?? "");
      if (!activity?.association.listed || activity.state === "draft") return notFound();
      ask.count("calendar", activity.id, "feed");
      return answer(ask, activity.fields.title, [activity]);
    },
    { cached: true },
  ),
  get(
    urls.associationCalendar(":slug"),
    anyone,
    async (ask) => {
      const found = await listedAssociation(ask.tx, ask.params["slug"] ?? "");
      if (!found) return notFound();
      ask.count("calendar", found.id, "feed");
      const all = await activitiesOf(ask.tx, { associationId: found.id });
      return answer(
        ask,
        found.name,
        all.filter(({ state }) => state !== "draft"),
      );
    },
    { cached: true },
  ),
];
