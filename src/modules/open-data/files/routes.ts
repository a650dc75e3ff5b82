import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { file, json, type Answer } from "../../../platform/http/answer.ts";
import type { Ask, Route } from "../../../platform/http/ask.ts";
import {
  publishedActivities,
  publishedActivityIds,
  type PublishedActivity,
} from "../../activities/index.ts";
import { sheetAsXlsx, slugOf } from "../../associations/index.ts";
import { listedIds, listingsOf, type Listing } from "../../directory/index.ts";
import { open } from "../serving/open.ts";
import { slicesOf, streamed } from "../serving/slices.ts";
import { urls } from "../urls.ts";
import { activityTable } from "./activities.ts";
import { associationTable } from "./associations.ts";
import type { PublishedTable, Words } from "./columns.ts";
import { digitalPlaces } from "./digital-places.ts";
import { tableSchema } from "./schema.ts";
import { csvParts, geoJsonParts, sheetOf } from "./write.ts";

/** A table with how its rows are read. */
type Readable<Row> = {
  table: PublishedTable<Row>;
  idsOf: (tx: Tx) => Promise<string[]>;
  read: (tx: Tx, ids: readonly string[]) => Promise<Row[]>;
};

const associations = (ask: Ask): Readable<Listing> => ({
  table: associationTable(wordsOf(ask)),
  idsOf: listedIds,
  read: (tx, ids) => listingsOf(tx, ids, dayOf(ask.now)),
});

const activities = (ask: Ask): Readable<PublishedActivity> => ({
  table: activityTable(wordsOf(ask)),
  idsOf: (tx) => publishedActivityIds(tx, dayOf(ask.now)),
  read: publishedActivities,
});

/** Files are in French, whoever asks: one file, one schema. */
const wordsOf = (ask: Ask): Words => ({
  t: ask.house.words("fr"),
  lang: "fr",
  origin: ask.view.origin,
});

const routesOf = <Row>(
  name: "associations" | "activites",
  readable: (ask: Ask) => Readable<Row>,
): Route[] => [
  open(urls.file(name, "csv"), (ask) =>
    sent(ask, readable(ask), "csv", "text/csv; charset=utf-8; header=present", csvParts),
  ),
  open(urls.file(name, "geojson"), (ask) =>
    sent(ask, readable(ask), "geojson", "application/geo+json", geoJsonParts),
  ),
  open(urls.file(name, "xlsx"), async (ask) => {
    const { table, idsOf, read } = readable(ask);
    const slices = slicesOf(ask, await idsOf(ask.tx), read);
    const bytes = await sheetAsXlsx(await sheetOf(table, wordsOf(ask), slices));
    return file(bytes, xlsx, nameOf(ask, name, "xlsx"));
  }),
  open(urls.schema(name), (ask) =>
    json(tableSchema(ask.house.words("fr"), ask.view.origin, readable(ask).table)),
  ),
];

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const fileRoutes: Route[] = [
  ...routesOf("associations", associations),
  ...routesOf("activites", activities),
  open(urls.digitalPlaces, async (ask) => {
    const { name } = ask.tenant.view;
    const about = { origin: ask.view.origin, source: name, now: ask.now };
    const type = "text/csv; charset=utf-8; header=present";
    return file(await digitalPlaces(ask.tx, about), type, nameOf(ask, "lieux-mediation-numerique", "csv")); // prettier-ignore
  }),
];

async function sent<Row>(
  ask: Ask,
  { table, idsOf, read }: Readable<Row>,
  kind: "csv" | "geojson",
  type: string,
  parts: typeof csvParts,
): Promise<Answer> {
  const slices = slicesOf(ask, await idsOf(ask.tx), read);
  const body = streamed(parts(table, wordsOf(ask), slices));
  return file(body, type, nameOf(ask, table.name, kind), kind === "geojson");
}

/** `associations-valbrume.csv` */
const nameOf = (ask: Ask, table: string, kind: string): string =>
  `${table}-${slugOf(ask.tenant.view.name)}.${kind}`;
