import { dayWords, longDay, monthWords } from "../../../ui/dates.ts";
import {
  Breadcrumb,
  ButtonLink,
  EmptyState,
  page,
  Pagination,
  RestScene,
  type View,
} from "../../../ui/index.ts";
import { SchoolWords } from "../../scheduling/index.ts";
import { urls } from "../urls.ts";
import { agendaUrl, spanName, type AgendaAsk } from "./address.ts";
import { AgendaForm } from "./form.tsx";
import { DayList } from "./day.tsx";
import { MonthTable } from "./month.tsx";
import type { AgendaDate } from "./queries.ts";
import { spans, type Range } from "./range.ts";

/** Dates of one day on a page. */
export const dayPage = 50;
/** Dates of each day in a week, in a month; the day says the rest. */
export const shownOf = { day: dayPage, week: 10, month: 3 } as const;

export type AgendaShown = {
  ask: AgendaAsk;
  today: string;
  range: Range;
  dates: readonly AgendaDate[];
  /** The school holidays these days are in. */
  school: readonly { firstDay: string; lastDay: string }[];
  /** The next day that has something, when this range has nothing. */
  next: string | null;
  districts: readonly { slug: string; name: string }[];
};

/** What happens, by day, week or month. */
export function agendaPage(view: View, shown: AgendaShown): string {
  const { t, href } = view;
  const { ask, dates, range } = shown;
  const title = rangeWords(view, shown);
  return page(
    view,
    {
      title: t("activities:agenda.pageTitle", { when: title }),
      description: t("activities:agenda.description", { commune: view.commune.name }),
      section: urls.agenda,
      canonical: urls.agenda,
      embeds: true,
      hidden: ask.page > 1 || ask.day !== shown.today,
    },
    <>
      <Breadcrumb view={view} trail={[]} here={t("activities:agenda.title")} />
      <h1>{t("activities:agenda.title")}</h1>
      <Spans view={view} ask={ask} />
      <AgendaForm view={view} ask={ask} districts={shown.districts} />
      <section class="flow" aria-labelledby="dates">
        <div class="row agenda-bar">
          <ButtonLink
            kind="quiet"
            icon="previous"
            href={href(agendaUrl(ask, { day: range.before }))}
          >
            {t(`activities:agenda.before.${ask.span}`)}
          </ButtonLink>
          <h2 id="dates">{title}</h2>
          <ButtonLink kind="quiet" icon="next" href={href(agendaUrl(ask, { day: range.after }))}>
            {t(`activities:agenda.after.${ask.span}`)}
          </ButtonLink>
        </div>
        {shown.school.map(({ firstDay, lastDay }) => (
          <SchoolWords view={view} first={firstDay} last={lastDay} />
        ))}
        {dates.length === 0 ? (
          <Nothing view={view} shown={shown} />
        ) : (
          <Dates view={view} shown={shown} />
        )}
      </section>
    </>,
  );
}

function Dates({ view, shown }: { view: View; shown: AgendaShown }) {
  const { ask, dates, range, today } = shown;
  if (ask.span === "month")
    return <MonthTable view={view} ask={ask} range={range} dates={dates} today={today} />;
  const days = [...Map.groupBy(dates, ({ day }) => day)];
  const total = ask.span === "day" ? (dates[0]?.of ?? 0) : 0;
  return (
    <>
      {days.map(([day, list]) => (
        <DayList
          view={view}
          ask={ask}
          day={day}
          dates={list}
          today={today}
          titled={ask.span === "week"}
        />
      ))}
      {ask.span === "day" && (
        <Pagination
          view={view}
          page={ask.page}
          pages={Math.ceil(total / dayPage)}
          href={(to) => view.href(agendaUrl(ask, { page: to }))}
        />
      )}
    </>
  );
}

/** A day, a week or a month at a time. */
function Spans({ view: { t, href }, ask }: { view: View; ask: AgendaAsk }) {
  return (
    <nav class="tabs not-paper" aria-label={t("activities:agenda.spans")}>
      <ul>
        {spans.map((span) => (
          <li>
            <a
              href={href(agendaUrl(ask, { span }))}
              aria-current={span === ask.span ? "page" : undefined}
              data-span={spanName(span)}
            >
              {t(`activities:agenda.span.${span}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Nothing({ view, shown: { ask, next } }: { view: View; shown: AgendaShown }) {
  const { t, href, lang } = view;
  return (
    <EmptyState scene={<RestScene />} title={t(`activities:agenda.nothing.${ask.span}`)}>
      {next && (
        <p>
          <a href={href(agendaUrl(ask, { day: next }))}>
            {t("activities:agenda.next", { day: longDay(lang, next, true) })}
          </a>
        </p>
      )}
      {!ask.all && (
        <p>
          <a href={href(agendaUrl(ask, { all: true }))}>{t("activities:agenda.seeAll")}</a>
        </p>
      )}
      <div class="actions">
        <ButtonLink href={href(urls.search)}>{t("activities:find.title")}</ButtonLink>
      </div>
    </EmptyState>
  );
}

/** "Mardi 3 novembre 2026", "Semaine du 2 au 8 novembre 2026", "Novembre 2026". */
function rangeWords({ t, lang }: View, { ask, range }: AgendaShown): string {
  if (ask.span === "day") return dayWords(lang, range.first);
  if (ask.span === "week")
    return t("activities:agenda.week", { first: longDay(lang, range.first), last: longDay(lang, range.last) }); // prettier-ignore
  return monthWords(lang, range.first);
}
