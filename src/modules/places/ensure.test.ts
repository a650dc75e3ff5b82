import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { Tx } from "../../platform/db/database.ts";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { ensurePlace, ensurePlaces } from "./ensure.ts";
import { placeLines } from "./queries.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  const square = {
    type: "Polygon",
    coordinates: [
      [
        [-0.6, 47.2],
        [-0.4, 47.2],
        [-0.4, 47.3],
        [-0.6, 47.3],
        [-0.6, 47.2],
      ],
    ],
  };
  await here((tx) =>
    tx
      .insertInto("district")
      .values({ name: "Le Centre", slug: "le-centre", shape: JSON.stringify(square) })
      .execute(),
  );
});
after(() => site.close());

const here = <T>(work: (tx: Tx) => Promise<T>) => site.database.write(site.communeId, work);
const one = async (name: string) => {
  const line = (await here((tx) => placeLines(tx))).find((place) => place.name === name);
  assert.ok(line, name);
  return line;
};

test("one place is one row, whatever its accents, and two halls of one name in two streets are two", async () => {
  const ids = await here(async (tx) => [
    await ensurePlace(tx, { name: "Salle des Fêtes", street: "1 av. du Parc" }),
    await ensurePlace(tx, { name: "SALLE DES FETES" }),
    await ensurePlace(tx, { name: "Salle des fêtes", street: "1 avenue du parc" }),
    await ensurePlace(tx, { name: "1 avenue du Parc", street: "1 avenue du Parc" }),
    await ensurePlace(tx, { name: "Salle des fêtes", street: "9 rue Basse" }),
  ]);
  assert.equal(new Set(ids.slice(0, 4)).size, 1);
  assert.notEqual(ids[4], ids[0]);
  const again = await here((tx) =>
    ensurePlaces(tx, [
      { name: "Salle des fêtes", street: "9 rue Basse" },
      { name: "Neuf" },
      { name: "neuf" },
    ]),
  );
  assert.equal(again[0], ids[4]);
  assert.equal(again[1], again[2]);
});

test("a district is found by its name, else by where the place stands", async () => {
  await here((tx) =>
    ensurePlaces(tx, [
      { name: "Par le nom", district: "LE CENTRE" },
      { name: "Par le point", latitude: 47.25, longitude: -0.5 },
      { name: "Ailleurs", latitude: 48, longitude: 2 },
    ]),
  );
  assert.equal((await one("Par le nom")).district, "Le Centre");
  assert.equal((await one("Par le point")).district, "Le Centre");
  assert.equal((await one("Ailleurs")).district, null);
});
