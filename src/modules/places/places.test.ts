import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { Tx } from "../../platform/db/database.ts";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { ensurePlaces } from "./ensure.ts";
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
  await here((tx) =>
    ensurePlaces(tx, [
      { name: "Par le nom", district: "LE CENTRE" },
      { name: "Neuf" },
      { name: "Ailleurs", latitude: 48, longitude: 2 },
    ]),
  );
});
after(() => site.close());

const here = <T>(work: (tx: Tx) => Promise<T>) => site.database.write(site.communeId, work);
const referent = { as: "referent" } as const;
const one = async (name: string) => {
  const line = (await here((tx) => placeLines(tx))).find((place) => place.name === name);
  assert.ok(line, name);
  return line;
};
const hidden = (html: string, name: string) =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? "";

test("an agent adds a place, says where it is and how one enters; a name is taken once", async () => {
  const fields = {
    name: "Gymnase Nord",
    street: "3 rue Haute",
    postcode: "49000",
    town: "Valbrume",
    municipal: "on",
  };
  const made = await site.post("/gestion/lieux/nouveau", fields, referent);
  assert.equal(made.status, 303);
  const taken = await site.post(
    "/gestion/lieux/nouveau",
    { ...fields, name: "GYMNASE NORD" },
    referent,
  );
  assert.equal(taken.status, 422);
  assert.match(taken.html, /porte déjà ce nom/);
  const { id } = await one("Gymnase Nord");
  const revision = async () =>
    hidden((await site.get(`/gestion/lieux/${id}`, referent)).html, "_revision");
  const wrong = await site.post(
    `/gestion/lieux/${id}/position`,
    { latitude: "47,25", longitude: "" },
    referent,
  );
  assert.match(wrong.html, /ou aucune des deux/);
  const put = { latitude: "47,25", longitude: "-0,5", _revision: await revision() };
  assert.equal((await site.post(`/gestion/lieux/${id}/position`, put, referent)).status, 303);
  assert.equal((await one("Gymnase Nord")).district, "Le Centre");
  const access = {
    access_step_free: "yes",
    access_accessible_toilet: "no",
    access_reserved_parking: "",
    access_hearing_loop: "",
    access_sign_language: "",
    access_assistance: "",
    accessNote: "Rampe",
  };
  const saved = await site.post(
    `/gestion/lieux/${id}/accessibilite`,
    { ...access, _revision: await revision() },
    referent,
  );
  assert.equal(saved.status, 303);
  assert.match(
    (await site.get(`/gestion/lieux/${id}`, { as: "elected" })).html,
    /Entrée sans marche/,
  );
});

test("two agents on one place: the second is told, and keeps what they typed", async () => {
  const { id } = await one("Gymnase Nord");
  const revision = hidden((await site.get(`/gestion/lieux/${id}`, referent)).html, "_revision");
  const form = {
    name: "Gymnase Nord",
    street: "4 rue Haute",
    postcode: "",
    town: "",
    _revision: revision,
  };
  assert.equal((await site.post(`/gestion/lieux/${id}`, form, referent)).status, 303);
  const late = await site.post(
    `/gestion/lieux/${id}`,
    { ...form, street: "5 rue Haute" },
    { as: "communication" },
  );
  assert.equal(late.status, 422);
  assert.match(late.html, /Gymnase Nord, 4 rue Haute/);
  assert.match(late.html, /value="5 rue Haute"/);
});

test("a place in use is not deleted; an unused one is", async () => {
  const used = await one("Neuf");
  await here(async (tx) => {
    const { association_id } = await tx
      .insertInto("association")
      .values({ name: "Utilise", name_sort: "utilise", slug: "utilise" })
      .returning("association_id")
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("association_place")
      .values({ association_id, place_id: used.id })
      .execute();
  });
  const refused = await site.post(`/gestion/lieux/${used.id}/suppression`, {}, referent);
  assert.equal(refused.status, 422);
  assert.match(refused.html, /sert à des associations/);
  const free = await one("Ailleurs");
  assert.equal(
    (await site.post(`/gestion/lieux/${free.id}/suppression`, {}, referent)).status,
    303,
  );
  assert.equal(
    (await here((tx) => placeLines(tx))).some((place) => place.id === free.id),
    false,
  );
});

test("places are read by every agent, written by some, and unknown to another commune", async () => {
  const { id } = await one("Neuf");
  assert.match((await site.get("/gestion/lieux?q=NEUF", { as: "equipment_manager" })).html, /Neuf/);
  const paths = ["", "/position", "/accessibilite", "/suppression"];
  for (const as of ["elected", "equipment_manager"] as const) {
    assert.equal((await site.get("/gestion/lieux/nouveau", { as })).status, 403);
    assert.equal((await site.get(`/gestion/lieux/${id}/carte`, { as })).status, 403);
    for (const path of paths)
      assert.equal((await site.post(`/gestion/lieux/${id}${path}`, {}, { as })).status, 403);
  }
  const elsewhere = { as: "referent", host: "autreville.test" } as const;
  assert.equal((await site.get(`/gestion/lieux/${id}`, elsewhere)).status, 404);
  for (const path of paths)
    assert.equal(
      (
        await site.post(
          `/gestion/lieux/${id}${path}`,
          {
            name: "X",
            latitude: "1",
            longitude: "1",
            access_step_free: "",
            access_accessible_toilet: "",
            access_reserved_parking: "",
            access_hearing_loop: "",
            access_sign_language: "",
            access_assistance: "",
          },
          elsewhere,
        )
      ).status,
      404,
      path,
    );
  const away = await site.post(
    "/gestion/lieux/nouveau",
    { name: "Retour", retour: "https://ailleurs.example" },
    referent,
  );
  assert.match(away.location ?? "", /^\/gestion\/lieux\//);
});
