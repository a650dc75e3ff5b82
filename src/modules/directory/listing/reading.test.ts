import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { openFilledSite } from "../quality/filled-site.ts";

let site: TestSite;
let visits = 0;
const path = "/associations/football-club-de-valbrume";
before(async () => {
  site = await openFilledSite();
  await site.post("/gestion/reglages/langues", { languages: "en" }, { as: "administrator" });
  await said("en", "aims", { body: "A football club for all.\n\nCome and try." });
  await said("en", "prices", { body: "Ask us.", by_kind: "agent" });
  await said("ar", "aims", { body: "نادي كرة القدم للجميع." });
});
after(() => site.close());

/** Says something of the club in another language, made from the French of today unless told otherwise. */
const said = (lang: string, field: "aims" | "prices", { french, ...more }: { body: string; by_kind?: string; french?: string }) =>
  site.database.write(site.communeId, async (tx) => {
    const club = await tx
      .selectFrom("association")
      .select(["association_id", "aims", "prices"])
      .where("slug", "=", path.split("/").at(-1) ?? "")
      .executeTakeFirstOrThrow();
    const row = { association_id: club.association_id, lang, field, by_kind: "association", ...more };
    await tx
      .insertInto("association_translation")
      .values({ ...row, french: french ?? club[field] ?? "", written_at: new Date("2026-06-01T10:00:00Z") })
      .execute();
  }); // prettier-ignore
/** Under an address nobody kept. */
const read = (address: string) =>
  site.get(`${address}${address.includes("?") ? "&" : "?"}n=${++visits}`);

test("in its language the page speaks by itself, says whose words these are, and shows the French", async () => {
  const { html } = await read(`/en${path}`);
  assert.deepEqual(await htmlFaults(html), []);
  assert.match(html, /<p class="lead">A football club for all\.<\/p>/);
  assert.match(html, /written by the association on June 1, 2026/);
  assert.match(html, /written by the town hall on June 1, 2026/);
  assert.match(html, /The French version prevails\./);
  assert.match(html, /Read the French text[\s\S]*?lang="fr" dir="ltr"/);
  assert.match(html, /<dd lang="fr"|class="flow words-in" lang="fr"/, "what is not translated stays in French and says so"); // prettier-ignore
  assert.doesNotMatch(html, /The French text has changed/);
  const data = JSON.parse(/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? "{}");
  assert.equal(data.description["@language"], "en");
}); // prettier-ignore

test("a language the site does not have is read by a parameter, in its own direction", async () => {
  const french = await read(path);
  assert.match(french.html, /Aussi en/);
  assert.match(french.html, /href="\/en\/associations\/football-club-de-valbrume" lang="en" hreflang="en"/); // prettier-ignore
  assert.match(french.html, /href="\/associations\/football-club-de-valbrume\?texte=ar" lang="ar" hreflang="ar" dir="rtl"/); // prettier-ignore
  assert.doesNotMatch(french.html, /La version française prévaut/);
  const { html } = await read(`${path}?texte=ar`);
  assert.deepEqual(await htmlFaults(html), []);
  assert.match(html, /<p class="lead" lang="ar" dir="rtl">نادي كرة القدم للجميع\.<\/p>/);
  assert.match(html, /Textes en arabe écrits par l’association le 1er juin 2026/);
  assert.match(html, /La version française prévaut/);
  assert.match(html, /rel="canonical" href="[^"]*\?texte=ar"/);
  for (const asked of ["uk", "zz", "fr", ""])
    assert.doesNotMatch((await read(`${path}?texte=${asked}`)).html, /prévaut/, asked);
});

test("a reader of a language the site knows but the commune does not offer reads in it that the French prevails", async () => {
  await said("es", "aims", { body: "Un club para todos." });
  const { html } = await read(`${path}?texte=es`);
  assert.match(html, /La version française prévaut[\s\S]*lang="es" dir="ltr"><strong>Prevalece la versión en francés/); // prettier-ignore
  assert.match(html, /affiche\?texte=es/);
  const poster = await read(`${path}/affiche?texte=ar`);
  assert.deepEqual(await htmlFaults(poster.html), []);
  assert.match(poster.html, /<p lang="ar" dir="rtl">نادي كرة القدم للجميع\.<\/p>/);
  assert.match(poster.html, /La version française prévaut/);
});

test("when the French has changed since, the reader is told and reads it at once", async () => {
  await said("uk", "prices", { body: "Запитайте нас.", french: "5 €." });
  await said("uk", "aims", { body: "Футбольний клуб для всіх.", french: "Autre chose." });
  const { html } = await read(`${path}?texte=uk`);
  assert.match(html, /Le texte français a changé depuis\./);
  const [, at] = /Le texte français a changé depuis\.<\/p>(.{0,400})/s.exec(html) ?? [];
  assert.match(at ?? "", /lang="fr" dir="ltr"/);
  assert.match(html, /Запитайте нас\.<\/p><\/div><p class="soft">Le texte français a changé depuis/, "in place of when the French was confirmed"); // prettier-ignore
});

test("what the French no longer says is not said in another language either", async () => {
  await site.database.write(site.communeId, (tx) =>
    tx.updateTable("association").set({ aims: null }).where("slug", "=", path.split("/").at(-1) ?? "").execute(),
  ); // prettier-ignore
  const { html } = await read(path);
  assert.doesNotMatch(html, /texte=ar|texte=es/);
  assert.match(html, /\/en\/associations/, "its prices are still said");
});
