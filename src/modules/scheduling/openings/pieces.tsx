import { longDay } from "../../../ui/dates.ts";
import { Facts } from "../../../ui/pieces.tsx";
import type { View } from "../../../ui/view.ts";
import { seasonsOf, type OpeningRule, type Timetable } from "./timetable.ts";
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
