import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import test, { after, before } from "node:test";
import { lookUpAddress } from "../../platform/address-lookup.ts";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { placeLines } from "./queries.ts";

const feature = (name: string, postcode: string, city: string, at: [number, number]) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: at },
  properties: { label: `${name} ${postcode} ${city}`, score: 0.9, name, postcode, city },
});
const known = {
  type: "FeatureCollection",
  features: [
    feature("4 Rue des Tisserands", "49998", "Valbrume", [-0.5123, 47.2545]),
    feature("Rue des Tisserands", "49998", "Valbrume", [-0.5, 47.25]),
  ],
};

let site: TestSite;
let service: Server;
let asked: URL[] = [];
/** What the service does of the next questions. */
let behaviour: "known" | "nothing" | "broken" | "html" | "endless" | "elsewhere" | "silent";

before(async () => {
  service = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://service");
    asked.push(url);
    if (behaviour === "silent") return;
    if (behaviour === "broken") response.statusCode = 503;
    if (behaviour === "elsewhere") response.writeHead(302, { location: "http://127.0.0.1:9/" });
    if (behaviour === "html") response.end("<h1>Maintenance</h1>");
    else if (behaviour === "endless") response.end("x".repeat(200_000));
    else if (behaviour === "nothing") response.end('{"features": []}');
    else response.end(JSON.stringify(known));
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  site = await openTestSite({ ADDRESS_LOOKUP_URL: address() });
});
after(async () => {
  await site.close();
  service.closeAllConnections();
  service.close();
});

const address = () => `http://127.0.0.1:${(service.address() as AddressInfo).port}/search`;
const turn = (value: "on" | "off") =>
  site.post(
    "/gestion/reglages/services-exterieurs",
    {
      address_lookup: value,
      map_tiles: "off",
      outside_calendars: "off",
      outside_neighbours: "off",
    },
    { as: "administrator" },
  );
const referent = { as: "referent" } as const;
const typed = { name: "Atelier", street: "4 r. tisserands", postcode: "", town: "" };
const places = () => site.database.read(site.communeId, (tx) => placeLines(tx));
const values = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, "g"))].map((found) =>
    (found[1] ?? "").replaceAll("&quot;", '"'),
  );

test("nothing is asked outside until the commune turns the look-up on", async () => {
  behaviour = "known";
  asked = [];
  const page = await site.get("/gestion/lieux/nouveau", referent);
  assert.doesNotMatch(page.html, /Chercher cette adresse/);
  const answer = await site.post("/gestion/lieux/nouveau/adresse", typed, referent);
  assert.equal(answer.status, 200);
  assert.equal(asked.length, 0);
});

test("an address found is chosen, kept with its place on the map, and its district follows", async () => {
  behaviour = "known";
  asked = [];
  assert.equal((await turn("on")).status, 303);
  const ring = [
    [-0.6, 47.2],
    [-0.4, 47.2],
    [-0.4, 47.3],
    [-0.6, 47.3],
    [-0.6, 47.2],
  ];
  await site.database.write(site.communeId, (tx) =>
    tx
      .insertInto("district")
      .values({
        name: "Les Tisserands",
        slug: "les-tisserands",
        shape: JSON.stringify({ type: "Polygon", coordinates: [ring] }),
      })
      .execute(),
  );
  const answer = await site.post("/gestion/lieux/nouveau/adresse", typed, referent);
  assert.match(answer.html, /2 adresses trouvées/);
  assert.match(answer.html, /value="4 r\. tisserands"/);
  assert.equal(asked[0]?.searchParams.get("q"), "4 r. tisserands");
  assert.equal(asked[0]?.searchParams.get("citycode"), "49998");
  const [first = ""] = values(answer.html, "address");
  const saved = await site.post("/gestion/lieux/nouveau", { ...typed, address: first }, referent);
  assert.equal(saved.status, 303);
  const place = (await places()).find(({ name }) => name === "Atelier");
  assert.match(place?.address ?? "", /^4 Rue des Tisserands, /);
  assert.equal(place?.district, "Les Tisserands");
  const page = await site.get(saved.location ?? "", referent);
  assert.deepEqual(values(page.html, "latitude"), ["47,2545"]);
});

test("an address is looked for from the page of a place; another's change meanwhile is still told", async () => {
  behaviour = "known";
  const place = (await places()).find(({ name }) => name === "Atelier");
  assert.ok(place);
  const path = `/gestion/lieux/${place.id}`;
  const [revision = ""] = values((await site.get(path, referent)).html, "_revision");
  await site.post(path, { ...typed, street: "9 rue Basse", _revision: revision }, referent);
  const fields = { ...typed, street: "tisserands", _revision: revision };
  const answer = await site.post(`${path}/adresse`, fields, referent);
  assert.match(answer.html, /value="tisserands"/);
  const [address = ""] = values(answer.html, "address");
  const [opened = ""] = values(answer.html, "_revision");
  const refused = await site.post(path, { ...fields, _revision: opened, address }, referent);
  assert.equal(refused.status, 422);
  assert.match(refused.html, /pendant que vous écriviez/);
});

test("a service that is down, slow, elsewhere, endless or unreadable costs a sentence and no typed word", async () => {
  const told = {
    broken: /ne répond pas/,
    elsewhere: /ne répond pas/,
    endless: /ne répond pas/,
    html: /incompréhensible/,
    nothing: /Aucune adresse trouvée/,
  } as const;
  for (const [way, sentence] of Object.entries(told)) {
    behaviour = way as keyof typeof told;
    const answer = await site.post("/gestion/lieux/nouveau/adresse", typed, referent);
    assert.equal(answer.status, 200, way);
    assert.match(answer.html, sentence, way);
    assert.match(answer.html, /value="4 r\. tisserands"/, way);
  }
  behaviour = "silent";
  assert.deepEqual(await lookUpAddress(address(), "rue"), { failed: "unreachable" });
  const short = await site.post("/gestion/lieux/nouveau/adresse", { name: "A" }, referent);
  assert.match(short.html, /début de l’adresse/);
});

test("an address nobody offered is refused as a choice, not as a fault", async () => {
  const answer = await site.post(
    "/gestion/lieux/nouveau",
    { ...typed, address: '{"street": 3}' },
    referent,
  );
  assert.equal(answer.status, 422);
  assert.match(answer.html, /Choisissez une réponse de la liste/);
});
