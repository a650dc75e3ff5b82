import { parse } from "csv-parse/sync";
import { addDays, dayOf } from "../../../platform/clock.ts";
import { readCalendar } from "../../scheduling/index.ts";
import type { TableSchema } from "../files/schema.ts";
import { urls } from "../urls.ts";
import {
  atomFaults,
  catalogueFaults,
  finding,
  geoJsonFaults,
  referralFaults,
  rpdeFaults,
  type Finding,
} from "./rules.ts";
import { tableFaults } from "./table-rules.ts";

/** What is answered at an address of the site; throws when it is not answered. */
export type Reader = (path: string) => Promise<string>;

type Json = Record<string, unknown>;
const tables = ["associations", "activites"] as const;

/** Reads everything a commune publishes, as anybody would, and looks at each thing. */
export async function checkEverything(read: Reader, now: Date): Promise<Finding[]> {
  const json = async <T>(path: string) => JSON.parse(await read(path)) as T;
  const findings: Finding[] = [];
  for (const table of tables) {
    const schema = await json<TableSchema>(urls.schema(table));
    const lines = parse(await read(urls.file(table, "csv"))) as string[][];
    findings.push(finding(table, lines.length - 1, tableFaults(schema, lines)));
  }
  const maps = [];
  for (const table of tables)
    maps.push(await json<{ features: object[] }>(urls.file(table, "geojson")));
  findings.push(
    finding(
      "geojson",
      maps.flatMap(({ features }) => features).length,
      maps.flatMap(geoJsonFaults),
    ),
  );
  findings.push(await referral(json), await active(json));
  const agenda = await read(urls.agenda);
  const today = dayOf(now);
  const calendar = readCalendar(agenda, {
    from: today,
    to: addDays(today, 400),
    zone: "Europe/Paris",
  });
  // One too big to be read here is not wrong for that.
  const refused =
    "refused" in calendar && calendar.refused === "not_calendar" ? [calendar.refused] : [];
  findings.push(finding("agenda", agenda.split("BEGIN:VEVENT").length - 1, refused));
  const news = await read(urls.news);
  findings.push(finding("news", news.split("<entry>").length - 1, atomFaults(news)));
  const catalogue = await json<{ "@graph": object[] }>(urls.catalogue("jsonld"));
  findings.push(finding("catalogue", catalogue["@graph"].length, catalogueFaults(catalogue)));
  return findings;
}

type Load = <T>(path: string) => Promise<T>;

async function referral(json: Load): Promise<Finding> {
  const lists: Record<string, Json[]> = {};
  for (const list of ["organizations", "services", "service_at_locations"]) {
    lists[list] = [];
    for (let page = 1, last = false; !last; page++) {
      const path = `${urls.referralList(list)}?per_page=100&page=${page}`;
      const read = await json<{ last_page: boolean; contents: Json[] }>(path);
      lists[list].push(...read.contents);
      last = read.last_page;
    }
  }
  return finding("referral", Object.values(lists).flat().length, referralFaults(lists));
}

async function active(json: Load): Promise<Finding> {
  const faults: string[] = [];
  let looked = 0;
  for (const feed of ["session-series", "scheduled-sessions"]) {
    const items: Json[] = [];
    let path = urls.activeFeed(feed);
    for (;;) {
      const page = await json<{ next: string; items: Json[] }>(path);
      const { pathname, search } = new URL(page.next);
      if (!page.items.length) {
        if (pathname + search !== path) faults.push(`${feed}: next`);
        break;
      }
      items.push(...page.items);
      path = pathname + search;
    }
    looked += items.length;
    faults.push(...rpdeFaults(items).map((fault) => `${feed}, ${fault}`));
  }
  return finding("active", looked, faults);
}
