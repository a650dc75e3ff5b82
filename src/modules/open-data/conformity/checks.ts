import { parse } from "csv-parse/sync";
import { addDays } from "../../../platform/clock.ts";
import { readCalendar } from "../../scheduling/index.ts";
import type { TableSchema } from "../files/schema.ts";
import { urls } from "../urls.ts";
import {
  atomFaults,
  catalogueFaults,
  checkIds,
  finding,
  geoJsonFaults,
  referralFaults,
  rpdeFaults,
  type CheckId,
  type Finding,
} from "./rules.ts";
import { tableFaults } from "./table-rules.ts";

/** What is answered at an address of the site. */
export type Reader = (path: string) => Promise<string>;

/** An address that did not answer: a fault of what is checked there. */
export class Unanswered extends Error {}

type Json = Record<string, unknown>;
type Load = <T>(path: string) => Promise<T>;
type Reading = { read: Reader; json: Load; today: string };

/** Reads everything a commune publishes, as anybody would, and looks at each thing. */
export async function checkEverything(read: Reader, today: string): Promise<Finding[]> {
  const json = async <T>(path: string) => JSON.parse(await read(path)) as T;
  const findings: Finding[] = [];
  for (const id of checkIds)
    findings.push(await checks[id]({ read, json, today }).catch((fault) => unread(id, fault)));
  return findings;
}

/** What could not be read to its end is one fault, and the rest is looked at all the same. */
const unread = (id: CheckId, fault: unknown): Finding =>
  finding(id, 0, [fault instanceof Unanswered ? fault.message : (fault as Error).name]);

const checks: Record<CheckId, (reading: Reading) => Promise<Finding>> = {
  associations: (reading) => table("associations", reading),
  activites: (reading) => table("activites", reading),
  geojson: async ({ json }) => {
    const maps = [
      await json<{ features: object[] }>(urls.file("associations", "geojson")),
      await json<{ features: object[] }>(urls.file("activites", "geojson")),
    ];
    const looked = maps.flatMap(({ features }) => features).length;
    return finding("geojson", looked, maps.flatMap(geoJsonFaults));
  },
  referral: ({ json }) => referral(json),
  active: ({ json }) => active(json),
  agenda: async ({ read, today }) => {
    const agenda = await read(urls.agenda);
    const calendar = readCalendar(agenda, {
      from: today,
      to: addDays(today, 400),
      zone: "Europe/Paris",
    });
    // One too big to be read here is not wrong for that.
    const refused =
      "refused" in calendar && calendar.refused === "not_calendar" ? [calendar.refused] : [];
    return finding("agenda", agenda.split("BEGIN:VEVENT").length - 1, refused);
  },
  news: async ({ read }) => {
    const news = await read(urls.news);
    return finding("news", news.split("<entry>").length - 1, atomFaults(news));
  },
  catalogue: async ({ json }) => {
    const catalogue = await json<{ "@graph": object[] }>(urls.catalogue("jsonld"));
    return finding("catalogue", catalogue["@graph"].length, catalogueFaults(catalogue));
  },
};

async function table(id: "associations" | "activites", { read, json }: Reading): Promise<Finding> {
  const schema = await json<TableSchema>(urls.schema(id));
  const lines = parse(await read(urls.file(id, "csv"))) as string[][];
  return finding(id, lines.length - 1, tableFaults(schema, lines));
}

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
