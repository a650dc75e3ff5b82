import type { View } from "../../../ui/index.ts";
import { licence } from "../serving/licence.ts";
import { urls } from "../urls.ts";

const kinds = [
  ["csv", "text/csv"],
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["geojson", "application/geo+json"],
] as const;

/** The page of open data as schema.org describes a catalogue (30.0): search engines of data sets read it. */
export function describedCatalogue({ t, origin, commune }: View): object {
  const publisher = { "@type": "Organization", name: commune.name };
  return {
    "@context": "https://schema.org",
    "@type": "DataCatalog",
    name: t("open-data:catalogue.title", { commune: commune.name }),
    description: t("open-data:lead", { commune: commune.name }),
    url: origin + urls.data,
    license: licence.url,
    publisher,
    dataset: (["associations", "activites"] as const).map((table) => ({
      "@type": "Dataset",
      name: t("open-data:catalogue.of", {
        what: t(`open-data:files.${table}.title`),
        commune: commune.name,
      }),
      description: t(`open-data:files.${table}.what`),
      license: licence.url,
      isAccessibleForFree: true,
      creator: publisher,
      distribution: kinds.map(([kind, type]) => ({
        "@type": "DataDownload",
        encodingFormat: type,
        contentUrl: origin + urls.file(table, kind),
      })),
    })),
  };
}
