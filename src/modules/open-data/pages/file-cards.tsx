import { localeOf } from "../../../platform/i18n/index.ts";
import { ButtonLink, Card, type View } from "../../../ui/index.ts";
import { nationalSchema } from "../files/digital-places.ts";
import { urls } from "../urls.ts";

type Table = "associations" | "activites";

/** A list, in the forms it may be taken away. */
export function Files({ view, table, count }: { view: View; table: Table; count: number }) {
  const { t, lang } = view;
  return (
    <Card>
      <h3>{t(`open-data:files.${table}.title`)}</h3>
      <p>{t(`open-data:files.${table}.what`)}</p>
      <p class="soft">
        {t("open-data:files.count", { total: count.toLocaleString(localeOf(lang)) })}
      </p>
      <div class="row">
        {(["xlsx", "csv", "geojson"] as const).map((kind) => (
          <ButtonLink href={urls.file(table, kind)} kind="secondary" icon="download">
            {t(`open-data:files.${kind}`)}
          </ButtonLink>
        ))}
      </div>
      <p>
        <a href={urls.schema(table)}>{t("open-data:files.schema")}</a>
      </p>
    </Card>
  );
}

/** The national file of places of digital help: one shape for all of France. */
export const PlacesFile = ({ view: { t, lang }, count }: { view: View; count: number }) => (
  <Card>
    <h3>{t("open-data:files.lieux.title")}</h3>
    <p>{t("open-data:files.lieux.what")}</p>
    <p class="soft">
      {t("open-data:files.count", { total: count.toLocaleString(localeOf(lang)) })}
    </p>
    <div class="row">
      <ButtonLink href={urls.digitalPlaces} kind="secondary" icon="download">
        {t("open-data:files.csv")}
      </ButtonLink>
    </div>
    <p>
      <a href={nationalSchema}>{t("open-data:files.schema")}</a>
    </p>
  </Card>
);
