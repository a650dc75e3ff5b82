import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../testing/site.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const referent = { as: "referent" } as const;
const key = (): string => crypto.randomUUID();

async function send(text: string, name = "associations.csv", territory = "all") {
  const form = new FormData();
  form.set("_key", key());
  form.set("associations", territory);
  form.set("fichier", new File([text], name));
  return await site.upload("/gestion/imports", form, referent);
}
const act = async (path: string): Promise<void> => {
  const answer = await site.post(path, { _key: key() }, referent);
  assert.equal(answer.status, 303, answer.html);
  await site.runJobs();
};
const seen = async (path: string): Promise<string> => {
  const answer = await site.get(path, referent);
  assert.equal(answer.status, 200);
  return answer.html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
};
const file = [
  "Nom;Numéro RNA;Courriel;Commune",
  "Judo de l'Étang;W491000001;judo@valbrume.example;Valbrume",
  "Chorale du Pont;W491000002;;Valbrume",
  ";W491000003;;Valbrume",
  "Chorale du pont;;;Valbrume",
].join("\n");

let address = "";

test("a file is read, understood, tried, imported and undone, each time in words", async () => {
  assert.match(await seen("/gestion/imports"), /Aucun import pour l’instant/);
  const sent = await send(file);
  assert.equal(sent.status, 303);
  address = sent.location ?? "";
  assert.match(await seen(address), /Ce que nous avons compris.*point-virgule.*4 sur 4/);
  await act(`${address}/essai`);
  const report = await seen(address);
  assert.match(report, /4 lignes lues : 3 associations à créer, 1 refusée\./);
  assert.match(report, /Importer ces 3 lignes/);
  assert.match(report, /1 ressemblance à regarder/);
  assert.match(await seen(`${address}?lignes=refused`), /Le nom manque/);
  const likeness = await seen(`${address}?lignes=duplicates`);
  assert.match(likeness, /Chorale du pont \(ligne 5\) Chorale du Pont \(ligne 3\)/);
  await act(`${address}/application`);
  assert.match(await seen(address), /3 associations créées, 1 refusée/);
  assert.match(await seen("/gestion/associations"), /Judo de l'Étang/);
  assert.match(await seen(`${address}/annulation`), /3 associations créées seront retirées/);
  site.clock.set("2026-09-15T10:00:00Z");
  await act(`${address}/annulation`);
  assert.match(await seen(address), /3 associations retirées/);
  assert.doesNotMatch(await seen("/gestion/associations"), /Judo de l'Étang/);
});

test("refused lines come back as a file to correct, with its own columns", async () => {
  const answer = await site.get(`${address}/a-corriger.csv`, referent);
  assert.match(answer.headers.get("content-disposition") ?? "", /a-corriger\.csv/);
  assert.equal(
    answer.html.replace("\ufeff", ""),
    "Nom;Numéro RNA;Courriel;Commune;ligne;problème\r\n;W491000003;;Valbrume;4;Le nom manque.\r\n",
  );
});

test("a value that cannot be read leaves its line taken, and is told by line, before and after", async () => {
  const sent = await send("Nom;Téléphone;Courriel\nClub du Gué;à demander;a@@b\nClub du Bac;0241000000;bac@valbrume.example", "contacts.csv"); // prettier-ignore
  const there = sent.location ?? "";
  await act(`${there}/essai`);
  assert.match(
    await seen(there),
    /2 associations à créer.*1 ligne contient une valeur non comprise/,
  );
  const unread = await seen(`${there}?lignes=unread`);
  assert.match(unread, /2 Club du Gué Le courriel n’est pas compris\. Le téléphone n’est pas compris\./); // prettier-ignore
  assert.doesNotMatch(unread, /Club du Bac/);
  await act(`${there}/application`);
  assert.match(await seen(`${there}?lignes=created`), /Club du Gué Le courriel n’est pas compris/);
  await act(`${there}/annulation`);
});

test("a file that cannot be read is refused in a sentence, on the form, with what was chosen", async () => {
  const refusals: [string, RegExp][] = [
    ["", /Choisissez un fichier/],
    ["<!doctype html><html></html>", /C’est une page web/],
    ["\u0001\u0002\u0003\u0004".repeat(200), /n’est pas un tableau/],
    ['{"associations": [', /JSON/],
  ];
  for (const [text, sentence] of refusals) {
    const answer = await send(text);
    assert.equal(answer.status, 422, text.slice(0, 20));
    assert.match(answer.html, sentence);
    assert.match(answer.html, /value="all"[^>]*checked/);
  }
});

test("columns a person explains are used, and found again for the next file of the same kind", async () => {
  const odd = ["x;y", "Amicale du Port;W491000041", "Amicale du Puits;W491000042"].join("\n");
  const path = (await send(odd)).location ?? "";
  const wrong = await site.post(`${path}/colonnes`, { _key: key(), "colonne-1": "rna" }, referent);
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Dites quelle colonne donne le nom/);
  const twice = { _key: key(), "colonne-0": "name", "colonne-1": "name" };
  assert.match(
    (await site.post(`${path}/colonnes`, twice, referent)).html,
    /que par une seule colonne/,
  );
  const chosen = { _key: key(), "colonne-0": "name", "colonne-1": "rna" };
  assert.equal((await site.post(`${path}/colonnes`, chosen, referent)).status, 303);
  await act(`${path}/essai`);
  assert.match(await seen(path), /2 associations à créer/);
  const next = (await send("X;Y\nAmicale du Pré;W491000043")).location ?? "";
  assert.match(await seen(next), /2 sur 2/);
  await act(`${next}/essai`);
  assert.match(await seen(next), /1 association à créer/);
});

test("while an import works its page says how far it is and comes back by itself", async () => {
  const path = (await send("Nom\nAtelier de vannerie")).location ?? "";
  await site.post(`${path}/essai`, { _key: key() }, referent);
  const waiting = await site.get(path, referent);
  assert.equal(waiting.headers.get("refresh"), "3");
  assert.match(waiting.html, /Lecture du fichier/);
  assert.doesNotMatch(waiting.html, /Relancer/);
  site.clock.set("2026-09-15T11:00:00Z");
  assert.match((await site.get(path, referent)).html, /Le travail semble arrêté/);
  await act(`${path}/essai`);
  assert.match(await seen(path), /1 association à créer/);
});

test("an import sent twice acts once, and cannot be carried out before it was tried", async () => {
  const path = (await send("Nom\nClub de la rive")).location ?? "";
  await act(`${path}/application`);
  assert.match(await seen(path), /Ce que nous avons compris/);
  await act(`${path}/essai`);
  await act(`${path}/application`);
  await act(`${path}/application`);
  assert.match(await seen(path), /1 association créée/);
});

test("imports are the référent's and the administrator's, of their commune only", async () => {
  assert.equal((await site.get("/gestion/imports", { as: "front_desk" })).status, 403);
  assert.equal((await site.get("/gestion/imports", { as: "administrator" })).status, 200);
  const elsewhere = await site.get(address, { as: "referent", host: "autreville.test" });
  assert.equal(elsewhere.status, 404);
});
