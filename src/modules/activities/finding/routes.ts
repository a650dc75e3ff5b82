import { dayOf } from "../../../platform/clock.ts";
import { page } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { isRobot } from "../../../platform/http/security.ts";
import { needOf } from "../../language/index.ts";
import { urls } from "../urls.ts";
import { activitySearchFrom } from "./address.ts";
import {
  anyTime,
  searchActivities,
  searchActivitiesPublicly,
  wantedOf,
  type Wanted,
} from "./ask.ts";
import { activitiesPage } from "./page.tsx";

const found = (ask: Ask, wanted: Wanted) =>
  ask.person
    ? searchActivities(ask.tx, wanted, ask.now)
    : searchActivitiesPublicly(ask.house.database, ask.tenant.id, wanted, ask.now);

/** The search of activities. */
export const findingRoutes: Route[] = [
  get(
    urls.search,
    anyone,
    async (ask) => {
      ask.count("search");
      const search = activitySearchFrom(ask.query);
      const wanted = wantedOf(search);
      const first = await found(ask, wanted);
      const timed = wanted.days.length > 0 || Boolean(wanted.moment || wanted.window);
      const others = !first.total && timed ? await found(ask, anyTime(wanted)) : undefined;
      const otherTimes = Boolean(others?.total);
      const html = activitiesPage(ask.view, {
        search,
        said: wanted.said,
        found: otherTimes && others ? others : first,
        otherTimes,
      });
      const need =
        search.text && !first.total && !otherTimes && search.page === 1
          ? needOf(search.text)
          : undefined;
      if (!need) return page(html);
      if (!isRobot(ask.request))
        ask.house.notes.add(ask.tenant.id, "search_need", [dayOf(ask.now), need]);
      // Bytes are never kept: each search without result must count.
      return { ...page(html), body: Buffer.from(html) };
    },
    { cached: true },
  ),
];
