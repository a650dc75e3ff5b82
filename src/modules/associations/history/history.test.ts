import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { list, referent, registryOf } from "../registry.testing.ts";

let site: TestSite;
let registry: ReturnType<typeof registryOf>;
before(async () => {
  site = await openTestSite();
  registry = registryOf(site);
});
after(() => site.close());

const created = (name: string, rna?: string) => registry.created(name, rna);
const known = (id: string) => registry.known(id);
const lines = (id: string) => registry.lines(id);
let minute = 0;
const post = (path: string, fields: Record<string, string | string[]>) => {
  site.clock.set(`2026-09-15T10:${String(minute++).padStart(2, "0")}:00Z`);
  return site.post(path, fields, referent);
};
const edit = async (id: string, section: string, fields: Record<string, string | string[]>) => {
  const { revision } = await known(id);
  return post(`${list}/${id}/modifier/${section}`, {
    _revision: String(revision),
    _base: "{}",
    ...fields,
  });
};
const undo = (id: string, entry = "") => post(`${list}/${id}/historique/${entry}/annulation`, {});

test("one change is undone, said so, and can itself be undone", async () => {
  const id = await created("Club A");
  await edit(id, "tarifs", { prices: "10 €", registration: "" });
  const page = await site.get(`${list}/${id}/historique`, referent);
  assert.match(page.html, /Camille referent/);
  assert.match(page.html, /Prix\s: \(vide\) → 10\s€/);
  const [entry] = await lines(id);
  assert.equal((await undo(id, entry?.id)).status, 303);
  assert.equal((await known(id)).record.prices, null);
  const again = await undo(id, entry?.id);
  assert.equal(again.status, 422);
  assert.match(again.html, /déjà été annulé/);
  const [undoing] = await lines(id);
  assert.equal(undoing?.action, "association.undone");
  await undo(id, undoing?.id);
  assert.equal((await known(id)).record.prices, "10 €");
});

test("an undo is refused, with its reason, when the value has changed since", async () => {
  const id = await created("Club B");
  await edit(id, "tarifs", { prices: "10 €", registration: "" });
  const [entry] = await lines(id);
  await edit(id, "tarifs", { prices: "11 €", registration: "" });
  const refused = await undo(id, entry?.id);
  assert.equal(refused.status, 422);
  assert.match(refused.html, /a changé depuis \(Prix\)/);
  assert.equal((await known(id)).record.prices, "11 €");
});

test("a number taken meanwhile by another record is not given back", async () => {
  const id = await created("Club C", "W491000031");
  await edit(id, "identite", {
    name: "Club C",
    acronym: "",
    legalForm: "declared",
    rna: "",
    siret: "",
    createdOn: "",
  });
  const [entry] = await lines(id);
  await created("Club D", "W491000031");
  const refused = await undo(id, entry?.id);
  assert.equal(refused.status, 422);
  assert.match(refused.html, /porte maintenant ce numéro RNA/);
});

test("a contact removed comes back whole, unless its person was erased", async () => {
  const id = await created("Club E");
  await post(`${list}/${id}/contacts/nouveau`, {
    name: "Ana",
    role: "",
    email: "ana@e.example",
    phone: "",
    shown: ["name"],
  });
  const [contact] = (await known(id)).contacts;
  await post(`${list}/${id}/contacts/${contact?.id}/retrait`, {});
  const [entry] = await lines(id);
  await undo(id, entry?.id);
  assert.deepEqual((await known(id)).contacts, [contact]);
  const history = await site.get(`${list}/${id}/historique`, referent);
  assert.match(history.html, /ana@e\.example/);
  const elected = await site.get(`${list}/${id}/historique`, { as: "elected" });
  assert.doesNotMatch(elected.html, /ana@e\.example|Ana|annulation/);
  await post(`${list}/${id}/contacts/${contact?.id}/retrait`, {});
  await site.database.write(site.communeId, (tx) =>
    tx
      .deleteFrom("journal_personal")
      .where("about_id", "=", contact?.id ?? "")
      .execute(),
  );
  const [removal] = await lines(id);
  const refused = await undo(id, removal?.id);
  assert.match(refused.html, /a été effacé/);
  assert.equal((await known(id)).contacts.length, 0);
});

test("places and hidden addresses come back too", async () => {
  const id = await created("Club F");
  await post("/gestion/lieux/nouveau", { name: "Préau", street: "", postcode: "", town: "" });
  await post(`${list}/${id}/lieux`, { place: "Préau", detail: "au fond" });
  const { venues } = await known(id);
  await post(`${list}/${id}/lieux/retrait`, { place: venues[0]?.placeId ?? "" });
  await undo(id, (await lines(id))[0]?.id);
  assert.deepEqual(
    (await known(id)).venues.map(({ detail }) => detail),
    ["au fond"],
  );
  await edit(id, "siege", {
    seatStreet: "8 rue Secrète",
    seatComplement: "",
    seatPostcode: "",
    seatTown: "",
    seatPublic: "",
  });
  const [seat] = await lines(id);
  assert.doesNotMatch(JSON.stringify(seat?.change), /Secrète/);
  await undo(id, seat?.id);
  assert.equal((await known(id)).record.seatStreet, null);
});

test("a creation is not undone from the history, and nobody undoes for another commune", async () => {
  const id = await created("Club G");
  const [entry] = await lines(id);
  assert.match((await undo(id, entry?.id)).html, /ne s’annule pas d’ici/);
  await edit(id, "tarifs", { prices: "1 €", registration: "" });
  const [line] = await lines(id);
  const path = `${list}/${id}/historique/${line?.id}/annulation`;
  assert.equal(
    (await site.post(path, {}, { as: "referent", host: "autreville.test" })).status,
    404,
  );
  for (const as of ["elected", "equipment_manager", "president"] as const)
    assert.equal((await site.post(path, {}, { as })).status, 403);
  const other = await created("Club H");
  assert.equal((await undo(other, line?.id)).status, 404);
});

test("the whole situation says state, freshness, provenance and what waits, contacts only for some", async () => {
  const id = await created("Club I");
  await post(`${list}/${id}/contacts/nouveau`, {
    name: "",
    role: "",
    email: "i@i.example",
    phone: "",
  });
  await site.database.write(site.communeId, async (tx) => {
    await tx
      .insertInto("confirmation")
      .values({
        association_id: id,
        section: "prices",
        confirmed_at: new Date("2026-09-03T08:00:00Z"),
        by_kind: "association",
        how: "link",
      })
      .execute();
    await tx
      .insertInto("proposal")
      .values({ kind: "error", association_id: id, body: "faux", created_at: site.clock.now() })
      .execute();
  });
  const page = await site.get(`${list}/${id}`, referent);
  for (const words of [
    /En activité/,
    /Confirmé le 3 septembre 2026 par l’association, par un lien reçu/,
    /Jamais confirmé/,
    /saisie par la mairie, le 15 septembre 2026, par Camille referent/,
    /1 signalement attend/,
    /i@i\.example/,
    /non publié/,
  ])
    assert.match(page.html, words);
  const elected = await site.get(`${list}/${id}`, { as: "elected" });
  assert.equal(elected.status, 200);
  assert.doesNotMatch(elected.html, /i@i\.example|modifier|signalement/);
  assert.equal(
    (await site.get(`${list}/${id}`, { as: "referent", host: "autreville.test" })).status,
    404,
  );
});
