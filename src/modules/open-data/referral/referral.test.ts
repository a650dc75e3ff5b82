import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import {
  openTwoCommunes,
  readJson,
  validators,
  type TwoCommunes,
} from "../two-communes.testing.ts";
import type { Organization, Service, ServiceAtLocation, TaxonomyTerm } from "./shapes.ts";

type Page<Thing> = {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: Thing[];
};

let two: TwoCommunes;
before(async () => (two = await openTwoCommunes()));
after(() => two.site.close());

const base = "/api/open-referral";
const pageOf = <Thing>(path: string, host = "valbrume.test") =>
  readJson<Page<Thing>>(two.site, `${base}/${path}`, host);

type Schema = { properties: Record<string, Schema>; items: Schema };
const ajv = new Ajv2020({ strict: false, code: { optimize: false } });
(formats as unknown as (to: Ajv2020) => void)(ajv);
const schemaOf = (folder: string, name: string): Schema =>
  JSON.parse(readFileSync(join(validators, folder, `${name}.json`), "utf8")) as Schema;

const kinds = [
  ["organizations", "organization"],
  ["services", "service"],
  ["service_at_locations", "service_at_location"],
] as const;

test("a page of 100 and single things satisfy the official schemas of HSDS 3.0 and of its UK profile", async (t) => {
  if (!existsSync(validators)) return t.skip("the folder of official schemas is absent");
  for (const [list, name] of kinds)
    for (const folder of ["hsds", "oruk"]) {
      const valid = ajv.compile(schemaOf(folder, name));
      for (const host of two.hosts) {
        const page = await pageOf<{ id: string }>(`${list}?per_page=100`, host);
        assert.ok(page.size > 0);
        const one = await readJson<object>(
          two.site,
          `${base}/${list}/${page.contents[0]?.id}`,
          host,
        );
        for (const thing of [...page.contents, one])
          assert.ok(
            valid(thing),
            `${folder} ${list} ${host}: ${ajv.errorsText(valid.errors)} ${JSON.stringify(thing)}`,
          );
      }
    }
  const term = schemaOf("hsds", "service").properties["attributes"]?.items.properties[
    "taxonomy_term"
  ];
  const validTerm = ajv.compile(term ?? {});
  const validTaxonomy = ajv.compile(term?.properties["taxonomy_detail"] ?? {});
  for (const one of (await pageOf<object>("taxonomy_terms?per_page=100")).contents)
    assert.ok(validTerm(one), ajv.errorsText(validTerm.errors));
  for (const one of (await pageOf<object>("taxonomies")).contents)
    assert.ok(validTaxonomy(one), ajv.errorsText(validTaxonomy.errors));
});

test("its description offers every address and every parameter the UK profile asks for", async (t) => {
  if (!existsSync(validators)) return t.skip("the folder of official schemas is absent");
  type Api = { paths: Record<string, { get?: { parameters?: { $ref: string }[] } } | null> };
  const asked = JSON.parse(readFileSync(join(validators, "oruk/openapi.json"), "utf8")) as Api;
  const root = await readJson<{ openapi_url: string; version: string }>(
    two.site,
    base,
    "valbrume.test",
  );
  assert.match(root.version, /3\.0/);
  const ours = await readJson<Api>(two.site, new URL(root.openapi_url).pathname, "valbrume.test");
  for (const [path, one] of Object.entries(asked.paths)) {
    assert.ok(ours.paths[path], path);
    const offered = ours.paths[path].get?.parameters?.map(({ $ref }) => $ref) ?? [];
    for (const { $ref } of one?.get?.parameters ?? [])
      assert.ok(offered.includes($ref), `${path} ${$ref}`);
  }
});

test("pages hold each thing once, the last one says so, one past it is empty", async () => {
  for (const host of two.hosts) {
    const seen: string[] = [];
    let last: Page<Service> | undefined;
    for (let page = 1; !last?.last_page; page++) {
      last = await pageOf<Service>(`services?per_page=70&page=${page}`, host);
      assert.equal(last.page_number, page);
      assert.equal(last.first_page, page === 1);
      seen.push(...last.contents.map(({ id }) => id));
    }
    assert.equal(seen.length, last.total_items);
    assert.equal(new Set(seen).size, seen.length);
    const past = await pageOf<Service>(`services?per_page=70&page=${last.total_pages + 1}`, host);
    assert.deepEqual([past.empty, past.size, past.contents], [true, 0, []]);
  }
});

test("every association is an organization, and offers at least one service", async () => {
  for (const host of two.hosts) {
    const organizations = await pageOf<Organization>("organizations?per_page=100", host);
    for (const { id } of organizations.contents.slice(0, 5)) {
      const offered = await pageOf<Service>(`services?organization_id=${id}`, host);
      assert.ok(offered.total_items > 0);
      const whole = await readJson<{ services: object[] }>(
        two.site,
        `${base}/organizations/${id}`,
        host,
      );
      assert.equal(whole.services.length, offered.total_items);
    }
  }
});

/** What every page of a list holds. */
async function everyService(path: string): Promise<Service[]> {
  const found: Service[] = [];
  for (let at = 1; ; at++) {
    const { contents } = await pageOf<Service>(`${path}&page=${at}`);
    if (!contents.length) return found;
    found.push(...contents);
  }
}

test("hours are those of the rule: day, hours and age narrow the services", async () => {
  const all = await everyService("services?per_page=100");
  const timed = all.filter(({ schedules = [] }) => schedules.some((one) => one.freq));
  assert.ok(timed.length > 3);
  for (const { schedules = [] } of timed)
    for (const one of schedules)
      if (one.freq) assert.match(one.byday ?? "", /^-?\d?(MO|TU|WE|TH|FR|SA|SU)/);
  const evening = await everyService("services?day=WE&start_time=17:00&per_page=100");
  const expected = all.filter(({ schedules = [] }) =>
    schedules.some((one) => one.byday?.includes("WE") && (one.opens_at ?? "") >= "17:00"),
  );
  assert.deepEqual(evening.map(({ id }) => id).sort(), expected.map(({ id }) => id).sort());
  const grown = (await pageOf<Service>("services?minimum_age=16")).contents;
  assert.ok(grown.every((one) => (one.minimum_age ?? 0) >= 16));
});

test("words, terms and a postcode narrow what is listed", async () => {
  const [theme] = (await pageOf<TaxonomyTerm>("taxonomy_terms")).contents;
  const sport = (await pageOf<Service>(`services?taxonomy_term_id=${theme?.id}`)).contents;
  assert.ok(
    sport.length &&
      sport.every(({ attributes = [] }) =>
        attributes.some((one) => one.taxonomy_term_id === theme?.id),
      ),
  );
  const [some] = (await pageOf<ServiceAtLocation>("service_at_locations")).contents;
  const name = some?.service?.name ?? "";
  const found = await pageOf<Service>(`services?search=${encodeURIComponent(name.toUpperCase())}`);
  assert.ok(found.contents.some((one) => one.name === name));
  const placed = (
    await pageOf<ServiceAtLocation>("service_at_locations?per_page=100")
  ).contents.find(({ location }) => location.addresses && location.latitude !== undefined);
  const code = placed?.location.addresses?.[0]?.postal_code;
  const inside = await pageOf<ServiceAtLocation>(`service_at_locations?postcode=${code}`);
  assert.ok(inside.contents.every(({ location }) => location.addresses?.[0]?.postal_code === code));
  const around = await pageOf<ServiceAtLocation>(
    `service_at_locations?postcode=${code}&proximity=100000`,
  );
  assert.ok(around.total_items >= inside.total_items);
});

test("what is asked badly is refused in words, what is not there is not found", async () => {
  for (const wrong of [
    "services?page=0",
    "services?day=mercredi",
    "services?start_time=18h",
    "service_at_locations?proximity=20",
  ]) {
    const answer = await two.site.get(`${base}/${wrong}`);
    assert.equal(answer.status, 400, wrong);
    assert.match((JSON.parse(answer.html) as { detail: string }).detail, /Le paramètre \w+/);
  }
  const missing = await two.site.get(`${base}/services/00000000-0000-4000-8000-000000000000`);
  assert.equal(missing.status, 404);
  assert.equal(missing.headers.get("access-control-allow-origin"), "*");
});
