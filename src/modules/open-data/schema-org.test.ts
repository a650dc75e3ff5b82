import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { openTwoCommunes, validators, type TwoCommunes } from "./two-communes.testing.ts";

let two: TwoCommunes;
before(async () => (two = await openTwoCommunes()));
after(() => two.site.close());

type Reference = { "@id": string };
type Entry = Reference & { "@type": string | string[] } & Record<string, Reference | Reference[]>;
type Vocabulary = ReadonlyMap<string, Entry>;
const vocabularyFile = join(validators, "schemaorg/schemaorg-all-https.jsonld");

const idsOf = (value: Reference | Reference[] | undefined): string[] =>
  value === undefined ? [] : [value].flat().map((one) => one["@id"]);

/** A type and all those it is a kind of. */
function lineage(known: Vocabulary, type: string): Set<string> {
  const found = new Set<string>();
  const waiting = [type];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...idsOf(known.get(next)?.["rdfs:subClassOf"]));
  }
  return found;
}

/** What of a description the vocabulary does not know: types, properties, domains, types of values. */
function faultsOf(known: Vocabulary, thing: Record<string, unknown>, path = ""): string[] {
  const types = [thing["@type"]].flat().map((type) => `schema:${String(type)}`);
  const unknown = types.filter((type) => !known.has(type)).map((type) => `${path} type ${type}`);
  const kinds = new Set(types.flatMap((type) => [...lineage(known, type)]));
  return [
    ...unknown,
    ...Object.entries(thing).flatMap(([name, value]) => {
      if (name.startsWith("@")) return [];
      const property = known.get(`schema:${name}`);
      if (!property) return [`${path}.${name} is no property`];
      const domain = idsOf(property["schema:domainIncludes"]);
      const outside = domain.some((type) => kinds.has(type))
        ? []
        : [`${path}.${name} is not of ${types.join()}`];
      const range = idsOf(property["schema:rangeIncludes"]);
      const values = [value].flat().flatMap((one: unknown) => {
        if (typeof one !== "object" || one === null) return [];
        const part = one as Record<string, unknown>;
        const fits = [...lineage(known, `schema:${String(part["@type"])}`)].some((type) =>
          range.includes(type),
        );
        return [
          ...(fits ? [] : [`${path}.${name} may not be a ${String(part["@type"])}`]),
          ...faultsOf(known, part, `${path}.${name}`),
        ];
      });
      return [...outside, ...values];
    }),
  ];
}

/** A dozen of them, here and there. */
const sample = (paths: readonly string[]) =>
  paths.filter((_, i) => i % Math.ceil(paths.length / 12) === 0);

const blocksOf = (html: string): Record<string, unknown>[] =>
  [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(
    ([, json]) => JSON.parse(json ?? "") as Record<string, unknown>,
  );

test("pages of associations and of activities, and that of open data, speak schema.org as its vocabulary has it", async (t) => {
  if (!existsSync(vocabularyFile)) return t.skip("the folder of official schemas is absent");
  const { "@graph": entries } = JSON.parse(readFileSync(vocabularyFile, "utf8")) as {
    "@graph": Entry[];
  };
  const known = new Map(entries.map((one) => [one["@id"], one]));
  for (const host of two.hosts) {
    const feed = (await two.site.get("/sitemap.xml", { host })).html;
    const listings = [...feed.matchAll(/\/associations\/[a-z0-9-]+/g)].map(([path]) => path);
    const csv = (await two.site.get("/donnees/activites.csv", { host })).html;
    const activities = [...csv.matchAll(/\/activites\/[a-z0-9-]+/g)].map(([path]) => path);
    for (const path of ["/donnees", ...sample(listings), ...sample(activities)]) {
      const blocks = blocksOf((await two.site.get(path, { host })).html);
      if (!path.startsWith("/activites")) assert.ok(blocks.length, path);
      for (const block of blocks) assert.deepEqual(faultsOf(known, block), [], path);
    }
  }
});
