import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { periodicWork } from "../../../app.ts";
import { projectRoot } from "../../../platform/config.ts";
import type { Site } from "../../../platform/http/site.ts";
import official from "./official.json" with { type: "json" };
import { openTwoCommunes, type TwoCommunes } from "../two-communes.testing.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { atomFaults, catalogueFaults, geoJsonFaults, referralFaults, rpdeFaults } from "./rules.ts";
import { lastCheck } from "./kept.ts";
import { isDay, tableFaults } from "./table-rules.ts";

let two: TwoCommunes;
before(async () => (two = await openTwoCommunes()));
after(() => two.site.close());

test("the pages say what was checked and what was not; before a check, that none was made", async () => {
  const { site } = two;
  const before = await site.get("/donnees/conformite");
  assert.match(before.html, /Aucun contrôle n’a encore été fait/);
  for (const path of ["/donnees", "/donnees/conformite", "/en/donnees", "/en/donnees/conformite"])
    assert.deepEqual(await htmlFaults((await site.get(path)).html), [], path);
});

const night = async (communeId: number, app = two.site.app) => {
  const work = periodicWork(two.site.house, app).find(({ task }) => task === "open_data_check");
  await work?.run(communeId);
  return two.site.database.read(communeId, lastCheck);
};

test("each night, what both communes publish passes our own checks, kept and shown on their page", async () => {
  const { site } = two;
  for (const host of two.hosts) {
    const communeId = host === "valbrume.test" ? site.communeId : site.otherCommuneId;
    const findings = (await night(communeId))?.findings ?? [];
    assert.equal(findings.length, 8);
    for (const { id, looked, wrong, faults } of findings) {
      assert.equal(wrong, 0, `${id}: ${faults.join()}`);
      if (host === "valbrume.test") assert.ok(looked > 0, id);
    }
    const page = await site.get("/donnees/conformite", { host });
    assert.match(page.html, /aucun défaut/);
    assert.match(page.html, /Contrôle du .*2026/);
    assert.match(page.html, /Ce ne sont pas les schémas officiels/);
  }
  await site.house.notes.flush();
  const views = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("visit_count").selectAll().where("page_kind", "=", "data").execute(),
  );
  assert.ok(!views.some(({ channel }) => channel === "api"), "the check counts no view");
});

test("what did not answer is named on the page and waits for an administrator, until it is right again", async () => {
  const { site } = two;
  const file = async (as: "administrator" | "referent") =>
    (await site.get("/gestion/file?dans=tous", { as })).html.replaceAll("\u00a0", " ");
  const told = /Données ouvertes à corriger : [Aa]genda/;
  assert.doesNotMatch(await file("administrator"), told);
  const broken: Site = {
    fetch: (request, ip) =>
      request.url.endsWith("/agenda.ics")
        ? new Response("", { status: 500 })
        : site.app.fetch(request, ip),
  };
  const checked = await night(site.communeId, broken);
  assert.equal(checked?.findings.length, 8, "the rest is looked at all the same");
  const page = await site.get("/donnees/conformite");
  assert.match(page.html, /À corriger[\s\S]*\/agenda\.ics: 500/);
  assert.match(await file("administrator"), told);
  assert.doesNotMatch(await file("referent"), told);
  await night(site.communeId);
  assert.doesNotMatch(await file("administrator"), told);
});

test("the official checks shown are those of the tests, with the very versions they use", () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(projectRoot, "package.json"), "utf8"),
  ) as Record<"dependencies" | "devDependencies", Record<string, string>>;
  const used = new Map(
    Object.entries({ ...dependencies, ...devDependencies }).map(([name, version]) => [
      name.replace(/^@[^/]+\//, ""),
      version,
    ]),
  );
  for (const one of official) {
    const [name = "", version] = one.with.split(" ");
    if (name !== "schema.org") assert.equal(version, used.get(name), one.with);
    assert.ok(isDay(one.on));
  }
});

test("each kind of fault is seen", () => {
  const fields = [
    { name: "id", type: "string", constraints: { required: true } },
    { name: "jour", type: "date" },
    { name: "etat", type: "string", constraints: { enum: ["oui"] } },
  ] as unknown as Parameters<typeof tableFaults>[0]["fields"];
  const lines = [
    ["id", "jour", "etat"],
    ["a", "2026-02-30", "oui"],
    ["a", "2026-02-03", "non"],
    ["", "", ""],
  ];
  assert.deepEqual(tableFaults({ fields, primaryKey: "id" }, lines), [
    "line 2, jour: date",
    "line 3: twice",
    "line 3, etat: enum",
    "line 4, id: required",
  ]);
  assert.deepEqual(
    geoJsonFaults({
      type: "FeatureCollection",
      features: [
        { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [200, 4] } },
      ],
    }),
    ["feature 1: coordinates"],
  );
  const id = "00000000-0000-4000-8000-000000000000";
  assert.deepEqual(
    referralFaults({
      organizations: [{ id, name: "A", description: "" }],
      services: [{ id: "x", name: "S", status: "open", organization_id: "y" }],
    }),
    [
      "organizations 1: description",
      "services 1: id",
      "services 1: status",
      "services 1: organization_id",
    ],
  );
  assert.deepEqual(
    rpdeFaults([
      { state: "updated", kind: "K", id, modified: 2 },
      { state: "deleted", kind: "K", id, modified: 1 },
    ]),
    ["item 1: state", "item 2: modified"],
  );
  assert.deepEqual(atomFaults("<feed><id>a</id><title>b</title><entry></entry>"), [
    "feed: updated",
    "feed: author",
    "entry 1: id",
    "entry 1: title",
    "entry 1: updated",
  ]);
  assert.deepEqual(
    catalogueFaults({
      "@graph": [{ "@type": ["dcat:Catalog"], "dct:title": [1], "dct:publisher": [1] }],
    }),
    ["dcat:Catalog: dct:description"],
  );
});
