import { seasonOf } from "../../communes/index.ts";
import { longDay } from "../../../ui/dates.ts";
import {
  Actions,
  Alert,
  ButtonLink,
  EmptyState,
  ResultItem,
  Results,
  Tag,
  WelcomeScene,
  type Tone,
  type View,
} from "../../../ui/index.ts";
import type { State } from "../codes.ts";
import type { Activity } from "../record/fields.ts";
import { urls } from "../urls.ts";
import { programmePage } from "./frame.tsx";
import type { Programme } from "./programme.ts";

/** An activity in the list, with its hours in words and its next day. */
export type Line = { activity: Activity; hours: readonly string[]; place: string | undefined };

export type ListSeen = {
  programme: Programme;
  /** The year the season shown begins in, and those that may be looked at. */
  season: number;
  seasons: readonly number[];
  lines: readonly Line[];
  /** The year the season prepared begins in, and how many of the one before are not taken up yet. */
  prepared: number;
  toRenew: number;
};

const tones: Record<State, Tone> = { draft: "warning", published: "success", stopped: "info" };

export const seasonWords = ({ t }: View, year: number): string =>
  t("programme:season", { from: year, to: year + 1 });

/** The programme of a season: what is on, what is being written, what stopped. */
export function listPage(view: View, seen: ListSeen): string {
  const { t, href } = view;
  const { programme, lines } = seen;
  const title = t("programme:of", { name: programme.name });
  return programmePage(
    view,
    programme,
    { title },
    <>
      <h1>{title}</h1>
      <SeasonChoice view={view} seen={seen} />
      {programme.writes && seen.toRenew > 0 && (
        <Alert
          view={view}
          kind="warning"
          title={t("programme:renewal.due", {
            count: seen.toRenew,
            from: seen.prepared - 1,
            to: seen.prepared,
          })}
        >
          <p>{t("programme:renewal.dueWords")}</p>
          <ButtonLink icon="history" href={href(urls.renewal(programme.base))}>
            {t("programme:renewal.begin", { from: seen.prepared, to: seen.prepared + 1 })}
          </ButtonLink>
        </Alert>
      )}
      {programme.writes && lines.length > 0 && <Add view={view} programme={programme} />}
      {lines.length === 0 ? (
        <EmptyState scene={<WelcomeScene />} title={t("programme:none.title")}>
          <p>{t("programme:none.words")}</p>
          {programme.writes && <Add view={view} programme={programme} />}
        </EmptyState>
      ) : (
        <Results>
          {lines.map((line) => (
            <OneLine view={view} line={line} base={programme.base} />
          ))}
        </Results>
      )}
    </>,
  );
}

const Add = ({ view, programme }: { view: View; programme: Programme }) => (
  <Actions>
    <ButtonLink icon="add" href={view.href(urls.addKind(programme.base, "regular"))}>
      {view.t("programme:add.regular")}
    </ButtonLink>
    <ButtonLink kind="secondary" icon="add" href={view.href(urls.addKind(programme.base, "event"))}>
      {view.t("programme:add.event")}
    </ButtonLink>
    <ButtonLink kind="quiet" icon="calendar" href={view.href(urls.calendars(programme.base))}>
      {view.t("programme:calendar.title")}
    </ButtonLink>
  </Actions>
);

function SeasonChoice({ view, seen }: { view: View; seen: ListSeen }) {
  const { from, to } = seasonOf(seen.season);
  return (
    <nav aria-label={view.t("programme:seasons")}>
      <p class="row">
        {seen.seasons.map((year) =>
          year === seen.season ? (
            <strong aria-current="page">{seasonWords(view, year)}</strong>
          ) : (
            <a href={view.href(urls.season(seen.programme.base, year))}>
              {seasonWords(view, year)}
            </a>
          ),
        )}
      </p>
      <p class="soft">
        {view.t("programme:seasonDays", {
          from: longDay(view.lang, from),
          to: longDay(view.lang, to),
        })}
      </p>
    </nav>
  );
}

function OneLine({ view, line, base }: { view: View; line: Line; base: string }) {
  const { t } = view;
  const { activity, hours, place } = line;
  return (
    <ResultItem
      title={activity.fields.title}
      href={view.href(urls.one(base, activity.id))}
      facts={[
        ...(hours.length
          ? hours.map((words) => ({ icon: "clock" as const, words }))
          : [{ icon: "clock" as const, words: t("programme:noHours") }]),
        ...(place ? [{ icon: "place" as const, words: place }] : []),
      ]}
      tags={
        <>
          <Tag tone={tones[activity.state]}>{t(`programme:state.${activity.state}`)}</Tag>
          {activity.kind === "event" && <Tag icon="calendar">{t("programme:kind.event")}</Tag>}
        </>
      }
    />
  );
}
