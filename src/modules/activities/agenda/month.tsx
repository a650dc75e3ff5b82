import { longDay } from "../../../ui/dates.ts";
import { French, type View } from "../../../ui/index.ts";
import { weekdayOf, weekdays } from "../../scheduling/index.ts";
import { addDays } from "../../../platform/clock.ts";
import { urls } from "../urls.ts";
import { agendaUrl, type AgendaAsk } from "./address.ts";
import type { AgendaDate } from "./queries.ts";
import { daysIn, type Range } from "./range.ts";

/** A month as a table, one week a row; on a phone, the days that have something, one under the other. */
export function MonthTable(props: {
  view: View;
  ask: AgendaAsk;
  range: Range;
  dates: readonly AgendaDate[];
  today: string;
}) {
  const { view, range, dates } = props;
  const { t } = view;
  const byDay = Map.groupBy(dates, ({ day }) => day);
  const first = addDays(range.first, -weekdayOf(range.first));
  const days = daysIn({ first, last: addDays(range.last, 6 - weekdayOf(range.last)) });
  const weeks = days.filter((_, at) => at % 7 === 0).map((day) => daysIn({ first: day, last: addDays(day, 6) })); // prettier-ignore
  return (
    <table class="agenda-month">
      <caption class="sr">{t("activities:agenda.title")}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th scope="col">{t(`activities:find.day.${day}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr>
            {week.map((day) =>
              day < range.first || day > range.last ? (
                <td class="agenda-none">
                  <span class="num soft">{Number(day.slice(8))}</span>
                </td>
              ) : (
                <Day {...props} day={day} dates={byDay.get(day) ?? []} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day(props: {
  view: View;
  ask: AgendaAsk;
  day: string;
  dates: readonly AgendaDate[];
  today: string;
}) {
  const { view, ask, day, dates } = props;
  const { t, href, lang } = view;
  const more = (dates[0]?.of ?? 0) - dates.length;
  const number = Number(day.slice(8));
  if (!dates.length)
    return (
      <td class="agenda-none">
        <span class="num">{number}</span>
      </td>
    );
  return (
    <td aria-current={day === props.today ? "date" : undefined}>
      <a class="agenda-number num" href={href(agendaUrl(ask, { span: "day", day }))}>
        <span aria-hidden="true">{number}</span>
        <span class="agenda-full">{longDay(lang, day, true)}</span>
      </a>
      <ul>
        {dates.map(({ line, state }) => (
          <li>
            <a href={href(urls.activity(line.slug))}>
              <French view={view}>
                {state === "cancelled" ? <s>{line.title}</s> : line.title}
              </French>
            </a>
            {state === "cancelled" && <span class="sr"> {t("activities:date.cancelled")}</span>}
          </li>
        ))}
        {more > 0 && (
          <li>
            <a href={href(agendaUrl(ask, { span: "day", day }))}>
              {t("activities:agenda.more", { count: more })}
            </a>
          </li>
        )}
      </ul>
    </td>
  );
}
