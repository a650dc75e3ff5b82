import { addDays } from "../../../platform/clock.ts";
import { capital, longDay } from "../../../ui/dates.ts";
import { Facts } from "../../../ui/pieces.tsx";
import type { View } from "../../../ui/view.ts";
import { stretches, type Stretch } from "./stretches.ts";
import { openingsOn, seasonsOf, type Calendar, type OpeningRule, type Timetable } from "./timetable.ts"; // prettier-ignore
import { exceptionWords, weekLines } from "./words.ts";

/** Opening hours in words, for people: the week, the holidays, what changes soon. */
export function OpeningHours(props: { view: View; timetable: Timetable; today: string }) {
  const { view, timetable, today } = props;
  const { t, lang } = view;
  const { usual, school, differ, periods } = seasonsOf(timetable);
  const soon = timetable.exceptions.filter(({ lastDay }) => lastDay >= today);
  return (
    <div class="flow">
      {differ && <p>{t("openings:words.term")}</p>}
      <WeekOf view={view} rules={usual} />
      {differ && school.length > 0 && (
        <>
          <p>{t("openings:words.school")}</p>
          <WeekOf view={view} rules={school} />
        </>
      )}
      {differ && !school.length && <p>{t("openings:words.closedSchool")}</p>}
      {periods
        .filter(({ lastDay }) => lastDay >= today)
        .map(({ firstDay, lastDay, rules }) => (
          <>
            <p>
              {t("openings:words.days", {
                first: longDay(lang, firstDay),
                last: longDay(lang, lastDay),
              })}
            </p>
            <WeekOf
              view={view}
              rules={rules.map((rule) => ({ ...rule, firstDay: null, lastDay: null }))}
            />
          </>
        ))}
      {timetable.rules.length > 0 && (
        <p>
          {t(
            timetable.publicHolidays === "open"
              ? "openings:words.openPublic"
              : "openings:words.closedPublic",
          )}
        </p>
      )}
      {soon.length > 0 && (
        <>
          <p>{t("openings:words.exceptions")}</p>
          <ul>
            {soon.map((one) => (
              <li>
                {exceptionWords(t, lang, one)}
                {one.words && <span class="mark"> ({one.words})</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** How far ahead the days that are closed are said. */
const daysSaid = 60;

/** What the calendar changes soon: the school holidays whose hours are others, the holidays and the days the commune closes. */
export function ComingDays(props: {
  view: View;
  timetable: Timetable;
  calendar: Calendar;
  today: string;
}) {
  const { view, timetable, calendar, today } = props;
  const { t, lang } = view;
  const [school] = stretches([...calendar.schoolDays].filter((day) => day >= today));
  const closed = closedSoon(timetable, calendar, today);
  return (
    <>
      {seasonsOf(timetable).differ && school && <SchoolWords view={view} {...school} />}
      {closed.length > 0 && (
        <>
          <p>{t("openings:words.closedSoon")}</p>
          <ul>
            {closed.map((day) => (
              <li>{capital(longDay(lang, day, true))}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** "Vacances scolaires : du 19 décembre 2026 au 3 janvier 2027". */
export const SchoolWords = ({ view: { t, lang }, first, last }: { view: View } & Stretch) => (
  <p>
    {t("openings:words.schoolDays", { first: longDay(lang, first), last: longDay(lang, last) })}
  </p>
);

/** The coming days that would be open, were they not holidays nor closed by the commune. */
function closedSoon(timetable: Timetable, calendar: Calendar, today: string): string[] {
  const ordinary = { ...calendar, publicDays: new Set<string>(), closedDays: new Set<string>() };
  return Array.from({ length: daysSaid }, (_, after) => addDays(today, after)).filter(
    (day) =>
      (calendar.publicDays.has(day) || calendar.closedDays.has(day)) &&
      openingsOn(timetable, day, ordinary).length > 0 &&
      openingsOn(timetable, day, calendar).length === 0,
  );
}

function WeekOf({ view, rules }: { view: View; rules: readonly OpeningRule[] }) {
  const { t, lang } = view;
  const lines = weekLines(t, lang, rules);
  if (!lines.length) return <p>{t("openings:words.never")}</p>;
  return (
    <Facts
      view={view}
      facts={lines.map(({ days, hours }) => ({
        term: days.slice(0, 1).toUpperCase() + days.slice(1),
        value: hours,
      }))}
    />
  );
}
