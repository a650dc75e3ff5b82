import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import fc from "fast-check";
import { projectRoot } from "../../../platform/config.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { settingsUrls } from "../settings/urls.ts";
import { districtNamesRefusal, readShapes } from "./geojson.ts";
import { moved } from "./rules.ts";

const square = (at = 0) => [
  [
    [at, 47],
    [at + 0.01, 47],
    [at + 0.01, 47.01],
    [at, 47.01],
    [at, 47],
  ],
];
const feature = (properties: object, at = 0) => ({
  type: "Feature",
  properties,
  geometry: { type: "Polygon", coordinates: square(at) },
});
const collection = (...features: object[]) => ({ type: "FeatureCollection", features });
const read = (value: unknown) => readShapes(JSON.stringify(value));
const names = (value: unknown) => {
  const outcome = read(value);
  return "shapes" in outcome ? outcome.shapes.map(({ name }) => name) : outcome.refused;
};

test("names are found under the properties cities really use, and under their own", () => {
  assert.deepEqual(names(collection(feature({ nom: "Le Centre" }))), ["Le Centre"]);
  assert.deepEqual(names(collection(feature({ LIBELLE: " La  Gare " }))), ["La Gare"]);
  assert.deepEqual(
    names(collection(feature({ type: "Q", zone: "Nord" }), feature({ type: "Q", zone: "Sud" }, 1))),
    ["Nord", "Sud"],
  );
  assert.deepEqual(names(collection(feature({ code: 12 }))), [""]);
});

test("each kind of dirt is refused by its own reason", () => {
  assert.deepEqual(readShapes("nom;lat;lon"), { refused: "not_json" });
  assert.equal(names({ quartiers: [] }), "not_geojson");
  assert.equal(names([]), "not_geojson");
  assert.equal(names(collection()), "no_surface");
  assert.equal(names({ type: "Point", coordinates: [0, 47] }), "no_surface");
  assert.equal(names({ type: "Polygon", coordinates: [[[0, 47]]] }), "no_surface");
  assert.equal(names({ type: "Polygon", coordinates: [[["a", 47]]] }), "no_surface");
  const lambert = [
    [
      [430_000, 6_700_000],
      [431_000, 6_700_000],
      [431_000, 6_701_000],
      [430_000, 6_700_000],
    ],
  ];
  assert.equal(names({ type: "Polygon", coordinates: lambert }), "not_degrees");
  const many = Array.from({ length: 201 }, (_, at) => feature({ nom: `Q${at}` }));
  assert.equal(names(collection(...many)), "too_many");
  const long = Array.from({ length: 40_001 }, (_, at) => [at / 1000 - 20, 47 + (at % 2)]);
  assert.equal(names({ type: "Polygon", coordinates: [long] }), "too_detailed");
});

test("an open ring is closed, and a byte order mark is forgiven", () => {
  const open = { type: "Polygon", coordinates: [square()[0]?.slice(0, 4)] };
  const outcome = readShapes(`\uFEFF${JSON.stringify(open)}`);
  assert.ok("shapes" in outcome);
  const ring = outcome.shapes[0]?.surface.coordinates[0]?.[0] ?? [];
  assert.deepEqual(ring[0], ring.at(-1));
});

test("any JSON at all is read or refused, never a fault", () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom("Feature", "FeatureCollection", "Polygon", "x"),
      (value, type) => {
        for (const file of [
          value,
          { type, features: value, geometry: value, coordinates: value },
        ]) {
          const outcome = read(file);
          assert.ok("refused" in outcome || outcome.shapes.length > 0);
        }
      },
    ),
  );
});

const shapes = (...list: string[]) => {
  const outcome = read(collection(...list.map((nom, at) => feature(nom ? { nom } : {}, at))));
  return "shapes" in outcome ? districtNamesRefusal(outcome.shapes) : outcome.refused;
};

test("districts need names of their own", () => {
  assert.equal(shapes("Le Centre", "La Gare"), undefined);
  assert.equal(shapes("Le Centre", ""), "unnamed");
  assert.equal(shapes("Le Centre", "le centre"), "same_names");
});

test("moving one district keeps all the others in order", () => {
  assert.deepEqual(moved(["a", "b", "c"], "b", "up"), ["b", "a", "c"]);
  assert.deepEqual(moved(["a", "b", "c"], "c", "down"), ["a", "b", "c"]);
  assert.deepEqual(moved(["a", "b", "c"], "a", "up"), ["a", "b", "c"]);
});

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());
const admin = { as: "administrator" } as const;
const order = (html: string) =>
  [...html.matchAll(/<th scope="row"[^>]*>([^<]+)</g)].map((one) => one[1]);
const idOf = (name: string) =>
  site.database.read(site.communeId, async (tx) => {
    const row = await tx
      .selectFrom("district")
      .select("district_id")
      .where("name", "=", name)
      .executeTakeFirst();
    return row?.district_id ?? "";
  });
const upload = (what: string, text: string) => {
  const form = new FormData();
  form.append("what", what);
  form.append("file", new File([text], "quartiers.geojson"));
  return site.upload(settingsUrls.shapes, form, admin);
};

test("districts are added, renamed, ordered and removed", async () => {
  for (const name of ["Le Centre", "La Gare", "Les Fontaines"])
    assert.equal((await site.post(settingsUrls.districts, { name }, admin)).status, 303);
  const twice = await site.post(settingsUrls.districts, { name: "LE CENTRE" }, admin);
  assert.equal(twice.status, 422);
  assert.match(twice.html, /porte déjà ce nom/);
  await site.post(settingsUrls.moveDistrict(await idOf("La Gare")), { sens: "up" }, admin);
  await site.post(
    settingsUrls.district(await idOf("Le Centre")),
    { name: "Le Vieux Centre" },
    admin,
  );
  await site.post(settingsUrls.removeDistrict(await idOf("Les Fontaines")), {}, admin);
  const { html } = await site.get(settingsUrls.districts, admin);
  assert.deepEqual(order(html), ["La Gare", "Le Vieux Centre"]);
});

test("a district where places stand is not removed, and the page says how many", async () => {
  const id = await idOf("La Gare");
  await site.database.write(site.communeId, (tx) =>
    tx.insertInto("place").values({ name: "Halle", name_key: "halle", district_id: id }).execute(),
  );
  const answer = await site.post(settingsUrls.removeDistrict(id), {}, admin);
  assert.equal(answer.status, 422);
  assert.match(answer.html, /La Gare sert à 1 lieu/);
});

const demo = (name: string) => readFileSync(join(projectRoot, "db/demo", name), "utf8");

test("a file of districts draws those known and adds the others; the outline is drawn apart", async () => {
  const file = collection(feature({ nom: "La Gare" }), feature({ nom: "Saint-Aubin" }, 1));
  assert.equal((await upload("districts", JSON.stringify(file))).status, 303);
  assert.equal((await upload("outline", demo("outline.json"))).status, 303);
  const { html } = await site.get(settingsUrls.districts, admin);
  assert.deepEqual(order(html), ["La Gare", "Le Vieux Centre", "Saint-Aubin"]);
  assert.match(html, /class="district"/);
  assert.equal((await upload("districts", demo("districts.json"))).status, 303);
});

test("a refused map file says why and changes nothing", async () => {
  const refused = await upload("districts", "nom;lat");
  assert.equal(refused.status, 422);
  assert.match(refused.html, /ne peut pas être lu/);
  const big = await upload("outline", " ".repeat(2_000_001));
  assert.match(big.html, /dépasse 2 Mo/);
  const huge = await upload("outline", " ".repeat(9_000_000));
  assert.equal(huge.status, 413);
  const vague = await upload("", JSON.stringify(collection(feature({ nom: "X" }))));
  assert.match(vague.html, /Dites ce que contient le fichier/);
});

test("a district of another commune is not found", async () => {
  const id = await idOf("La Gare");
  const elsewhere = { ...admin, host: "autreville.test" };
  assert.equal((await site.get(settingsUrls.district(id), elsewhere)).status, 404);
  assert.equal((await site.post(settingsUrls.removeDistrict(id), {}, elsewhere)).status, 404);
});
