import { dayWords } from "../../../ui/dates.ts";
import { French, Tag, type View } from "../../../ui/index.ts";
import { hoursWords } from "../../scheduling/index.ts";
import { urls } from "../urls.ts";
import { placeWords } from "../words.ts";
import { agendaUrl, type AgendaAsk } from "./address.ts";
import type { AgendaDate } from "./queries.ts";

/** The dates of a day, in order of the clock: when, what, who, where. */
export function DayList(props: {
  view: View;
  ask: AgendaAsk;
  day: string;
  dates: readonly AgendaDate[];
  today: string;
  /** Under a title of its own, when the page shows several days. */
  titled: boolean;
}) {
  const { view, ask, day, dates, titled } = props;
  const { t, href, lang } = view;
  const more = (dates[0]?.of ?? 0) - dates.length;
  return (
    <section class="flow agenda-day">
      {titled && (
        <h3>
          <a href={href(agendaUrl(ask, { span: "day", day }))}>{dayWords(lang, day)}</a>
          {day === props.today && <Tag tone="success">{t("activities:agenda.today")}</Tag>}
        </h3>
      )}
      <ol class="agenda-dates">
        {dates.map((date) => (
          <DateItem view={view} date={date} />
        ))}
      </ol>
      {titled && more > 0 && (
        <p>
          <a href={href(agendaUrl(ask, { span: "day", day }))}>
            {t("activities:agenda.more", { count: more })}
          </a>
        </p>
      )}
    </section>
  );
}

function DateItem({ view, date }: { view: View; date: AgendaDate }) {
  const { t, href, lang } = view;
  const { line } = date;
  const title = (
    <a href={href(urls.activity(line.slug))}>
      <French view={view}>{line.title}</French>
    </a>
  );
  return (
    <li>
      <p class="agenda-when num">{hoursWords(t, lang, date)}</p>
      <div>
        <p class="agenda-what">
          {date.state === "cancelled" ? <s>{title}</s> : title}{" "}
          {date.state !== "planned" && (
            <Tag tone="warning">{t(`activities:date.${date.state}`)}</Tag>
          )}
        </p>
        <p class="soft">
          <French view={view}>
            {[line.association.name, placeWords(line)].filter(Boolean).join(" · ")}
          </French>
        </p>
        {date.notice && (
          <p>
            <French view={view}>{date.notice}</French>
          </p>
        )}
      </div>
    </li>
  );
}
