import { colon } from "../../../platform/i18n/index.ts";
import { capital, longDay } from "../../../ui/dates.ts";
import {
  Actions,
  Breadcrumb,
  ButtonLink,
  Facts,
  French,
  page,
  PrintButton,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { FreeDays } from "./calendar.ts";
import type { LentAt } from "./lent-at.ts";
import type { Model } from "./queries.ts";

export type CalendarSeen = {
  model: Model;
  places: readonly (LentAt & { weeks: readonly FreeDays[][] })[];
};

/** How many of a model are free on each day of three months, in words, week by week, at each place. */
export function modelCalendarPage(view: View, { model, places }: CalendarSeen): string {
  const { t, href } = view;
  return page(
    view,
    { title: t("freedays:pageTitle", { name: model.name }), main: "text" },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("equipment:title"), path: urls.catalogue },
          { words: model.name, path: urls.model(model.slug) },
        ]}
        here={t("freedays:title")}
      />
      <h1>{t("freedays:title")}</h1>
      <p class="lead">
        <French view={view}>{model.name}</French>
      </p>
      <p>{t("freedays:lead")}</p>
      {places.length === 0 && <p>{t("catalogue:nowhere")}</p>}
      {places.map(({ name, weeks }, nth) => (
        <section class="flow" aria-labelledby={`lieu-${nth}`}>
          <h2 id={`lieu-${nth}`}>
            <French view={view}>{name}</French>
          </h2>
          <Facts
            view={view}
            facts={weeks.map((week) => ({
              term: spanWords(view, whole(week), longDay),
              value: <Week view={view} week={week} />,
            }))}
          />
        </section>
      ))}
      <Actions>
        <ButtonLink href={`${href(urls.model(model.slug))}#quand`} icon="calendar">
          {t("freedays:choose")}
        </ButtonLink>
        <PrintButton view={view} />
      </Actions>
    </>,
  );
}

const whole = (week: readonly FreeDays[]) => ({
  from: week[0]?.from ?? "",
  until: week.at(-1)?.until ?? "",
});

type Span = { from: string; until: string };

const spanWords = (
  { t, lang }: View,
  { from, until }: Span,
  say: (lang: string, day: string) => string,
): string =>
  from === until
    ? capital(say(lang, from))
    : t("freedays:span", { from: say(lang, from), until: say(lang, until) });

const leftWords = ({ t }: View, { free }: FreeDays): string =>
  free === 0 ? t("freedays:none") : t("freedays:left", { count: free });

/** One sentence when every day is alike. */
function Week({ view, week }: { view: View; week: readonly FreeDays[] }) {
  const [only, more] = week;
  if (only && !more) return <>{capital(leftWords(view, only))}</>;
  return (
    <ul>
      {week.map((days) => (
        <li>
          {spanWords(view, days, withWeekday)}
          {colon(view.lang)}
          {leftWords(view, days)}
        </li>
      ))}
    </ul>
  );
}

const withWeekday = (lang: string, day: string): string => longDay(lang, day, true);
