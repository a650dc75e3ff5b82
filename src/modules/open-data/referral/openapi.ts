import type { Translate } from "../../../platform/i18n/index.ts";
import { licence } from "../serving/licence.ts";
import { urls } from "../urls.ts";

type Schema = Record<string, unknown>;

const number = { type: "number" };
const whole = { type: "integer", minimum: 1 };
const text = { type: "string" };
const uuid = { type: "string", format: "uuid" };
const time = { type: "string", pattern: "^([01]\\d|2[0-3]):[0-5]\\d" };

/** Parameters of the lists, each with its type. Their words: `open-data:parameter.<name>`. */
const parameters: Record<string, Schema> = {
  page: { ...whole, default: 1 },
  per_page: { ...whole, maximum: 100, default: 50 },
  search: text,
  taxonomy_term_id: uuid,
  taxonomy_id: uuid,
  organization_id: uuid,
  minimum_age: number,
  maximum_age: number,
  start_time: time,
  end_time: time,
  day: { ...text, enum: ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] },
  modified_after: { ...text, format: "date-time" },
  postcode: text,
  proximity: number,
};

const paging = ["page", "per_page"];
const offered = [
  ...paging,
  "search",
  "taxonomy_term_id",
  "taxonomy_id",
  "organization_id",
  "minimum_age",
  "maximum_age",
  "start_time",
  "end_time",
  "day",
  "modified_after",
];
const lists: readonly [list: string, thing: string, takes: readonly string[], single: boolean][] = [
  ["organizations", "Organization", [...paging, "search"], true],
  ["services", "Service", offered, true],
  ["service_at_locations", "ServiceAtLocation", [...offered, "postcode", "proximity"], true],
  ["taxonomies", "Taxonomy", paging, false],
  ["taxonomy_terms", "TaxonomyTerm", [...paging, "taxonomy_id"], false],
];

const required: Record<string, readonly string[]> = {
  Organization: ["id", "name", "description"],
  Service: ["id", "name", "status"],
  ServiceAtLocation: ["id"],
  Taxonomy: ["id", "name", "description"],
  TaxonomyTerm: ["id", "name", "description"],
};

const reference = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** What this interface answers, described for programs (OpenAPI 3.0). */
export function openApi(t: Translate, origin: string, commune: string): Schema {
  const answers = (schema: Schema, faults: readonly string[]) => ({
    "200": { description: "OK", content: { "application/json": { schema } } },
    ...Object.fromEntries(faults.map((status) => [status, reference("responses", "Problem")])),
  });
  const paths: Record<string, Schema> = {};
  for (const [list, thing, takes, single] of lists) {
    paths[`/${list}`] = {
      get: {
        operationId: list,
        parameters: takes.map((name) => reference("parameters", name)),
        responses: answers(pageSchema(thing), ["400", "429"]),
      },
    };
    if (single)
      paths[`/${list}/{id}`] = {
        get: {
          operationId: `${list}_one`,
          parameters: [{ name: "id", in: "path", required: true, schema: uuid }],
          responses: answers(reference("schemas", thing), ["404", "429"]),
        },
      };
  }
  return {
    openapi: "3.0.3",
    info: {
      title: t("open-data:referral.apiTitle", { commune }),
      description: t("open-data:referral.apiWhat"),
      version: "3.0",
      license: { name: licence.name, url: licence.url },
    },
    servers: [{ url: origin + urls.referral }],
    paths: {
      "/": { get: { operationId: "root", responses: answers({ type: "object" }, ["429"]) } },
      ...paths,
    },
    components: {
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([name, schema]) => [
          name,
          {
            name,
            in: "query",
            required: false,
            description: t(`open-data:parameter.${name}` as "open-data:parameter.page"),
            schema,
          },
        ]),
      ),
      responses: {
        Problem: {
          description: t("open-data:referral.problem"),
          content: { "application/problem+json": { schema: { type: "object" } } },
        },
      },
      schemas: Object.fromEntries(
        Object.entries(required).map(([name, fields]) => [
          name,
          {
            type: "object",
            required: fields,
            properties: Object.fromEntries(
              fields.map((field) => [field, field === "id" ? uuid : text]),
            ),
          },
        ]),
      ),
    },
  };
}

const pageSchema = (thing: string): Schema => ({
  type: "object",
  required: [
    "total_items",
    "total_pages",
    "page_number",
    "size",
    "first_page",
    "last_page",
    "empty",
    "contents",
  ],
  properties: {
    ...Object.fromEntries(
      ["total_items", "total_pages", "page_number", "size"].map((name) => [
        name,
        { type: "integer" },
      ]),
    ),
    ...Object.fromEntries(
      ["first_page", "last_page", "empty"].map((name) => [name, { type: "boolean" }]),
    ),
    contents: { type: "array", items: reference("schemas", thing) },
  },
});
