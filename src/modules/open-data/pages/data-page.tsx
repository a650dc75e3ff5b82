import { longDay } from "../../../ui/dates.ts";
import { page, Table, type View } from "../../../ui/index.ts";
import { licence } from "../serving/licence.ts";
import { urls } from "../urls.ts";
import { describedCatalogue } from "./described.ts";
import { Files, PlacesFile } from "./file-cards.tsx";

export type DataShown = {
  counts: Record<"associations" | "activites" | "lieux", number>;
  readings: { max: number; minutes: number };
  today: string;
};

/** What anybody may take away, said to people first, to programs after. */
export function dataPage(view: View, shown: DataShown): string {
  const { t, commune } = view;
  return page(
    view,
    {
      title: t("open-data:title"),
      description: t("open-data:description"),
      main: "text",
      jsonLd: [describedCatalogue(view)],
    },
    <>
      <h1>{t("open-data:title")}</h1>
      <p class="lead">{t("open-data:lead", { commune: commune.name })}</p>
      <>
        <h2>{t("open-data:files.title")}</h2>
        <p>{t("open-data:files.hint")}</p>
        {(["associations", "activites"] as const).map((table) => (
          <Files view={view} table={table} count={shown.counts[table]} />
        ))}
        <PlacesFile view={view} count={shown.counts.lieux} />
      </>
      <Follow view={view} />
      <Terms view={view} today={shown.today} />
      <Programs view={view} readings={shown.readings} />
      <>
        <h2>{t("open-data:elsewhere.title")}</h2>
        <p>{t("open-data:elsewhere.words")}</p>
        <p>
          <code>{`${view.origin}/oembed?url=${view.origin}/agenda`}</code>
        </p>
      </>
      <>
        <h2>{t("open-data:conformity.title")}</h2>
        <p>
          <a href={view.href(urls.conformity)}>{t("open-data:conformity.link")}</a>
        </p>
      </>
    </>,
  );
}

const Follow = ({ view: { t } }: { view: View }) => (
  <>
    <h2>{t("open-data:follow.title")}</h2>
    <ul>
      <li>
        <a href={urls.agenda}>{t("open-data:follow.agenda")}</a>
        <br />
        {t("open-data:follow.agendaWhat")}
      </li>
      <li>
        <a href={urls.news}>{t("open-data:follow.news")}</a>
        <br />
        {t("open-data:follow.newsWhat")}
      </li>
    </ul>
  </>
);

function Terms({ view, today }: { view: View; today: string }) {
  const { t, origin, commune } = view;
  return (
    <>
      <h2>{t("open-data:terms.title")}</h2>
      <p>{t("open-data:terms.licence", { licence: licence.name })}</p>
      <p>
        {t("open-data:terms.attribution", {
          site: commune.siteName,
          origin: origin.replace(/^https?:\/\//, ""),
          day: longDay(view.lang, today),
        })}
      </p>
      <p>
        <a href={licence.url} rel="license noopener">
          {t("open-data:terms.read")}
        </a>
      </p>
      <h3>{t("open-data:terms.missing")}</h3>
      <p>{t("open-data:terms.missingWords")}</p>
      <p>{t("open-data:terms.mistake")}</p>
    </>
  );
}

function Programs({ view, readings }: { view: View; readings: DataShown["readings"] }) {
  const { t } = view;
  const lines = [
    {
      standard: t("open-data:programs.referral"),
      paths: [urls.referral, urls.referralOpenApi],
      gives: t("open-data:programs.referralWhat"),
    },
    {
      standard: t("open-data:programs.active"),
      paths: [urls.active],
      gives: t("open-data:programs.activeWhat"),
    },
    {
      standard: t("open-data:programs.catalogue"),
      paths: [urls.catalogue("jsonld"), urls.catalogue("ttl")],
      gives: t("open-data:programs.catalogueWhat"),
    },
    {
      standard: t("open-data:programs.tableSchema"),
      paths: [urls.schema("associations"), urls.schema("activites")],
      gives: t("open-data:programs.tableSchemaWhat"),
    },
    {
      standard: t("open-data:programs.schemaOrg"),
      paths: [],
      gives: t("open-data:programs.schemaOrgWhat"),
    },
  ];
  return (
    <>
      <h2>{t("open-data:programs.title")}</h2>
      <p>{t("open-data:programs.hint")}</p>
      <Table
        view={view}
        captionHidden
        caption={t("open-data:programs.title")}
        rows={lines}
        columns={[
          {
            label: t("open-data:programs.standard"),
            heading: true,
            cell: ({ standard }) => standard,
          },
          {
            label: t("open-data:programs.address"),
            cell: ({ paths }) =>
              paths.length
                ? paths.map((path, i) => (
                    <>
                      {i > 0 && <br />}
                      <a href={path} dir="ltr">
                        {path}
                      </a>
                    </>
                  ))
                : t("open-data:programs.pages"),
          },
          { label: t("open-data:programs.gives"), cell: ({ gives }) => gives },
        ]}
      />
      <h3>{t("open-data:programs.rules")}</h3>
      <ul>
        <li>{t("open-data:programs.limit", readings)}</li>
        <li>{t("open-data:programs.mark")}</li>
        <li>{t("open-data:programs.cors")}</li>
      </ul>
    </>
  );
}
