import type { Translate } from "../../../platform/i18n/index.ts";
import { licence } from "../serving/licence.ts";
import { urls } from "../urls.ts";
import { no, yes, type PublishedTable } from "./columns.ts";

/** A Table Schema as Frictionless describes it, made of the very columns the files are made of. */
export function tableSchema<Row>(t: Translate, origin: string, table: PublishedTable<Row>) {
  return {
    $schema: "https://frictionlessdata.io/schemas/table-schema.json",
    name: table.name,
    title: t(`open-data:files.${table.name}.title`),
    description: t(`open-data:files.${table.name}.what`),
    path: origin + urls.schema(table.name),
    resources: [{ title: table.name, path: origin + urls.file(table.name, "csv") }],
    licenses: [{ name: "etalab-2.0", title: licence.name, path: licence.url }],
    primaryKey: "id",
    missingValues: [""],
    fields: table.columns.map(({ name, type, format, constraints }) => ({
      name,
      title: t(`columns:${name}.title` as "columns:id.title"),
      description: t(`columns:${name}.what` as "columns:id.what"),
      type,
      ...(type === "boolean" ? { trueValues: [yes], falseValues: [no] } : {}),
      ...(format ? { format } : {}),
      ...(constraints ? { constraints } : {}),
    })),
  };
}

export type TableSchema = ReturnType<typeof tableSchema>;
