import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { plain } from "../programme.testing.ts";
import { openIntake, type IntakeSite } from "./intake.testing.ts";

let intake: IntakeSite;
before(async () => (intake = await openIntake()));
after(() => intake.site.close());

const told = { told: 0, created: 0, changed: 0, unchanged: 0, merged: 0, refused: 0, places: 0, kept: 0, unreadHours: 0 }; // prettier-ignore
const header =
  "Association;Numéro RNA;Activité;Lieu;Jour;Début;Fin;6-12 ans;12-15 ans;Adultes;Handicap;Tarif";
const yoga =
  "Les Souples;W491000101;YOGA DOUX;Salle Haute;mercredi;18h30;19h45;Non;Non;Oui;Oui;120 €";
const judo = "Les Souples;W491000101;JUDO;Dojo;;;;Oui;Non;Oui;Non;";

test("a file tells activities: shown as told, not confirmed, with its hours when it says them", async () => {
  const { counts } = await intake.imported(header, yoga, judo, judo);
  assert.deepEqual(counts.activities, { ...told, told: 3, created: 2, merged: 1, places: 2 });
  const one = await intake.named("Yoga doux");
  assert.equal(one.state, "published");
  assert.equal(one.confirmedOn, null);
  assert.deepEqual(
    one.hours.map(({ startMinute, durationMinutes, lastDay }) => [
      startMinute,
      durationMinutes,
      lastDay,
    ]),
    [[1110, 75, "2027-08-31"]],
  );
  const html = plain((await intake.site.get("/activites/yoga-doux?n=1")).html);
  for (const words of [
    "Tous les mercredis de 18 h 30 à 19 h 45",
    "Salle Haute",
    "À partir de 18 ans",
    "À partir de 120 €",
    "D’après un fichier reçu par la mairie, le 15 septembre 2026. L’association ne l’a pas encore confirmé.",
  ])
    assert.ok(html.includes(words), words);
  const bare = plain((await intake.site.get("/activites/judo?n=1")).html);
  assert.match(bare, /Les horaires ne sont pas encore connus : demandez à l’association\./);
  assert.match(bare, /De 6 à 12 ans, à partir de 18 ans/);
  const english = plain((await intake.site.get("/en/activites/judo?n=1")).html);
  assert.match(english, /The hours are not known yet: ask the association\./);
  const listing = plain((await intake.site.get("/associations/les-souples?n=1")).html);
  assert.match(listing, /Horaires à demander/);
  assert.match(listing, /Pas encore confirmée/);
});

test("the same file again changes nothing; another changes what nobody has said, hours too", async () => {
  const again = await intake.imported(header, yoga, judo);
  assert.deepEqual(again.counts.activities, { ...told, told: 2, unchanged: 2 });
  const { importId, counts } = await intake.imported(
    header,
    yoga.replace("mercredi;18h30;19h45", "jeudi;18h;19h").replace("120 €", "130 €"),
  );
  assert.deepEqual(counts.activities, { ...told, told: 1, changed: 1 });
  const one = await intake.named("Yoga doux");
  assert.equal(one.fields.priceFrom, 130);
  const coming = ({ hours }: typeof one) =>
    hours.filter(({ lastDay }) => lastDay === "2027-08-31").map(({ rhythm }) => rhythm);
  assert.deepEqual(coming(one), [{ kind: "weekly", every: 1, days: ["TH"] }]);
  const undone = await intake.undone(importId);
  assert.deepEqual(undone.activities, {
    removed: 0,
    restored: 1,
    partly: 0,
    kept: 0,
  });
  const back = await intake.named("Yoga doux");
  assert.equal(back.fields.priceFrom, 120);
  assert.deepEqual(coming(back), [{ kind: "weekly", every: 1, days: ["WE"] }]);
});

const stiff = (line: string) => line.replace("Les Souples;W491000101", "Les Raides;W491000102");

test("what a person says is kept, and an activity they took up stays when the import is undone", async () => {
  const stretching = stiff(yoga).replace("YOGA DOUX", "STRETCHING");
  const { importId } = await intake.imported(
    header,
    stretching,
    stiff(judo).replace("JUDO", "AIKIDO"),
  );
  const one = await intake.named("Stretching");
  const base = `/gestion/associations/${one.association.id}/activites/${one.id}`;
  const sheet = plain((await intake.site.get(base, { as: "referent" })).html);
  assert.match(sheet, /Cette activité vient d’un fichier reçu le 15 septembre 2026/);
  const price = {
    priceKind: "paid",
    priceFrom: "99",
    priceNote: "",
    reductions: "",
    trial: "unknown",
  };
  assert.equal(
    (await intake.site.post(`${base}/modifier/prix`, price, { as: "referent" })).status,
    303,
  );
  const { counts } = await intake.imported(header, stretching.replace("120 €", "150 €"));
  assert.deepEqual(counts.activities, { ...told, told: 1, unchanged: 1, kept: 1 });
  assert.equal((await intake.named("Stretching")).fields.priceFrom, 99);
  await intake.site.post(`${base}/confirmation`, {}, { as: "referent" });
  assert.equal((await intake.named("Stretching")).confirmedOn, "2026-09-15");
  assert.match(
    plain((await intake.site.get("/activites/stretching?n=2")).html),
    /Activité confirmée le 15 septembre 2026/,
  );
  intake.later();
  const undone = await intake.undone(importId);
  assert.deepEqual(undone, {
    removed: 0,
    restored: 0,
    partly: 0,
    kept: 1,
    activities: { removed: 1, restored: 0, partly: 0, kept: 1 },
  });
  await intake.named("Stretching");
});

test("what an association wrote itself is found, and never written over", async () => {
  const owner = (await intake.named("Judo")).association.id;
  const base = `/gestion/associations/${owner}/activites`;
  await intake.site.post(`${base}/nouvelle?genre=regular`, { title: "Yoga du matin", what: "Doucement.", rhythm: "weekly", days: ["MO"], rank: "", from: "9:00", to: "10:00", first_day: "2026-09-21", last_day: "2027-06-30", place: "Salle Haute", street: "", placeDetail: "", minAge: "60", maxAge: "", priceKind: "free", priceFrom: "" }, { as: "referent" }); // prettier-ignore
  const { counts } = await intake.imported(header, yoga.replace("YOGA DOUX", "YOGA DU MATIN"));
  assert.equal(counts.activities?.created, 0);
  assert.equal(counts.activities?.unchanged, 1);
  const one = await intake.named("Yoga du matin");
  assert.equal(one.source, "agent");
  assert.equal(one.fields.priceKind, "free");
  assert.equal(one.told, null);
});

test("next season, an activity nobody has taken up is told again by the file, with its hours", async () => {
  intake.site.clock.set("2027-09-20T10:00:00Z");
  const { counts } = await intake.imported(header, yoga);
  assert.equal(counts.activities?.changed, 1);
  const one = await intake.named("Yoga doux");
  assert.equal(one.season, 2027);
  assert.ok(one.hours.some(({ lastDay }) => lastDay === "2028-08-31"));
  const id = one.association.id;
  const html = plain(
    (await intake.site.get(`/gestion/associations/${id}/activites`, { as: "referent" })).html,
  );
  assert.match(html, /Yoga doux/);
});

test("the screens of the import count activities apart, say what each becomes, and what was not understood", async () => {
  const { importId } = await intake.rehearsed(
    header,
    "Les Souples;W491000101;BOULES;Terrain;le soir;;;Non;Non;Oui;Non;",
    "Les Souples;W491000101;123;;;;;;;;;",
  );
  const html = plain(
    (await intake.site.get(`/gestion/imports/${importId}`, { as: "referent" })).html,
  );
  assert.match(html, /1 activité à créer, dans 1 lieu, 1 refusée\./);
  assert.match(html, /Ce n’est pas le nom d’une activité\./);
  assert.match(html, /Importer ces 2 lignes/);
  const created = plain(
    (await intake.site.get(`/gestion/imports/${importId}?activites=created`, { as: "referent" }))
      .html,
  );
  assert.match(created, /Horaires non compris : le soir/);
  const columns = (
    await intake.site.get(`/gestion/imports/${importId}/colonnes`, { as: "referent" })
  ).html;
  assert.match(columns, /<option value="activity" selected/);
  assert.match(columns, /Heure de début/);
});
