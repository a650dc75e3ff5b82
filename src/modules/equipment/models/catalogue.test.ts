import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { desk, openLending, plain, type Lending } from "../catalogue.testing.ts";

let lending: Lending;
let model = "";
before(async () => {
  lending = await openLending();
  model = await lending.lend(
    {
      pieces: [{ name: "câbles HDMI", quantity: 2 }],
      notice: "Branchez-le.\nAllumez-le.\n\nÉteignez-le avant de le ranger.",
      valueCents: 45_000,
      longestDays: 3,
      holdsData: true,
    },
    ["VP-01", "VP-02"],
  );
});
after(() => lending.site.close());

const as = "equipment_manager" as const;
const sheet = () => `${desk}/modeles/${model}`;
const picture = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
const said = { alt: "Un vidéoprojecteur blanc", credit: "Ana Doré", agreed: "on" };
async function send(fields: Record<string, string>, bytes?: Buffer) {
  const form = new FormData();
  if (bytes) form.set("photo", new File([new Uint8Array(bytes)], "p.png", { type: "image/png" }));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return lending.site.upload(`${sheet()}/photo`, form, { as });
}

test("the page of a model says what it is for, what comes with it, how it works, and where and how it is lent", async () => {
  const page = await lending.seen("/materiel/videoprojecteur");
  for (const words of [
    /Prêté par la commune/,
    /Ce qui va avec 2 câbles HDMI/,
    /Branchez-le\. Allumez-le\. Éteignez-le avant de le ranger\./,
    /La commune répond à chaque demande/,
    /Délai avant de venir 2 jours d’ouverture/,
    /Durée la plus longue 3 jours/,
    /À rembourser s’il est perdu 450 €/,
    /Elles sont effacées quand vous le rendez/,
    /Maison des associations 2 exemplaires/,
    /Du lundi au vendredi|Lundi/,
  ])
    assert.match(page, words);
  const catalogue = await lending.site.get("/materiel");
  assert.match(catalogue.html, /<a href="\/materiel\/videoprojecteur">/);
  assert.match((await lending.site.get("/ar/materiel/videoprojecteur")).html, /<h1><span lang="fr" dir="ltr">Vidéoprojecteur/); // prettier-ignore
  assert.match((await lending.site.get("/sitemap.xml")).html, /\/materiel\/videoprojecteur</);
});

test("asking for dates from its page leads to the catalogue at these dates, on this model", async () => {
  const { html } = await lending.site.get("/materiel/videoprojecteur");
  assert.match(html, /<form[^>]*method="get" action="\/materiel#modele-videoprojecteur"/);
  const dated = await lending.site.get("/materiel?du=2026-12-04&au=2026-12-05");
  assert.match(dated.html, /id="modele-videoprojecteur"/);
});

test("a photo says what it shows, is seen in the catalogue and on the page, taken away and put back", async () => {
  const nothing = plain((await send({})).html);
  assert.match(nothing, /Choisissez une photo.*Dites qui a pris cette photo/);
  assert.equal((await send(said, await picture())).status, 303);
  const { html } = await lending.site.get("/materiel/videoprojecteur");
  const [, file] = /<img src="\/fichiers\/([0-9a-f-]+)" alt="Un vidéoprojecteur blanc"/.exec(html) ?? []; // prettier-ignore
  assert.ok(file, html);
  assert.match((await lending.site.get("/materiel")).html, /<img class="thumb"/);
  assert.equal((await lending.site.get(`/fichiers/${file}`)).status, 200);
  assert.match(await lending.seen(sheet(), as), /Photo : Ana Doré/);

  await lending.acted(`${sheet()}/photo/retrait`, {});
  assert.equal((await lending.site.get(`/fichiers/${file}`)).status, 404);
  assert.doesNotMatch((await lending.site.get("/materiel")).html, /<img class="thumb"/);
  await lending.acted(`${sheet()}/photo/retour`, {});
  assert.equal((await lending.site.get(`/fichiers/${file}`)).status, 200);
});

test("a model no longer lent has no page, nor one that is not there; a model named as another page has its own", async () => {
  assert.equal((await lending.site.get("/materiel/inconnu")).status, 404);
  await lending.acted(`${sheet()}/retrait`, {});
  assert.equal((await lending.site.get("/materiel/videoprojecteur")).status, 404);
  await lending.lend({ name: "Demande" }, ["DEM-01"]);
  assert.match(await lending.seen("/materiel/demande-2"), /Demande/);
});
