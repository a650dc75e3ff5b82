import { dayOf } from "../../../platform/clock.ts";
import { page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { schoolHolidaysBetween } from "../../scheduling/index.ts";
import { urls } from "../urls.ts";
import { agendaFrom } from "./address.ts";
import { agendaPage, dayPage, shownOf } from "./page.tsx";
import { agendaDates, districtsOf, nextDay } from "./queries.ts";
import { rangeOf } from "./range.ts";

/** The agenda by day, week or month. */
export const agendaRoutes: Route[] = [
  get(
    urls.agenda,
    anyone,
    async (ask) => {
      ask.count("agenda");
      const today = dayOf(ask.now);
      const asked = agendaFrom(ask.query, today);
      const range = rangeOf(asked.span, asked.day);
      const dates = await agendaDates(ask.tx, range, asked, {
        most: shownOf[asked.span],
        skipped: asked.span === "day" ? (asked.page - 1) * dayPage : 0,
      });
      const from = range.last < today ? today : range.after;
      return page(
        agendaPage(ask.view, {
          ask: asked,
          today,
          range,
          dates,
          school: await schoolHolidaysBetween(ask.tx, range.first, range.last),
          next: dates.length ? null : await nextDay(ask.tx, from, asked),
          districts: await districtsOf(ask.tx),
        }),
      );
    },
    { cached: true },
  ),
];
