import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { desk, openLending, plain, type Lending } from "../catalogue.testing.ts";
import { kitsFor } from "./standard-rules.ts";

let lending: Lending;
let club = { id: "" };
let laptop = "";
let router = "";
let kit = "";
before(async () => {
  lending = await openLending();
  club = await lending.join("Club du Pont", "president");
  laptop = await lending.lend({ name: "Ordinateur portable", category: "computer" }, ["PC-1", "PC-2"]); // prettier-ignore
  router = await lending.lend({ name: "Routeur 4G", category: "connection" }, ["4G-1"]);
});
after(() => lending.site.close());

const space = () => `/espace/fiches/${club.id}/outils`;
const atDesk = () => `/gestion/associations/${club.id}/outils`;
const typed = () => ({ name: "Kit point d’appui", purpose: "Tenir une permanence.", forSupportPoints: "on", shown: "on", tools: "connection", [`n_${laptop}`]: "2", [`n_${router}`]: "1" }); // prettier-ignore
const asking = (query = "") => `/materiel/kits/${kit}/demande?association=${club.id}${query}`;
const days = "&du=2026-12-04&au=2026-12-07";
const links = (html: string, path: string) =>
  [...html.matchAll(/(?:href|action)="([^"]+)"/g)].map(([, one = ""]) => one.replaceAll("&amp;", "&")).filter((one) => one.startsWith(path)); // prettier-ignore

test("an association is told of its standard kit, and of those shown that answer what it lacks", () => {
  const line = { modelId: "pc", name: "Ordinateur", quantity: 2 };
  const of = (id: string, tools: string[], shown = true) => ({ id, tools, shown, name: id, purpose: "", forSupportPoints: true, revision: 1, lines: [line] }); // prettier-ignore
  const kits = [of("hidden", ["connection"], false), of("other", ["video"]), of("answers", ["connection"]), of("its", [], false)]; // prettier-ignore
  const told = kitsFor(kits, { standardId: "its", lacks: ["connection"], held: [{ modelId: "pc", had: 1, coming: 2 }] }); // prettier-ignore
  assert.deepEqual(told.map((one) => [one.kit.id, one.standard, one.answers]), [["its", true, []], ["answers", false, ["connection"]]]); // prettier-ignore
  assert.deepEqual(told[0]?.lines, [{ ...line, had: 1, coming: 2, lacks: 0 }]);
});

test("a kit says which essential tools it answers; who lacks one sees it beside its tools, and no other", async () => {
  await lending.acted(`${desk}/kits/nouveau`, typed());
  const { html } = await lending.site.get(`${desk}/kits`, { as: "equipment_manager" });
  kit = /kits\/([0-9a-f-]{36})/.exec(html)?.[1] ?? "";
  assert.match((await lending.site.get(`${desk}/kits/${kit}`, { as: "equipment_manager" })).html, /value="connection" checked/); // prettier-ignore
  assert.doesNotMatch(await lending.seen(space(), "president"), /Kit point d’appui/);
  await lending.acted(space(), { "tool-connection": "lacks" }, "president");
  const page = await lending.seen(space(), "president");
  assert.match(page, /Votre kit de base Kit point d’appui.*Répond à ce qui manque : Une connexion internet/); // prettier-ignore
  assert.match(page, /Ordinateur portable 2 0 2 Routeur 4G 1 0 1 Demander ce kit/);
  assert.match(await lending.seen(`/gestion/associations/${club.id}`, "referent"), /Un kit répond à ce qui lui manque : Kit point d’appui. Il manque : 2 × Ordinateur portable, 1 × Routeur 4G/); // prettier-ignore
  await lending.acted(space(), { "tool-connection": "has" }, "president");
  assert.doesNotMatch(await lending.seen(space(), "president"), /Kit point d’appui/);
});

test("the référent says it is the standard kit of an association; others do not", async () => {
  const path = `${desk}/kits/association/${club.id}`;
  assert.match(await lending.seen(atDesk(), "referent"), /Kit de base de cette association/);
  assert.doesNotMatch(await lending.seen(atDesk(), "elected"), /Kit de base de cette association/);
  assert.equal((await lending.site.post(path, { kit }, { as: "elected" })).status, 404);
  assert.equal((await lending.site.post(path, { kit }, { as: "president" })).status, 403);
  assert.equal((await lending.site.post(path, { kit: crypto.randomUUID() }, { as: "referent" })).status, 404); // prettier-ignore
  assert.equal(await lending.acted(path, { kit }, "referent"), atDesk());
  await lending.acted(path, { kit }, "referent");
  assert.match(await lending.seen(atDesk(), "elected"), /Kit de base de cette association Kit point d’appui Kit de base/); // prettier-ignore
  assert.match(await lending.seen(space(), "president"), /Votre kit de base Kit point d’appui Kit de base/); // prettier-ignore
});

test("from its checklist it asks for the kit: its days, then the request with all of it", async () => {
  const here = await lending.site.get(space(), { as: "president" });
  const [link = ""] = links(here.html, "/materiel/kits/");
  assert.equal(link, asking());
  assert.match(await lending.seen(link, "president"), /Demander : Kit point d’appui/);
  const wrong = await lending.site.get(asking("&du=&au="), { as: "president" });
  assert.equal(wrong.status, 422);
  const late = await lending.site.get(asking("&du=2026-12-07&au=2026-12-04"), { as: "president" });
  assert.equal(late.status, 422);
  const go = await lending.site.get(asking(days), { as: "president" });
  assert.equal(go.status, 303);
  const next = go.headers.get("location") ?? "";
  assert.match(await lending.seen(next, "president"), /2 × Ordinateur portable.*1 × Routeur 4G/);
  const query = new URL(next, "https://valbrume.test").searchParams;
  const fields = Object.fromEntries([...query].filter(([name]) => name !== "association"));
  const sent = { ...fields, purpose: "Une permanence", [`out_${lending.place}`]: "540", [`back_${lending.place}`]: "540" }; // prettier-ignore
  await lending.acted("/materiel/demande", sent, "president");
  const page = await lending.seen(space(), "president");
  assert.match(page, /Ordinateur portable 2 0 2 0 Routeur 4G 1 0 1 0 Vous avez tout ce kit/);
  assert.match(await lending.seen(asking(), "president"), /Vous avez tout ce kit/);
});

test("not all of it free: what is and what lacks are said first; the desk writes the loan with what lacks", async () => {
  const { html } = await lending.site.get("/espace/prets", { as: "president" });
  const loan = /\/espace\/prets\/[0-9a-f-]{36}/.exec(html)?.[0] ?? "";
  await lending.acted(`${loan}/annulation`, {}, "president");
  await lending.acted(`${desk}/exemplaires/PC-2/etat`, { state: "repair", note: "" });
  assert.match(await lending.seen(asking(days), "president"), /Libre en partie : Maison des associations Il manque : 1 × Ordinateur portable Demander ce qui est libre/); // prettier-ignore
  const at = await lending.site.get(atDesk(), { as: "equipment_manager" });
  const [write = ""] = links(at.html, `${desk}/prets/nouveau`);
  const form = await lending.site.get(write, { as: "equipment_manager" });
  assert.match(form.html, /name="association"[^>]*value="Club du Pont"/);
  assert.match(plain(form.html), /Ordinateur portable/);
  assert.match(form.html, /name="q_[0-9a-f-]{36}"[^>]*value="2"/);
  assert.doesNotMatch(
    (await lending.site.get(atDesk(), { as: "referent" })).html,
    /prets\/nouveau/,
  );
});

test("another association asks for nothing in its name, and a hidden kit is asked for by those whose it is", async () => {
  const other = await lending.join("Foyer", "front_desk");
  const get = (id: string, as: "front_desk" | "president") =>
    lending.site.get(`/materiel/kits/${kit}/demande?association=${id}`, { as });
  assert.equal((await get(club.id, "front_desk")).status, 404);
  assert.equal((await get(other.id, "front_desk")).status, 200);
  await lending.acted(`${desk}/kits/${kit}`, { ...typed(), shown: "", _revision: "1" });
  assert.equal((await get(other.id, "front_desk")).status, 404);
  assert.equal((await get(club.id, "president")).status, 200);
  await lending.acted(`${desk}/kits/association/${club.id}`, { kit: "" }, "referent");
  assert.equal((await get(club.id, "president")).status, 404);
  assert.equal((await lending.site.get(`/materiel/kits/nothing/demande?association=${club.id}`, { as: "president" })).status, 404); // prettier-ignore
});
