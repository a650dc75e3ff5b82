import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import jsonld from "jsonld";
import { Parser, Store, type Quad } from "n3";
import Validator from "rdf-validate-shacl";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { validators } from "../two-communes.testing.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const shapes = join(validators, "dcat/dcat-ap-SHACL.ttl");
const noNetwork = async (url: string): Promise<never> => assert.fail(`fetched ${url}`);
const read = async (kind: string) => (await site.get(`/donnees/catalogue.${kind}`)).html;
const told = (quads: readonly Quad[]): string[] =>
  quads
    .map(({ subject, predicate, object }) =>
      JSON.stringify([subject.value, predicate.value, object.value]),
    )
    .sort();

test("the catalogue satisfies the shapes of DCAT-AP 3", async (t) => {
  if (!existsSync(shapes)) return t.skip("the folder of official schemas is absent");
  const validator = new Validator(new Store(new Parser().parse(readFileSync(shapes, "utf8"))));
  const report = await validator.validate(new Store(new Parser().parse(await read("ttl"))));
  assert.deepEqual(
    report.results.map(({ focusNode, path, message }) => [focusNode, path, message]),
    [],
  );
  assert.ok(report.conforms);
  const untitled = (await read("ttl")).replaceAll("dct:title", "dct:alternative");
  const woken = await validator.validate(new Store(new Parser().parse(untitled)));
  assert.ok(!woken.conforms, "the shapes see a catalogue without titles");
});

test("it says the same in Turtle and in JSON-LD, which is read without fetching anything", async () => {
  const turtle = new Parser().parse(await read("ttl"));
  const lines = await jsonld.toRDF(JSON.parse(await read("jsonld")) as object, {
    format: "application/n-quads",
    documentLoader: noNetwork,
  });
  assert.deepEqual(told(new Parser({ format: "N-Quads" }).parse(String(lines))), told(turtle));
});

test("every address it gives is answered", async () => {
  const quads = new Parser().parse(await read("ttl"));
  const given = quads.filter(({ predicate }) =>
    /#(accessURL|endpointURL|endpointDescription|landingPage)$/.test(predicate.value),
  );
  assert.ok(given.length > 8);
  for (const { object } of given)
    assert.equal((await site.get(new URL(object.value).pathname)).status, 200, object.value);
});
