import { page } from "../../../ui/layout.tsx";
import type { View } from "../../../ui/view.ts";
import { commitmentUrls } from "../commitments/urls.ts";
import { legalUrls } from "./urls.ts";

type Entry = { words: string; path: string; inside?: readonly Entry[] };

/** Every page of the site, in one list. */
export function siteMapPage(
  view: View,
  districts: readonly { name: string; slug: string }[],
  neighbours: boolean,
): string {
  const { t } = view;
  const byDistrict: Entry[] = districts.map(({ name, slug }) => ({
    words: name,
    path: `/annuaire?quartier=${slug}`,
  }));
  const groups: { title: string; entries: readonly Entry[] }[] = [
    {
      title: t("legal:sitemap.find"),
      entries: [
        { words: t("legal:sitemap.home"), path: "/" },
        { words: t("legal:sitemap.directory"), path: "/annuaire", inside: byDistrict },
        ...(neighbours ? [{ words: t("exchange:title"), path: "/annuaire/voisins" }] : []),
        { words: t("ui:layout.nav.activities"), path: "/activites" },
        { words: t("ui:layout.nav.agenda"), path: "/agenda" },
        { words: t("legal:sitemap.news"), path: "/actualites" },
        { words: t("legal:sitemap.resourcePlaces"), path: "/lieux-ressources" },
        { words: t("legal:sitemap.equipment"), path: "/materiel" },
        { words: t("legal:sitemap.selection"), path: "/selection" },
        { words: t("legal:sitemap.propose"), path: "/annuaire/proposer" },
      ],
    },
    {
      title: t("legal:sitemap.programme"),
      entries: [
        { words: t("legal:sitemap.join"), path: legalUrls.join },
        { words: t("legal:sitemap.commitments"), path: commitmentUrls.all },
        { words: t("legal:sitemap.signIn"), path: "/connexion" },
      ],
    },
    {
      title: t("legal:sitemap.about"),
      entries: [
        { words: t("house:siteMap.contact"), path: legalUrls.contact },
        { words: t("house:siteMap.accessibility"), path: legalUrls.accessibility },
        { words: t("house:siteMap.legal"), path: legalUrls.notices },
        { words: t("legal:sitemap.data"), path: "/donnees" },
        { words: t("house:siteMap.privacy"), path: legalUrls.privacy },
      ],
    },
  ];
  return page(
    view,
    { title: t("legal:sitemap.title"), description: t("legal:sitemap.lead"), main: "text" },
    <>
      <h1>{t("legal:sitemap.title")}</h1>
      <p class="lead">{t("legal:sitemap.lead")}</p>
      {groups.map(({ title, entries }) => (
        <>
          <h2>{title}</h2>
          <Entries view={view} entries={entries} />
        </>
      ))}
    </>,
  );
}

function Entries({ view, entries }: { view: View; entries: readonly Entry[] }) {
  return (
    <ul>
      {entries.map(({ words, path, inside = [] }) => (
        <li>
          <a href={view.href(path)}>{words}</a>
          {inside.length > 0 && <Entries view={view} entries={inside} />}
        </li>
      ))}
    </ul>
  );
}
