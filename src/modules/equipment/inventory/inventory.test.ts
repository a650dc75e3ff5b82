import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { inventoryWork } from "./work.ts";
import { desk, keeperOf, openLending, plain, type Lending } from "./lending.testing.ts";

let lending: Lending;
let keeper: ReturnType<typeof keeperOf>;
const as = "equipment_manager" as const;
before(async () => {
  lending = await openLending();
  keeper = keeperOf(lending.site);
  await lending.stock("Vidéoprojecteur", ["VP-01", "VP-02"]);
});
after(() => lending.site.close());

const fields = (list: readonly string[]) => Object.fromEntries(list.map((target, at) => [`colonne-${at}`, target])); // prettier-ignore

/** As a municipal service writes it: a title, accents in the Windows way, brands here and there, cells nobody can read. */
const messy = [
  "Matériel de la maison des associations;;;;;;;;;;",
  "Désignation;Marque;Catégorie;Qté;N° inventaire;N° série;État;Lieu / salle;Date d'achat;Prix TTC;Commentaire",
  "Vidéo projecteur;Epson;;1;VP-01;XK 99;bon;;12/03/2024;1 234,50 €;Lampe neuve",
  "VIDEOPROJECTEURS;;;1;VP-03;;HS;;;;",
  "PC portable;HP;Informatique;3;;;Neuf;Armoire du sous-sol;2023-09-01;450;",
  "Tablette;Samsung;;1;;R52;en réparation;Maison des Associations;;;",
  "Routeur 4G;;;1;NET-07;;perdu;Maison des associations;31/02/2024;;",
  ";;;2;;;;;;;sans nom",
  "Barnum;;;beaucoup;;;à peu près;Maison des associations;;cher;",
  "Vidéoprojecteur interactif;;;1;;;;Maison des associations;;;",
  "TOTAL;;;11;;;;;;1684,5;",
].join("\n");
const latin = (text: string) => new Uint8Array(Buffer.from(text.replaceAll("€", "\x80"), "latin1"));

let address = "";

test("a messy file is read, told line by line in words, and nothing is written yet", async () => {
  assert.match(await keeper.seen(desk), /Aucun inventaire apporté/);
  address = await keeper.brought(latin(messy));
  const page = await keeper.seen(address);
  assert.match(page, /9 lignes lues/);
  assert.match(page, /Quantité : « beaucoup » n’est pas un nombre/);
  assert.match(page, /État : « à peu près » n’est pas un état connu/);
  assert.match(page, /Prix : « cher » n’est pas un montant/);
  assert.match(page, /« 31\/02\/2024 » n’est pas une date/);
  assert.match(page, /Dites ce que c’est : la désignation manque/);
  assert.match(page, /Où est « Armoire du sous-sol »/);
  assert.match(
    page,
    /Qu’est-ce que « Vidéoprojecteur interactif ».*Cela ressemble à : Vidéoprojecteur/,
  );
  assert.match(page, /Des lignes attendent vos réponses/);
  assert.match(await keeper.seen(`${address}?lignes=left`), /TOTAL/);
  assert.deepEqual(await keeper.tags(), ["VP-01", "VP-02"]);
});

test("columns are corrected by hand; without a name, or twice the same, it is said", async () => {
  const columns = ["name", "brand", "category", "quantity", "tag", "serial", "state", "place", "bought", "price", "note"]; // prettier-ignore
  const page = await keeper.seen(`${address}/colonnes`);
  assert.match(page, /Exemples : Vidéo projecteur, VIDEOPROJECTEURS, PC portable/);
  const nameless = await lending.site.post(`${address}/colonnes`, fields(["", ...columns.slice(1)]), { as }); // prettier-ignore
  assert.equal(nameless.status, 422);
  assert.match(plain(nameless.html), /Dites quelle colonne donne la désignation/);
  const twice = await lending.site.post(`${address}/colonnes`, fields(["name", "name"]), { as });
  assert.match(plain(twice.html), /ne peut être donné que par une seule colonne/);
  await keeper.acted(`${address}/colonnes`, fields(columns));
});

test("questions are answered once, lines are mended on the screen, the rest goes to a file to correct", async () => {
  const wrong = await lending.site.post(`${address}/reponses`, { prefixe: "é" }, { as });
  assert.equal(wrong.status, 422);
  assert.match(plain(wrong.html), /Écrivez des lettres et des chiffres/);
  await keeper.acted(`${address}/reponses`, { "lieu-armoire-du-sous-sol": lending.placeId, "modele-videoprojecteurinteractif": "new" }); // prettier-ignore
  const page = await keeper.seen(`${address}?lignes=added`);
  assert.match(page, /PC portable HP PC-01, PC-02, PC-03/);
  assert.match(page, /Nouveau modèle/);
  assert.match(await keeper.seen(`${address}/lignes/9`), /À corriger.*Quantité : « beaucoup »/);
  const line = { "colonne-0": "Barnum", "colonne-3": "2", "colonne-6": "bon", "colonne-7": "Maison des associations" }; // prettier-ignore
  await keeper.acted(`${address}/lignes/9`, line);
  await keeper.acted(`${address}/lignes/8`, { choix: "left" });
  assert.match(await keeper.seen(`${address}?lignes=added`), /Barnum EVT-01, EVT-02/);
  const file = await lending.site.get(`${address}/a-corriger.csv`, { as });
  assert.match(file.html, /NET-07;.*31\/02\/2024.*;7;.*n’est pas une date/);
});

test("what somebody wrote here is replaced by nobody's file without being told", async () => {
  await keeper.acted("/gestion/materiel/exemplaires/VP-01/etat", {
    state: "ready",
    note: "Sacoche bleue",
  });
  const page = await keeper.seen(`${address}?lignes=conflict`);
  assert.match(page, /Remarque : le fichier dit Lampe neuve, ici il est écrit Sacoche bleue/);
  assert.match(page, /la fiche du modèle dit 450 €, le fichier 1 234,50 €/);
  await keeper.acted(`${address}/lignes/3`, { choix: "taken" });
  assert.match(await keeper.seen(`${address}?lignes=changed`), /Remarque : Lampe neuve, au lieu de Sacoche bleue/); // prettier-ignore
});

test("it is applied at once; applied again, or brought again, it changes nothing", async () => {
  await keeper.acted(`${address}/application`);
  assert.deepEqual(await keeper.tags(), ["ECR-01", "EVT-01", "EVT-02", "PC-01", "PC-02", "PC-03", "TAB-01", "VP-01", "VP-02", "VP-03"]); // prettier-ignore
  const [one] = (await keeper.units()).filter(({ tag }) => tag === "VP-01");
  assert.deepEqual(one, { tag: "VP-01", serial: "XK 99", state: "ready", note: "Lampe neuve", data_plan: null }); // prettier-ignore
  assert.equal((await keeper.units()).find(({ tag }) => tag === "VP-03")?.state, "repair");
  const models = await keeper.seen("/gestion/materiel/modeles");
  assert.match(models, /PC portable HP/);
  assert.doesNotMatch(models, /VIDEOPROJECTEURS/);
  const before = await keeper.units();
  assert.match(await keeper.acted(`${address}/application`), /inventory\.nothing/);
  const again = await keeper.brought(latin(messy));
  assert.match(await keeper.seen(`${again}?lignes=unchanged`), /Rien à changer/);
  await keeper.acted(`${again}/reponses`, { "lieu-armoire-du-sous-sol": lending.placeId });
  await keeper.acted(`${again}/application`);
  assert.deepEqual(await keeper.units(), before);
  assert.match(
    await keeper.seen(desk),
    /8 exemplaires ajoutés, 1 exemplaire modifié, 4 modèles ajoutés/,
  );
});

test("a state an import wrote and somebody changed since is kept, and said", async () => {
  await keeper.acted("/gestion/materiel/exemplaires/VP-03/etat", { state: "ready", note: "" });
  const again = await keeper.brought(latin(messy));
  assert.match(
    await keeper.seen(`${again}?lignes=unchanged`),
    /Changé ici depuis le dernier import/,
  );
});

test("fewer units than are promised is said, and the promises stay", async () => {
  await lending.lend("Vidéoprojecteur", 3);
  const file =
    "Étiquette;Désignation;État\nVP-01;Vidéoprojecteur;perdu\nVP-02;Vidéoprojecteur;perdu";
  const one = await keeper.brought(file);
  await keeper.acted(`${one}/reponses`, { conflits: "prendre" });
  await keeper.acted(`${one}/application`);
  assert.match(
    await keeper.seen(one),
    /Pour 1 modèle, il y a moins d’exemplaires que de promesses/,
  );
  await keeper.acted(`${one}/annulation`);
  assert.deepEqual((await keeper.units()).filter(({ state }) => state === "lost"), []); // prettier-ignore
});

test("undone, what nobody touched goes; what changed since is kept and counted", async () => {
  await keeper.acted("/gestion/materiel/exemplaires/TAB-01/etat", {
    state: "ready",
    note: "Réparée",
  });
  assert.match(await keeper.seen(`${address}/annulation`), /8 exemplaires ajoutés seront retirés/);
  await keeper.acted(`${address}/annulation`);
  assert.deepEqual(await keeper.tags(), ["TAB-01", "VP-01", "VP-02", "VP-03"]);
  const [one] = (await keeper.units()).filter(({ tag }) => tag === "VP-01");
  assert.deepEqual([one?.serial, one?.note], [null, "Sacoche bleue"]);
  assert.match(await keeper.seen(address), /Annulé : 6 exemplaires retirés, 1 exemplaire comme avant, 2 exemplaires gardés/); // prettier-ignore
  assert.doesNotMatch(await keeper.seen("/gestion/materiel/modeles"), /PC portable HP|Barnum/);
});

test("after thirty days the lines are forgotten with what was never applied; the history stays", async () => {
  const { site, communeId } = { ...lending, communeId: lending.site.communeId };
  const applied = (await lending.site.get(desk, { as })).html.match(/inventaires\/[0-9a-f-]{36}/g);
  site.clock.set("2027-01-15T03:00:00Z");
  for (const { run } of inventoryWork(site.house)) await run(communeId);
  const kept = await site.database.read(communeId, async (tx) => ({
    lines: (await tx.selectFrom("inventory_line").select("line").execute()).length,
    open: (await tx.selectFrom("inventory_import").select("state").where("state", "=", "open").execute()).length, // prettier-ignore
  }));
  assert.deepEqual(kept, { lines: 0, open: 0 });
  assert.ok((applied?.length ?? 0) > 2);
  site.clock.set("2026-11-26T09:00:00Z");
  assert.match(await keeper.seen(address), /Annulé/);
});

test("what is no table is refused by the field; other roles do not enter", async () => {
  const page = await keeper.send("%PDF-1.7\u0000\u0001", "a.pdf");
  assert.equal(page.status, 422);
  assert.match(plain(page.html), /Ce fichier n’est pas un tableau/);
  assert.equal((await lending.site.get(address, { as: "referent" })).status, 403);
  assert.equal((await lending.site.get(`${desk}/x`, { as })).status, 404);
  assert.equal((await lending.site.get(`${address}/lignes/999`, { as })).status, 404);
});
