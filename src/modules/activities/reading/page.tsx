import type { ComponentChildren } from "preact";
import { associationUrls } from "../../associations/index.ts";
import { longDay } from "../../../ui/dates.ts";
import {
  Alert,
  Breadcrumb,
  Facts,
  French,
  inFrench,
  page,
  PrintButton,
  ShareButton,
  Split,
  Tag,
  type View,
} from "../../../ui/index.ts";
import type { Occurrence, Pattern } from "../../scheduling/index.ts";
import { PhotoFigure, type Photo } from "../../communes/index.ts";
import type { Activity } from "../record/fields.ts";
import type { placesOf } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { eventsOf } from "./described.ts";
import { factsOf } from "./facts.tsx";
import { When } from "./when.tsx";

export type KnownPlace =
  Awaited<ReturnType<typeof placesOf>> extends Map<string, infer P> ? P : never;

export type ActivityShown = {
  activity: Activity;
  /** Each hour, and its place in words when it is elsewhere than the activity. */
  hours: readonly { pattern: Pattern; elsewhere: string | undefined }[];
  dates: readonly Occurrence[];
  /** Where the dates of a series are, by series, when it is elsewhere. */
  elsewhere: ReadonlyMap<string, { words: string; place: KnownPlace | undefined }>;
  place: KnownPlace | undefined;
  photo: Photo | undefined;
  /** True when its season is over and nobody said that it goes on. */
  pastSeason: boolean;
  /** What other rooms add. */
  added: readonly ComponentChildren[];
};

/** The page of an activity: when and where first, then for whom, the price, how to join. */
export function activityPage(view: View, shown: ActivityShown): string {
  const { t, href } = view;
  const { activity } = shown;
  const { fields, association } = activity;
  return page(
    view,
    {
      title: `${fields.title} · ${association.name}`,
      description: fields.what?.slice(0, 150),
      section: urls.search,
      canonical: urls.activity(activity.slug),
      embeds: true,
      jsonLd: eventsOf(view, shown),
    },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("activities:find.title"), path: urls.search },
          { words: association.name, path: associationUrls.listing(association.slug) },
        ]}
        here={fields.title}
      />
      <h1>
        <French view={view}>{fields.title}</French>
      </h1>
      <p class="lead">
        <a href={href(associationUrls.listing(association.slug))}>
          <French view={view}>{association.name}</French>
        </a>
      </p>
      {fields.themes.length > 0 && (
        <p class="row">
          {fields.themes.map((code) => (
            <Tag icon="tag">{t(`associations:theme.${code}`)}</Tag>
          ))}
        </p>
      )}
      <Standing view={view} shown={shown} />
      <Split end side={<Side view={view} activity={activity} />}>
        {activity.state === "published" && <When view={view} shown={shown} />}
        {shown.added}
        {shown.photo && <PhotoFigure view={view} photo={shown.photo} />}
        {fields.what && (
          <div class="flow" {...inFrench(view)}>
            {fields.what.split(/\n{2,}/).map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </div>
        )}
        <Facts view={view} facts={factsOf(view, shown)} />
        <Known view={view} activity={activity} />
      </Split>
    </>,
  );
}

/** What residents must know before the rest: it stopped, or its season is over. */
function Standing({ view, shown }: { view: View; shown: ActivityShown }) {
  const { t, lang } = view;
  const { activity, pastSeason } = shown;
  if (activity.state === "stopped")
    return (
      <Alert
        view={view}
        kind="warning"
        title={t("activities:page.stopped", { day: longDay(lang, activity.stoppedOn ?? "") })}
      />
    );
  if (!pastSeason) return null;
  return (
    <Alert view={view} kind="warning" title={t("activities:page.past")}>
      <p>{t("activities:page.pastWords")}</p>
    </Alert>
  );
}

/** Who said so, and when: the association, or a file that nobody has confirmed yet. */
function Known({ view: { t, lang }, activity }: { view: View; activity: Activity }) {
  const { confirmedOn, toldOn } = activity;
  if (confirmedOn)
    return (
      <p class="soft">{t("activities:page.confirmed", { day: longDay(lang, confirmedOn) })}</p>
    );
  return toldOn ? (
    <p class="soft">{t("activities:page.told", { day: longDay(lang, toldOn) })}</p>
  ) : null;
}

/** What one does with the page. */
function Side({ view, activity }: { view: View; activity: Activity }) {
  const { t, href } = view;
  const { slug } = activity.association;
  return (
    <section class="flow not-paper" aria-label={t("activities:page.do")}>
      <p>
        <a href={href(urls.calendar(activity.slug))}>{t("activities:calendar.add")}</a>
      </p>
      <ShareButton view={view} url={view.origin + href(urls.activity(activity.slug))} />
      <PrintButton view={view} />
      <p>
        <a href={href(`${associationUrls.listing(slug)}/ecrire`)}>{t("activities:page.write")}</a>
      </p>
      <p>
        <a href={href(associationUrls.report(slug))}>{t("activities:page.report")}</a>
      </p>
    </section>
  );
}
