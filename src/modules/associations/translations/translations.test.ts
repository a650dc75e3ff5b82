import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { openClub } from "../members/club.testing.ts";
import { hidden } from "../registry.testing.ts";
import { textsOf } from "./queries.ts";

let club: Awaited<ReturnType<typeof openClub>>;
const president = { as: "president" } as const;
const referent = { as: "referent" } as const;
before(async () => {
  club = await openClub();
  await french({ aims: "Nous chantons ensemble.\n\nTout le monde peut venir.", prices: "10 € l’année." });
  await club.joins("lit@c.example", "Luc Lit", "reader");
}); // prettier-ignore
after(() => club.site.close());

const french = (values: object) =>
  club.here((tx) =>
    tx.updateTable("association").set(values).where("association_id", "=", club.id).execute(),
  );
const texts = () => club.here((tx) => textsOf(tx, club.id));
const spanish = async () => (await texts()).filter(({ lang }) => lang === "es");
const later = () =>
  club.site.clock.set(new Date(club.site.clock.now().getTime() + 60_000).toISOString());
async function write(lang: string, typed: object, by: { as: "president" | "referent" } = president) {
  const path = `${by.as === "president" ? club.space : club.desk}/traductions/${lang}`;
  later();
  const form = await club.site.get(path, by);
  const base = { _base: hidden(form.html, "_base") };
  const whole = { aims: "", schedule: "", registration: "", prices: "", accessNote: "" };
  return club.site.post(path, { ...whole, ...base, ...typed }, by);
} // prettier-ignore

test("an association writes some of its texts in another language, beside the French", async () => {
  const list = `${club.space}/traductions`;
  const empty = await club.site.get(list, president);
  assert.deepEqual(await htmlFaults(empty.html), []);
  assert.match(empty.html, /Écrire dans une première langue/);
  assert.match(empty.html, /Arabe \(العربية\)/);
  assert.equal((await club.site.get(`${list}?langue=ar`, president)).location, `${list}/ar`);
  const form = await club.site.get(`${list}/ar`, president);
  assert.deepEqual(await htmlFaults(form.html), []);
  assert.match(form.html, /<textarea[^>]*name="aims"[^>]*lang="ar" dir="rtl"/);
  assert.match(form.html, /lang="fr"[^>]*>.*?Nous chantons ensemble/s);
  assert.doesNotMatch(form.html, /name="schedule"/, "there is no French to translate");
  assert.equal((await write("ar", { aims: "نغني معا." })).status, 303);
  const [text] = await texts();
  assert.deepEqual([text?.lang, text?.field, text?.body, text?.by], ["ar", "aims", "نغني معا.", "association"]); // prettier-ignore
  const after = await club.site.get(list, president);
  assert.match(after.html, /À jour avec le français/);
  assert.match(after.html, /Par l’association, le/);
});

test("an agent writes too, and the page says whose words they are", async () => {
  assert.equal((await write("en", { aims: "We sing.", prices: "€10 a year." }, referent)).status, 303); // prettier-ignore
  const { html } = await club.site.get(`${club.desk}/traductions`, referent);
  assert.deepEqual(await htmlFaults(html), []);
  assert.match(html, /Par la commune, le/);
  assert.match((await club.site.get(club.desk, referent)).html, /Voir et modifier les textes en d’autres langues/); // prettier-ignore
});

test("an unknown language, French itself, a text too long and people who may not write are refused in words", async () => {
  const list = `${club.space}/traductions`;
  for (const [path, why] of [
    [`${list}?langue=xx`, /Choisissez une langue de la liste/],
    [`${list}/xx`, /Choisissez une langue de la liste/],
    [`${list}/fsl`, /Choisissez une langue de la liste/],
    [`${list}/fr`, /Le français est la langue de la page/],
  ] as const) {
    const refused = await club.site.get(path, president);
    assert.equal(refused.status, 422, path);
    assert.match(refused.html, why);
  }
  const long = await write("es", { prices: "x".repeat(2001) });
  assert.equal(long.status, 422);
  assert.match(long.html, /trop long/);
  assert.match(long.html, /x{2001}/, "what was typed is kept");
  const reader = club.as("lit@c.example");
  assert.equal((await club.site.get(list, reader)).status, 404);
  assert.equal((await club.site.post(`${list}/es`, { aims: "Cantamos." }, reader)).status, 404);
  assert.equal((await club.site.get(list, referent)).status, 403);
  assert.equal((await club.site.get(`${club.desk}/traductions`, { as: "elected" })).status, 403);
  const other = await club.registry.created("Une autre");
  const empty = await club.site.get(`/gestion/associations/${other}/traductions`, referent);
  assert.match(empty.html, /Écrivez d’abord les textes de la page en français/);
  assert.equal((await club.site.get(`/espace/fiches/${other}/traductions`, president)).status, 404);
  assert.equal((await texts()).length, 3, "nothing was written");
});

test("of two people at once the second is told, and keeps what they typed", async () => {
  const path = `${club.space}/traductions/es`;
  const opened = await club.site.get(path, president);
  await write("es", { aims: "Cantamos." }, referent);
  const typed = { aims: "Cantamos juntos.", prices: "", _base: hidden(opened.html, "_base") };
  const refused = await club.site.post(path, typed, president);
  assert.equal(refused.status, 422);
  assert.match(refused.html, /Cette page a changé pendant que vous écriviez/);
  assert.match(refused.html, />Cantamos\.</);
  assert.match(refused.html, /Cantamos juntos\./);
  const again = { ...typed, _base: hidden(refused.html, "_base") };
  assert.equal((await club.site.post(path, again, president)).status, 303);
  const [text] = await spanish();
  assert.equal(text?.body, "Cantamos juntos.");
});

test("when the French changes its authors are told, until somebody reads the text again", async () => {
  await french({ aims: "Nous chantons le mardi." });
  assert.match((await club.site.get("/espace", president)).html, /Textes à revoir\s: le français a changé/); // prettier-ignore
  assert.match((await club.site.get(club.space, president)).html, /anglais, arabe, espagnol|arabe/);
  assert.match((await club.site.get(club.desk, referent)).html, /Textes à revoir/);
  const form = await club.site.get(`${club.space}/traductions/en`, president);
  assert.deepEqual(await htmlFaults(form.html), []);
  assert.match(form.html, /Le texte français d’avant[\s\S]*Tout le monde peut venir/);
  for (const [lang, aims] of [["en", "We sing."], ["ar", "نغني معا."], ["es", "Cantamos juntos."]] as const) {
    const prices = lang === "en" ? "€10 a year." : "";
    assert.equal((await write(lang, { aims, prices })).status, 303);
  } // prettier-ignore
  assert.ok((await texts()).every(({ field, french: made }) => field !== "aims" || made === "Nous chantons le mardi.")); // prettier-ignore
  assert.doesNotMatch((await club.site.get("/espace", president)).html, /Textes à revoir/);
  const english = (await texts()).filter(({ lang }) => lang === "en");
  assert.deepEqual(english.map(({ by }) => by), ["association", "agent"], "each text has its author"); // prettier-ignore
});

test("what was written is in the history, and is taken back while it has not changed", async () => {
  const history = `${club.space}/historique`;
  await write("es", { aims: "Cantamos los martes." });
  const { html } = await club.site.get(history, president);
  assert.match(html, /Textes en d’autres langues modifiés/);
  assert.match(html, /À quoi ça sert en espagnol[\s\S]{0,80}Cantamos juntos/);
  const [last, before] = (await club.registry.lines(club.id)).filter(({ action }) => action === "association.translated"); // prettier-ignore
  const undo = (id = "") => club.site.post(`${history}/${id}/annulation`, {}, president);
  assert.match((await undo(before?.id)).html, /l’information a changé depuis/);
  assert.equal((await undo(last?.id)).status, 303);
  const [was] = await spanish();
  assert.equal(was?.body, "Cantamos juntos.");
  later();
  assert.equal((await club.site.post(`${club.space}/traductions/es/retrait`, {}, president)).status, 303); // prettier-ignore
  assert.deepEqual(await spanish(), []);
  const twice = await club.site.post(`${club.space}/traductions/es/retrait`, {}, president);
  assert.match(twice.html, /Il n’y a plus de texte dans cette langue/);
  const offered = await club.site.get(`${club.space}/traductions?fait=texts.removed`, president);
  assert.deepEqual(await htmlFaults(offered.html), []);
  const back = /\/espace[^"]+\/annulation/.exec(offered.html)?.[0] ?? assert.fail("no way back");
  assert.equal((await club.site.post(back, {}, president)).status, 303);
  assert.deepEqual(await spanish(), [was], "with its author and its day");
});

test("an association takes its texts away with all it wrote", async () => {
  const whole = await club.site.get(`${club.space}/donnees/fichier`, president);
  const told = JSON.parse(whole.html) as { traductions: { lang: string; body: string }[] };
  assert.ok(told.traductions.some(({ lang, body }) => lang === "ar" && body === "نغني معا."));
  const table = await club.site.get(`${club.space}/donnees/fiche.csv`, president);
  assert.match(table.html, /À quoi ça sert en arabe/);
});

test("a text an agent wrote waits for agents when its French changes, and goes once read again", async () => {
  const queue = async () => (await club.site.get("/gestion/file", referent)).html;
  assert.doesNotMatch(await queue(), /Textes en anglais à revoir/);
  await french({ prices: "12 € l’année." });
  const path = `${club.desk}/traductions/en`;
  assert.match(await queue(), new RegExp(`Textes en anglais à revoir[\\s\\S]*${path}|${path}[\\s\\S]*Textes en anglais à revoir`)); // prettier-ignore
  assert.doesNotMatch(await queue(), /Textes en arabe à revoir/, "its association is told");
  await write("en", { aims: "We sing.", prices: "€12 a year." }, referent);
  assert.doesNotMatch(await queue(), /Textes en anglais à revoir/);
});
