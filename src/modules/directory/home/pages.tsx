import type { ComponentChildren } from "preact";
import { frenchType } from "../../../platform/i18n/index.ts";
import {
  ButtonLink,
  Card,
  Doors,
  French,
  Hero,
  HumanHelp,
  page,
  PortraitScene,
  SearchBox,
  WelcomeScene,
  type View,
} from "../../../ui/index.ts";
import { whereOf } from "../lines.tsx";
import { urls } from "../urls.ts";
import type { HomeFacts } from "./queries.ts";

const themesShown = 8;

/** The home page: one question, the doors, what is new, a human, an invitation. */
export function homePage(
  view: View,
  facts: HomeFacts,
  added: readonly ComponentChildren[],
): string {
  const { t, href, commune } = view;
  return page(
    view,
    {
      title: commune.siteName,
      description: t("directory:home.description", { commune: commune.name }),
      canonical: urls.home,
      jsonLd: [siteOf(view)],
    },
    <>
      <Hero scene={<WelcomeScene />}>
        <h1>{t("directory:home.question")}</h1>
        <SearchBox
          view={view}
          action={href(urls.list)}
          large
          label={t("directory:home.label", { count: facts.total })}
          hint={t("directory:home.hint")}
        />
      </Hero>
      <DoorsOf view={view} />
      {facts.themes.length > 0 && <ThemesOf view={view} facts={facts} />}
      {added}
      {facts.newest.length > 0 && (
        <section class="flow">
          <h2>{t("directory:home.newest")}</h2>
          <ul class="grid">
            {facts.newest.map((line) => (
              <li>
                <Card
                  title={<French view={view}>{line.name}</French>}
                  href={href(urls.association(line.slug))}
                >
                  {line.what && (
                    <p>
                      <French view={view}>{line.what}</French>
                    </p>
                  )}
                  <p class="soft small">{whereOf(view, line)}</p>
                </Card>
              </li>
            ))}
          </ul>
        </section>
      )}
      <HumanHelp
        view={view}
        picture={<PortraitScene />}
        title={t("directory:home.human")}
        phone={commune.phone}
      >
        <p>
          {commune.phone ? (
            t("directory:home.humanWords")
          ) : (
            <a href={href(urls.contact)}>{t("directory:home.humanWrite")}</a>
          )}
        </p>
        {commune.hours && (
          <p class="soft">
            <French view={view}>{frenchType(commune.hours)}</French>
          </p>
        )}
      </HumanHelp>
      <Card title={t("directory:home.join")}>
        <p>{t("directory:home.joinWords", { commune: commune.name })}</p>
        <div class="actions">
          <ButtonLink href={href(urls.join)}>{t("directory:home.joinDo")}</ButtonLink>
          <ButtonLink href={href(urls.propose)} kind="secondary">
            {t("directory:home.propose")}
          </ButtonLink>
        </div>
      </Card>
    </>,
  );
}

function DoorsOf({ view: { t, href } }: { view: View }) {
  return (
    <section>
      <h2 class="sr">{t("directory:home.doors")}</h2>
      <Doors
        doors={[
          {
            title: t("directory:door.all"),
            words: t("directory:door.allWords"),
            href: href(urls.list),
            icon: "association",
          },
          {
            title: t("directory:door.activities"),
            words: t("directory:door.activitiesWords"),
            href: href("/activites"),
            icon: "clock",
          },
          {
            title: t("directory:door.agenda"),
            words: t("directory:door.agendaWords"),
            href: href("/agenda"),
            icon: "calendar",
          },
          {
            title: t("directory:door.map"),
            words: t("directory:door.mapWords"),
            href: href("/annuaire?vue=carte"),
            icon: "map",
          },
          {
            title: t("directory:door.digital"),
            words: t("directory:door.digitalWords"),
            href: href(urls.theme("digital")),
            icon: "help",
          },
          {
            title: t("directory:door.contact"),
            words: t("directory:door.contactWords"),
            href: href(urls.contact),
            icon: "phone",
          },
        ]}
      />
    </section>
  );
}

function ThemesOf({ view: { t, href }, facts }: { view: View; facts: HomeFacts }) {
  return (
    <section class="flow">
      <h2>{t("directory:home.themes")}</h2>
      <ul class="chips">
        {facts.themes.slice(0, themesShown).map(({ code, count }) => (
          <li>
            <a class="chip" href={href(urls.theme(code))}>
              {t(`associations:theme.${code}` as "associations:theme.sport")}
              <span class="count num">
                {count}
                <span class="sr"> {t("directory:home.associations", { count })}</span>
              </span>
            </a>
          </li>
        ))}
        <li>
          <a class="chip" href={href(urls.list)}>
            {t("directory:home.everything")}
          </a>
        </li>
      </ul>
    </section>
  );
}

/** Lets search engines offer the site's own search. */
const siteOf = (view: View): object => ({
  "@context": "https://schema.org",
  "@type": "WebSite",
  name: view.commune.siteName,
  url: view.origin + view.href("/"),
  potentialAction: {
    "@type": "SearchAction",
    target: {
      "@type": "EntryPoint",
      urlTemplate: `${view.origin}${view.href(urls.list)}?q={search_term_string}`,
    },
    "query-input": "required name=search_term_string",
  },
});
