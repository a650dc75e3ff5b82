import type { ComponentChildren } from "preact";
import { Actions, ButtonLink, Facts, Refused, Tag, type View } from "../../../ui/index.ts";
import type { Photo } from "../../communes/index.ts";
import type { Activity } from "../record/fields.ts";
import type { Missing } from "../record/rules.ts";
import { urls } from "../urls.ts";
import { programmePage } from "./frame.tsx";
import { seasonWords } from "./list-page.tsx";
import { partNames } from "./parts.ts";
import type { Programme } from "./programme.ts";
import { StateOf } from "./state-of.tsx";
import { partSummary } from "./summaries.ts";

/** Hours of the activity in words, and where, when it is elsewhere. */
export type HoursLine = {
  seriesId: string;
  words: string;
  /** From when to when, for what comes back. */
  period: string | undefined;
  place: string | undefined;
};

/** One date to come, as its owner sees it. */
export type DateLine = {
  id: string;
  words: string;
  state: "planned" | "moved" | "cancelled";
  notice: string | null;
};

export type SheetSeen = {
  programme: Programme;
  activity: Activity;
  hours: readonly HoursLine[];
  dates: readonly DateLine[];
  place: string | undefined;
  photo: Photo | undefined;
  missing: readonly Missing[];
  /** The first day residents will read it, when it was taken up before its season. */
  shownFrom: string | undefined;
  /** What other rooms add. */
  added: readonly ComponentChildren[];
  refused?: string | undefined;
};

/** One activity: its state first, then each part with the way to change it, its hours, its next dates. */
export function sheetPage(view: View, seen: SheetSeen): string {
  const { t, href } = view;
  const { programme, activity } = seen;
  const { base, writes } = programme;
  const { title } = activity.fields;
  return programmePage(
    view,
    programme,
    { title, here: title, wrong: seen.refused !== undefined },
    <>
      <h1>{title}</h1>
      <Refused view={view} sentence={seen.refused} />
      <p class="row">
        <Tag tone={activity.state === "published" ? "success" : "warning"}>
          {t(`programme:state.${activity.state}`)}
        </Tag>
        <span class="soft">
          {activity.season === null
            ? t("programme:kind.event")
            : seasonWords(view, activity.season)}
        </span>
      </p>
      <StateOf view={view} seen={seen} />
      <h2>{t("programme:sheet.hours")}</h2>
      <Hours view={view} seen={seen} />
      {seen.dates.length > 0 && <Dates view={view} seen={seen} />}
      {seen.added}
      <h2>{t("programme:sheet.parts")}</h2>
      <Facts
        view={view}
        facts={[
          ...partNames.map((part) => ({
            term: t(`programme:part.${part}`),
            value: partSummary(view, part, activity, seen.place) ?? (
              <span class="soft">{t("programme:nothingSaid")}</span>
            ),
            change: writes ? href(urls.part(base, activity.id, part)) : undefined,
          })),
          {
            term: t("photo:title"),
            value: seen.photo ? (
              seen.photo.alt || t("photo:onlyDecorative")
            ) : (
              <span class="soft">{t("photo:none")}</span>
            ),
            change: writes ? href(urls.photo(base, activity.id)) : undefined,
          },
        ]}
      />
    </>,
  );
}

function Hours({ view, seen }: { view: View; seen: SheetSeen }) {
  const { t, href } = view;
  const { programme, activity, hours } = seen;
  return (
    <>
      {hours.length === 0 && <p class="soft">{t("programme:noHours")}</p>}
      {hours.length > 0 && (
        <ul>
          {hours.map((line) => (
            <li>
              {line.words}
              {line.place && <>, {line.place}</>}
              {line.period && <span class="soft">. {line.period}.</span>}{" "}
              {programme.writes && (
                <a href={href(urls.hours(programme.base, activity.id, line.seriesId))}>
                  {t("programme:hours.change")}
                  <span class="sr"> : {line.words}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {programme.writes && (
        <Actions>
          <ButtonLink
            kind="secondary"
            icon="add"
            href={href(urls.newHours(programme.base, activity.id))}
          >
            {t(hours.length ? "programme:hours.another" : "programme:hours.add")}
          </ButtonLink>
        </Actions>
      )}
    </>
  );
}

function Dates({ view, seen }: { view: View; seen: SheetSeen }) {
  const { t, href } = view;
  const { programme, activity } = seen;
  return (
    <>
      <h2>{t("programme:sheet.dates")}</h2>
      <ul>
        {seen.dates.map((date) => (
          <li>
            {date.state === "cancelled" ? <s>{date.words}</s> : date.words}{" "}
            {date.state !== "planned" && (
              <Tag tone="warning">{t(`programme:date.${date.state}`)}</Tag>
            )}
            {date.notice && <span class="soft"> {date.notice}</span>}{" "}
            {programme.writes && (
              <a href={href(urls.date(programme.base, activity.id, date.id))}>
                {t(date.state === "cancelled" ? "programme:date.look" : "programme:date.change")}
                <span class="sr"> : {date.words}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
