import { dayOf } from "../../../platform/clock.ts";
import { file } from "../../../platform/http/answer.ts";
import type { Route } from "../../../platform/http/ask.ts";
import { activityUrls, calendarEvent } from "../../activities/index.ts";
import { calendarFile } from "../../scheduling/index.ts";
import { sessionsAhead } from "../active/reading.ts";
import { licence } from "../serving/licence.ts";
import { open } from "../serving/open.ts";
import { urls } from "../urls.ts";
import { atomOf } from "./atom.ts";
import { entriesOf } from "./news.ts";

/** What people follow with a calendar or a feed reader. */
export const feedRoutes: Route[] = [
  open(
    urls.agenda,
    async (ask) => {
      const t = ask.house.words("fr");
      const { origin } = ask.view;
      const { sessions } = await sessionsAhead(ask.tx, dayOf(ask.now));
      const body = calendarFile({
        name: t("open-data:follow.agendaName", { site: ask.tenant.view.siteName }),
        host: new URL(origin).hostname,
        lang: "fr",
        events: sessions.map(({ row, hours, occurrence }) =>
          calendarEvent({
            activity: row.activity,
            date: occurrence,
            place: hours.place,
            detail: hours.detail,
            url: origin + activityUrls.activity(row.activity.slug),
          }),
        ),
      });
      return file(body, "text/calendar; charset=utf-8", "agenda.ics", true);
    },
    "feed",
  ),
  open(
    urls.news,
    async (ask) => {
      const t = ask.house.words("fr");
      const { origin } = ask.view;
      const { siteName } = ask.tenant.view;
      const entries = await entriesOf(ask);
      const body = atomOf({
        title: t("open-data:follow.newsName", { site: siteName }),
        subtitle: t("open-data:follow.newsWhat"),
        author: siteName,
        rights: licence.name,
        self: origin + urls.news,
        page: origin + urls.data,
        updated: entries[0]?.updated ?? new Date(`${dayOf(ask.now)}T00:00:00Z`),
        entries,
      });
      return file(body, "application/atom+xml; charset=utf-8", "nouveautes.atom", true);
    },
    "feed",
  ),
];
