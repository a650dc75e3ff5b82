import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { situationOf } from "../../associations/index.ts";
import { registryDump } from "../import-files.testing.ts";
import { registryDesk, registryFile } from "./registry.testing.ts";

let site: TestSite;
let desk: ReturnType<typeof registryDesk>;
const referent = { as: "referent" } as const;
before(async () => {
  site = await openTestSite();
  desk = registryDesk(site);
});
after(() => site.close());

const known = async (id: string) => {
  const found = await site.database.read(site.communeId, (tx) => situationOf(tx, id));
  assert.ok(found);
  return found;
};
const ids: Record<string, string> = {};
let batch = "";

test("the month's file becomes proposals, kind by kind, and changes nothing", async () => {
  const seat = { street: "1 rue Basse", postcode: "49998", town: "Valbrume", insee: "49998" };
  const list = [
    { name: "Judo", rna: "W491000001", seat },
    { name: "Tir à l’arc", rna: "W491000002", seat },
    { name: "Voile", rna: "W491000003", seat },
    { name: "Chorale", rna: "W491000004", aims: "Chanter", seat },
    { name: "Échecs", rna: "W491000005", seat },
  ];
  for (const [at, { id }] of (await desk.create(list)).entries()) ids[list[at]?.name ?? ""] = id;
  const [hand] = await desk.create([{ name: "Couture", rna: "W491000006", aims: "Coudre" }], "association"); // prettier-ignore
  ids["Couture"] = hand?.id ?? "";
  const before = await registryDump(site);
  const here = { adrs_numvoie: "1", adrs_typevoie: "RUE", adrs_libvoie: "BASSE" };
  const { id, counts } = await desk.read(
    registryFile(
      { id: "W491000001", titre: "JUDO CLUB DU VAL", ...here },
      { id: "W491000002", titre: "TIR A L'ARC", position: "D", date_disso: "2026-05-04", ...here },
      { id: "W491000003", titre: "VOILE", adrs_codeinsee: "49007", adrs_codepostal: "49000", adrs_libcommune: "ANGERS", adrs_libvoie: "QUAI DU ROI" }, // prettier-ignore
      { id: "W491000004", titre: "CHORALE", objet: "Chanter, et faire chanter", ...here },
      { id: "W491000005", titre: "ECHECS", observation: "Remplacée par W491000099", ...here },
      { id: "W491000006", titre: "COUTURE ET MODE", objet: "Coudre et transmettre" },
      { id: "W491000007", titre: "PÉTANQUE DU PONT", objet: "Jouer aux boules" },
      { id: "W491000008", titre: "ANCIEN CLUB", position: "D" },
      { id: "W751000001", titre: "AILLEURS", adrs_codeinsee: "75056", adrs_libcommune: "PARIS", adrs_codepostal: "75001" }, // prettier-ignore
    ),
  );
  batch = id;
  assert.equal(counts.lines, 9);
  assert.equal(counts.kept, 8);
  const found = (await desk.proposals(id)).map(({ name, kind, field }) => `${name}: ${kind} ${field}`); // prettier-ignore
  for (const one of [
    "Judo: renamed name",
    "Tir à l’arc: ceased state",
    "Voile: moved_out seat",
    "Chorale: aims aims",
    "Couture: renamed name",
    "Couture: aims aims",
    "Pétanque du Pont: new new",
  ])
    assert.ok(found.includes(one), `${one} in ${found.join(", ")}`);
  assert.ok(
    !found.some((one) => /ANCIEN|AILLEURS/.test(one)),
    "dead or elsewhere, unknown: not ours",
  );
  assert.equal(await registryDump(site), before);
});

test("the screens say old and new, where the present value comes from, and what is protected", async () => {
  const list = await site.get("/gestion/registre", referent);
  assert.match(list.html, /class="crumbs"[\s\S]+aria-current="page">Registre national/);
  assert.deepEqual(await htmlFaults(list.html), []);
  assert.match(list.html, /1 nouvelle/);
  const renamed = await site.get(`/gestion/registre/${batch}?sorte=renamed`, referent);
  assert.deepEqual(await htmlFaults(renamed.html), []);
  assert.match(renamed.html, /Judo Club du Val/);
  assert.match(renamed.html, /registre national, le 15 septembre 2026/);
  assert.match(
    renamed.html,
    /Informations protégées[^]*dite par l’association, le 15 septembre 2026/,
  );
  const added = await site.get(`/gestion/registre/${batch}?sorte=new`, referent);
  assert.deepEqual(await htmlFaults(added.html), []);
  assert.match(added.html, /Pétanque du Pont/);
  const home = await site.get("/gestion", referent);
  assert.match(home.html, /propositions du registre national/);
});

test("accepting all leaves protected values, and the whole file taken back leaves nothing", async () => {
  const before = await registryDump(site);
  const answer = await desk.answer(batch, "acceptation", { all: "yes" });
  assert.equal(answer.status, 303);
  const judo = await known(ids["Judo"] ?? "");
  assert.equal(judo.record.name, "Judo Club du Val");
  assert.equal(judo.provenance["name"]?.source, "registry");
  const gone = (await known(ids["Tir à l’arc"] ?? "")).record;
  assert.deepEqual([gone.state, gone.stateOn, gone.stateSource], ["ceased", "2026-05-04", "registry"]); // prettier-ignore
  const voile = (await known(ids["Voile"] ?? "")).record;
  assert.deepEqual([voile.seatTown, voile.seatPublic], ["Angers", false]);
  assert.equal((await known(ids["Couture"] ?? "")).record.name, "Couture");
  assert.ok((await desk.proposals(batch)).every(({ name }) => name === "Couture"));
  assert.equal((await desk.answer(batch, "annulation", {})).status, 303);
  assert.equal(await registryDump(site), before);
  assert.equal((await desk.batch(batch))?.state, "undone");
});

test("a protected value is replaced one by one, and the answer is taken back alone", async () => {
  const { id } = await desk.read(
    registryFile({ id: "W491000006", titre: "COUTURE ET MODE", objet: "Coudre et transmettre" }),
  );
  const [name] = (await desk.proposals(id)).filter(({ field }) => field === "name");
  const proposal = name?.id ?? "";
  assert.equal((await desk.answer(id, "acceptation", { kind: "renamed" })).status, 422);
  assert.equal((await known(ids["Couture"] ?? "")).record.name, "Couture");
  assert.equal((await desk.answer(id, "acceptation", { proposal })).status, 303);
  assert.equal((await known(ids["Couture"] ?? "")).record.name, "Couture et Mode");
  const again = await desk.answer(id, "acceptation", { proposal });
  assert.equal(again.status, 422);
  assert.match(again.html, /déjà reçu une réponse/);
  assert.equal((await desk.answer(id, "reprise", { proposal })).status, 303);
  const { record, provenance } = await known(ids["Couture"] ?? "");
  assert.deepEqual([record.name, provenance["name"]?.source], ["Couture", "association"]);
});

test("what was refused is not proposed again next month, until the registry says something else", async () => {
  const month = (objet: string, date: string) =>
    desk.read(registryFile({ id: "W491000004", titre: "CHORALE", objet, date_creat: date }));
  const first = await month("Chanter ensemble", "2001-01-01");
  const [aims] = (await desk.proposals(first.id)).filter(({ kind }) => kind === "aims");
  assert.equal((await desk.answer(first.id, "refus", { proposal: aims?.id ?? "" })).status, 303);
  const kinds = async ({ id }: { id: string }) =>
    (await desk.proposals(id)).map(({ field }) => field);
  assert.ok(!(await kinds(await month("Chanter ensemble", "2001-01-02"))).includes("aims"));
  assert.ok((await kinds(await month("Chanter partout", "2001-01-02"))).includes("aims"));
});

test("a record changed since the file was read is not overwritten: the agent reads it again", async () => {
  const { id } = await desk.read(registryFile({ id: "W491000001", titre: "JUDO ET JUJITSU" }));
  const [proposal] = (await desk.proposals(id)).filter(({ field }) => field === "name");
  await site.database.write(site.communeId, (tx) =>
    tx
      .updateTable("association")
      .set({ name: "Judo Valbrume" })
      .where("association_id", "=", ids["Judo"] ?? "")
      .execute(),
  );
  const fields = { proposal: proposal?.id ?? "", back: "renamed" };
  const told = await desk.answer(id, "acceptation", fields);
  assert.equal(told.status, 422);
  assert.match(told.html, /a changé depuis[^]*Judo Valbrume/);
  assert.equal((await desk.answer(id, "acceptation", fields)).status, 303);
  assert.equal((await known(ids["Judo"] ?? "")).record.name, "Judo et Jujitsu");
});

test("of two agents who accept at once, one wins and the other is told", async () => {
  const { id } = await desk.read(registryFile({ id: "W491000071", titre: "LES DEUX AGENTS" }));
  const [proposal] = await desk.proposals(id);
  const fields = { proposal: proposal?.id ?? "" };
  const both = await Promise.all([
    desk.answer(id, "acceptation", fields),
    desk.answer(id, "acceptation", fields),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [303, 422]);
});

test("an agent protects a value from files on the record, and gives it back", async () => {
  const id = ids["Judo"] ?? "";
  const page = await site.get(`/gestion/associations/${id}`, referent);
  assert.match(page.html, /Protéger[^]*Nom/);
  const lock = (locked: string) =>
    site.post(`/gestion/associations/${id}/origine/verrou`, { _key: crypto.randomUUID(), field: "name", locked }, referent); // prettier-ignore
  assert.equal((await lock("yes")).status, 303);
  const batchOf = async (titre: string) => (await desk.read(registryFile({ id: "W491000001", titre }))).id; // prettier-ignore
  const first = await batchOf("JUDO UN");
  await desk.answer(first, "acceptation", { all: "yes" });
  assert.equal((await known(id)).record.name, "Judo et Jujitsu");
  assert.equal((await lock("no")).status, 303);
  const second = await batchOf("JUDO DEUX");
  assert.equal((await desk.answer(second, "acceptation", { all: "yes" })).status, 303);
  assert.equal((await known(id)).record.name, "Judo Deux");
});

test("another commune neither sees nor answers", async () => {
  const elsewhere = { as: "referent", host: "autreville.test" } as const;
  assert.equal((await site.get(`/gestion/registre/${batch}`, elsewhere)).status, 404);
  const answer = await site.post(`/gestion/registre/${batch}/acceptation`, { _key: crypto.randomUUID(), all: "yes" }, elsewhere); // prettier-ignore
  assert.equal(answer.status, 404);
});
