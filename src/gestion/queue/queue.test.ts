import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, testStart, type TestSite } from "../../testing/site.ts";
import { htmlFaults } from "../../testing/valid-html.ts";
import { registryOf } from "../../modules/associations/registry.testing.ts";

let site: TestSite;
const referent = { as: "referent" } as const;
const names = ["Chorale", "Judo", "Tricot"];
let ids: string[] = [];
before(async () => {
  site = await openTestSite();
  ids = (await registryOf(site).createMany(names.map((name) => ({ name })))).map(({ id }) => id);
  for (const [at, name] of ["Pétanque", "Philatélie"].entries()) {
    site.clock.set(`2026-09-1${at}T08:00:00Z`);
    const said = { name, body: "On joue ensemble.", theme: "" };
    assert.equal((await site.post("/annuaire/proposer/envoi", said)).status, 303);
  }
  site.clock.set(testStart);
});
after(() => site.close());

const follow = async (path: string, as: "referent" | "front_desk" = "referent") => {
  const answer = await site.get(path, { as });
  return answer.location
    ? { path: answer.location, ...(await site.get(answer.location, { as })) }
    : { path, ...answer };
};
const first = async (slice = "tous") => {
  const { html } = await site.get(`/gestion/file?dans=${slice}`, referent);
  return (/href="([^"]*file=[^"]*)"/.exec(html)?.[1] ?? "").replaceAll("&amp;", "&");
};
const fileOf = (path: string) => new URL(path, "http://x").searchParams.get("file") ?? "";
const carried = (path: string, dans = "tous") => ({
  _file: fileOf(path),
  _dans: dans,
});

test("people who wait come first, the longest waiting first; then listings nobody confirmed", async () => {
  const { html } = await site.get("/gestion/file", referent);
  const told = [
    "Association proposée : Pétanque",
    "Association proposée : Philatélie",
    "Fiche que personne",
  ];
  const places = told.map((words) => html.replaceAll("\u00a0", " ").indexOf(words));
  assert.ok(places.every((place) => place > 0));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.match(html, /5 choses vous attendent/);
  assert.deepEqual(await htmlFaults(html), []);
  const home = await site.get("/gestion", referent);
  assert.match(home.html, /5 choses vous attendent/);
  const elected = await site.get("/gestion/file", { as: "elected" });
  assert.match(elected.html, /Il ne reste rien/);
});

test("each part of the queue says which it is, in its title and on the page", async () => {
  for (const [slice, words] of [
    ["moi", "La file du jour, pour moi"],
    ["tous", "La file du jour, pour tout le monde"],
    ["tous.proposal", "La file du jour, pour tout le monde : associations proposées"],
    ["moi.stale", "La file du jour, pour moi : fiches à vérifier"],
  ] as const) {
    const { html } = await site.get(`/gestion/file?dans=${slice}`, referent);
    const said = html.replaceAll("\u00a0", " ");
    assert.ok(said.includes(`<title>${words} ·`), slice);
    assert.ok(said.includes(`<h1>${words}</h1>`), slice);
  }
});

test("the screen of an item says where one stands; an act leads to the next, with its sentence", async () => {
  const path = await first();
  const { html } = await site.get(path, referent);
  assert.match(html, /1 sur 5/);
  assert.deepEqual(await htmlFaults(html), []);
  const screen = path.split("?")[0] ?? "";
  const wrong = await site.post(`${screen}/refus`, { answer: "", ...carried(path) }, referent);
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /1 sur 5/, "a refused form keeps its place");
  const done = await site.post(`${screen}/refus`, { answer: "Non.", ...carried(path) }, referent);
  assert.equal(done.status, 303);
  const next = await follow(done.location ?? "");
  assert.match(next.html, /Philatélie/);
  assert.match(next.html, /1 sur 4/);
  assert.match(next.html, /La réponse est enregistrée/);
});

test("what was passed is not met again; what was put off comes back the day it should", async () => {
  const path = await first();
  const { html } = await site.get(path, referent);
  const pass = (/href="([^"]*passer=1)"/.exec(html)?.[1] ?? "").replaceAll("&amp;", "&");
  const second = await follow(pass);
  assert.match(second.html, /2 sur 4/);
  const cle = fileOf(second.path);
  const off = await site.post(
    "/gestion/file/plus-tard",
    { cle, quand: "demain", ...carried(second.path) },
    referent,
  );
  const third = await follow(off.location ?? "");
  assert.match(third.html, /2 sur 3/);
  assert.notEqual(fileOf(third.path), cle);
  const list = await site.get("/gestion/file?dans=tous", referent);
  assert.match(list.html, /Remis à plus tard[\s\S]*16 septembre 2026, par/);
  site.clock.set("2026-09-16T08:00:00Z");
  assert.match((await site.get("/gestion/file?dans=tous", referent)).html, /4 choses/);
  site.clock.set(testStart);
  assert.equal((await site.post("/gestion/file/reprise", { cle }, referent)).status, 303);
  assert.match((await site.get("/gestion/file?dans=tous", referent)).html, /4 choses/);
});

test("a listing is checked by phone in one tap, and the queue goes on", async () => {
  const { html } = await site.get("/gestion/file?dans=tous.stale", referent);
  const path = (/href="([^"]*verification[^"]*)"/.exec(html)?.[1] ?? "").replaceAll("&amp;", "&");
  const screen = await site.get(path, referent);
  assert.match(screen.html, /Tout est juste/);
  const section = [...screen.html.matchAll(/name="section" value="(\w+)"/g)].map(
    ([, one]) => one ?? "",
  );
  const id = path.split("/")[3] ?? "";
  const done = await site.post(
    `/gestion/associations/${id}/confirmation`,
    { section, ...carried(path, "tous.stale") },
    referent,
  );
  const next = await follow(done.location ?? "");
  assert.match(next.html, /1 sur 2/);
  assert.doesNotMatch(
    (await site.get("/gestion/file?dans=tous.stale", referent)).html,
    new RegExp(id),
  );
});

test("mine is what I follow, what I was given and what is nobody's; an absence sends it to who replaces", async () => {
  const desk = site.personId("front_desk");
  await site.database.write(site.communeId, (tx) =>
    tx
      .updateTable("association")
      .set({ referent_id: desk })
      .where("association_id", "in", ids)
      .execute(),
  );
  assert.doesNotMatch((await site.get("/gestion/file?dans=moi", referent)).html, /verification/);
  assert.match(
    (await site.get("/gestion/file?dans=moi", { as: "front_desk" })).html,
    /verification/,
  );
  const { html } = await site.get("/gestion/file?dans=tous.stale", referent);
  const cle = [...html.matchAll(/name="cle" value="([^"]*)"/g)].map(([, key]) => key ?? "");
  const none = await site.post("/gestion/file/attribution", { agent: "" }, referent);
  assert.equal(none.status, 422);
  const given = await site.post(
    "/gestion/file/attribution",
    { cle, agent: site.personId("referent"), dans: "tous" },
    referent,
  );
  assert.equal(given.status, 303);
  assert.match((await site.get("/gestion/file?dans=moi", referent)).html, /verification/);
  await site.post("/gestion/file/attribution", { cle, agent: "", dans: "tous" }, referent);
  await site.database.write(site.communeId, (tx) =>
    tx
      .insertInto("absence")
      .values({
        person_id: desk,
        replacement_id: site.personId("referent"),
        from_day: "2026-09-14",
        to_day: "2026-09-20",
        set_at: site.clock.now(),
      })
      .execute(),
  );
  const mine = await site.get("/gestion/file?dans=moi", referent);
  assert.match(mine.html, /verification/);
  assert.match(mine.html, /à la place de/);
  site.clock.set("2026-09-21T08:00:00Z");
  assert.doesNotMatch((await site.get("/gestion/file?dans=moi", referent)).html, /verification/);
});

test("another commune's keys are nothing here, and a stranger's form goes where it would have gone", async () => {
  const answer = await site.post(
    "/gestion/file/plus-tard",
    { cle: "proposal:nope", quand: "demain" },
    referent,
  );
  assert.equal(answer.status, 422);
  const resident = await site.post("/annuaire/proposer/envoi", {
    name: "Échecs",
    body: "On joue.",
    theme: "",
    _file: "proposal:1",
  });
  assert.equal(resident.location, "/annuaire/proposer/merci");
});
