import { shortMonth } from "../../../ui/dates.ts";
import {
  Alert,
  Breadcrumb,
  ButtonLink,
  Doors,
  HumanHelp,
  LineChart,
  MailAddress,
  page,
  type Door,
  type View,
} from "../../../ui/index.ts";
import type { SectionState } from "../freshness/queries.ts";
import type { Keeper } from "../members/keeper.ts";
import { urls } from "../urls.ts";
import { languageWord } from "../words.ts";
import type { Month, Referent } from "./queries.ts";

export type HomeSeen = {
  keeper: Keeper;
  /** Whether they may keep the page true. */
  writes: boolean;
  stale: readonly SectionState[];
  /** Languages of the texts whose French has changed since. */
  toReread: readonly string[];
  reviewDue: boolean;
  waiting: number;
  months: readonly Month[];
  referent: Referent | undefined;
};

/** The home of an association: what there is to do, then where things are, then who can help. */
export function homePage(view: View, seen: HomeSeen): string {
  const { t } = view;
  const { name } = seen.keeper.association;
  return page(
    view,
    { title: name, section: "/espace", hidden: true },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("people:space.title"), path: "/espace" }]}
        here={name}
      />
      <h1>{name}</h1>
      <ToDo view={view} {...seen} />
      <h2>{t("space:home.where")}</h2>
      <Doors doors={doorsOf(view, seen)} />
      <Views view={view} {...seen} />
      <Help view={view} referent={seen.referent} />
    </>,
  );
}

/** What to do now, the most useful first; or that there is nothing. */
function ToDo({ view, keeper, ...seen }: HomeSeen & { view: View }) {
  const { t, href } = view;
  const { id } = keeper.association;
  const stale = seen.writes ? seen.stale : [];
  const toReread = seen.writes ? seen.toReread : [];
  const review = seen.reviewDue && keeper.may === "all";
  const waiting = keeper.may === "nothing" ? 0 : seen.waiting;
  if (!stale.length && !toReread.length && !review && !waiting)
    return (
      <Alert view={view} kind="success" title={t("space:home.nothing")}>
        <p>{t("space:home.nothingWords")}</p>
      </Alert>
    );
  return (
    <section class="flow" aria-labelledby="a-faire">
      <h2 id="a-faire">{t("space:home.todo")}</h2>
      {stale.length > 0 && (
        <Alert view={view} kind="warning" title={t("space:home.stale", { count: stale.length })}>
          <p>{stale.map(({ section }) => t(`associations:section.${section}`)).join(", ")}</p>
          <ButtonLink icon="done" href={href(urls.spaceConfirm(id))}>
            {t("space:home.confirm")}
          </ButtonLink>
        </Alert>
      )}
      {toReread.length > 0 && (
        <Alert view={view} kind="warning" title={t("texts:task")}>
          <p>{toReread.map((code) => languageWord(t, view.lang, code)).join(", ")}</p>
          <ButtonLink kind="secondary" icon="language" href={href(urls.spaceTexts(id))}>
            {t("texts:reread")}
          </ButtonLink>
        </Alert>
      )}
      {review && (
        <Alert view={view} kind="warning" title={t("space:review.title")}>
          <p>{t("space:review.words")}</p>
          <ButtonLink kind="secondary" icon="people" href={href(keeper.people)}>
            {t("space:home.look")}
          </ButtonLink>
        </Alert>
      )}
      {waiting > 0 && (
        <Alert view={view} kind="info">
          <p>
            <a href={href(keeper.people)}>{t("space:home.waiting", { count: waiting })}</a>
          </p>
        </Alert>
      )}
    </section>
  );
}

function doorsOf({ t, href }: View, { keeper, writes }: HomeSeen): Door[] {
  const { id, slug } = keeper.association;
  const texts: Door = {
    title: t("texts:door.title"),
    words: t("texts:door.words"),
    href: href(urls.spaceTexts(id)),
    icon: "language",
  };
  const door = (
    name:
      | "page"
      | "activities"
      | "bookings"
      | "diffusion"
      | "news"
      | "public"
      | "people"
      | "handover"
      | "documents"
      | "history"
      | "data",
    path: string,
    icon: Door["icon"],
  ): Door => ({
    title: t(`space:door.${name}.title`),
    words: t(`space:door.${name}.words`),
    href: href(path),
    icon,
  });
  return [
    ...(writes ? [door("page", urls.spaceConfirm(id), "edit")] : []),
    door("activities", urls.spaceActivities(id), "calendar"),
    door("public", urls.listing(slug), "eye"),
    ...(writes ? [texts] : []),
    ...(writes ? [door("news", urls.spaceNews(id), "newspaper")] : []),
    door("bookings", urls.spaceBookings(id), "place"),
    door("diffusion", urls.spaceDiffusion(id), "share"),
    door("people", keeper.people, "people"),
    ...(keeper.may === "all" ? [door("handover", keeper.handover, "heart")] : []),
    door("documents", urls.spaceDocuments(id), "document"),
    door("history", urls.spaceHistory(id), "history"),
    ...(keeper.may === "all" ? [door("data", urls.spaceData(id), "download")] : []),
  ];
}

/** How often the page was read: a sentence, a line, its table. */
function Views({ view, months, keeper }: HomeSeen & { view: View }) {
  const { t, lang } = view;
  const total = months.reduce((sum, { views }) => sum + views, 0);
  return (
    <section class="flow" aria-labelledby="vues">
      <h2 id="vues">{t("space:views.title")}</h2>
      {total === 0 ? (
        <p class="soft">{t("space:views.none")}</p>
      ) : (
        <LineChart
          view={view}
          title={t("space:views.sentence", { count: total, name: keeper.association.name })}
          data={months.map(({ month, views }) => ({
            label: shortMonth(lang, month),
            value: views,
          }))}
          labels={t("space:views.month")}
          values={t("space:views.views")}
          method={<p>{t("space:views.method")}</p>}
        />
      )}
    </section>
  );
}

function Help({ view, referent }: { view: View; referent: Referent | undefined }) {
  const { t, href, commune } = view;
  const phone = referent?.phone ?? commune.phone;
  return (
    <HumanHelp
      view={view}
      title={referent ? t("space:help.title", { name: referent.name }) : t("space:help.nobody")}
      {...(phone ? { phone } : {})}
    >
      <p>{t(referent ? "space:help.words" : "space:help.nobodyWords")}</p>
      <p>
        {referent ? (
          <a href={`mailto:${referent.email}`}>
            <MailAddress address={referent.email} />
          </a>
        ) : (
          <a href={href("/contact")}>{t("claiming:call")}</a>
        )}
      </p>
    </HumanHelp>
  );
}
