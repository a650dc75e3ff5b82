import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { desk, easyRules, mornings, openLending, type Lending } from "../lending.testing.ts";
import { letterBox, roundAt, type Sent } from "./reminding.testing.ts";
import { remindLoan } from "./round.ts";

let lending: Lending;
let sent: () => Promise<Sent[]>;
let pool = "";
let loan = "";
const as = "equipment_manager" as const;
const subjects = async () => (await sent()).map(({ subject }) => subject);
const round = async (moment?: string) => {
  await roundAt(lending, moment);
  return subjects();
};

before(async () => {
  lending = await openLending("2026-12-01T09:00:00Z");
  await lending.acted(`${desk}/lieux/nouveau`, { ...mornings, place: lending.place });
  await lending.acted(`${desk}/regles`, easyRules);
  await lending.addModel({ name: "Tablette", category: "tablet", purpose: "Lire." }, "TA-1 à TA-4");
  sent = letterBox(lending);
});
after(() => lending.site.close());

test("two days before it is taken, once, whoever runs the round twice", async () => {
  [pool = ""] = await lending.pools("2026-12-08", "2026-12-10");
  loan = await lending.ask({ [`q_${pool}`]: "2" }, "2026-12-08", "2026-12-10");
  await lending.site.runJobs();
  await sent();
  assert.deepEqual(await round("2026-12-06T06:00:00Z"), [], "too early in the day");
  await Promise.all([roundAt(lending, "2026-12-06T08:00:00Z"), roundAt(lending)]);
  const [letter, more] = await sent();
  assert.equal(more, undefined);
  assert.match(letter?.subject ?? "", /^Matériel à prendre mardi 8 décembre 2026/);
  assert.match(letter?.text ?? "", /réservé pour Lire ensemble.*2 × Tablette.*Maison des asso/);
  assert.match(letter?.text ?? "", new RegExp(`/espace/prets/${loan.split("/").at(-1)}`));
  assert.deepEqual(await round("2026-12-07T08:00:00Z"), []);
});

test("out two days, it is written about on its day, then firmer and firmer, then no more", async () => {
  lending.site.clock.set("2026-12-08T08:00:00Z");
  await lending.acted(`${loan}/remise`, await lending.fieldsOf(`${loan}/remise`));
  assert.deepEqual(await round("2026-12-08T09:00:00Z"), [], "it was just taken");
  assert.deepEqual(await round("2026-12-10T07:30:00Z"), ["Matériel à rendre aujourd’hui"]);
  assert.deepEqual(await round("2026-12-10T19:30:00Z"), [], "late, and the day is not over");
  assert.deepEqual(await round("2026-12-11T08:00:00Z"), ["Retour de matériel attendu"]);
  assert.deepEqual(await round("2026-12-13T19:30:00Z"), [], "nobody is written to at night");
  assert.deepEqual(await round("2026-12-18T08:00:00Z"), ["Retour de matériel en retard de plusieurs jours"], "days down: only the latest"); // prettier-ignore
  assert.deepEqual(await round("2026-12-29T08:00:00Z"), [], "then the list of the manager only");
  assert.match(await lending.seen(desk), /En retard.*Lire ensemble.*19 jours/);
  assert.match(await lending.seen(loan), /Lettres envoyées.*Avant la remise.*Sept jours de retard/);
});

test("by hand, once a day, naming what is still out", async () => {
  const { html } = await lending.site.get(`${loan}/retour`, { as });
  const keys = [...html.matchAll(/type="radio" name="(c_[^"]+)"/g)].map(([, name = ""]) => name);
  const [first = "", second = ""] = [...new Set(keys)];
  await lending.acted(`${loan}/retour`, { [first]: "good", [second]: "not_yet" });
  assert.match(await lending.seen(loan), /Écrire pour demander le retour/);
  assert.match(await lending.acted(`${loan}/rappel`, {}), /handing\.letterSent$/);
  assert.match(await lending.acted(`${loan}/rappel`, {}), /handing\.letterToday$/);
  const [letter, more] = await sent();
  assert.equal(more, undefined);
  assert.match(letter?.text ?? "", /1 × Tablette/);
  assert.match(await lending.seen(loan), /déjà partie aujourd’hui/);
  lending.site.clock.set("2026-12-30T08:00:00Z");
  assert.match(await lending.acted(`${loan}/rappel`, {}), /handing\.letterSent$/);
  assert.equal((await sent()).length, 1);
});

test("given a new date, it is told of that one; given back meanwhile, of nothing", async () => {
  await lending.acted(`${loan}/dates`, { untilDay: "2027-01-08", untilHour: "10h" });
  assert.deepEqual(await round("2026-12-30T09:00:00Z"), []);
  assert.deepEqual(await round("2027-01-06T08:00:00Z"), ["Matériel à rendre vendredi 8 janvier 2027 à 10 h"]); // prettier-ignore
  lending.site.clock.set("2027-01-11T08:00:00Z");
  await lending.acted(`${loan}/retour`, await lending.fieldsOf(`${loan}/retour`));
  assert.equal(await lending.stateOf(loan), "closed");
  // The round had read it before it came back.
  await remindLoan(lending.site.house, lending.site.communeId, loan.split("/").at(-1) ?? "");
  assert.deepEqual(await round(), []);
  assert.equal((await lending.site.post(`${loan}/rappel`, {}, { as })).status, 303);
  assert.deepEqual(await subjects(), []);
});

test("written by an agent: to those who keep the equipment, or to nobody for a service", async () => {
  lending.site.clock.set("2027-01-11T09:00:00Z");
  const adding = { regime: "loan", fromDay: "2027-01-14", fromHour: "10h", untilDay: "2027-01-15", untilHour: "10h", reviewOn: "", purpose: "Atelier", place: lending.place, [`q_${pool}`]: "1" }; // prettier-ignore
  await lending.acted(`${desk}/prets/nouveau`, { ...adding, association: "Lire ensemble", service: "" }); // prettier-ignore
  await lending.acted(`${desk}/prets/nouveau`, { ...adding, association: "", service: "École" });
  await roundAt(lending, "2027-01-12T08:00:00Z");
  const letters = await sent();
  assert.equal(letters.length, 1);
  assert.match(letters[0]?.to ?? "", /president/);
  assert.match(await lending.seen(desk), /École Sans adresse, à appeler/);
});

test("a commune that writes no letter before writes none", async () => {
  await lending.acted(`${desk}/regles`, { ...easyRules, remindBefore: "" });
  assert.match(await lending.seen(`${desk}/regles`), /Écrire avant la remise et avant le retour/);
  const other = await lending.ask({ [`q_${pool}`]: "1" }, "2027-01-20", "2027-01-21");
  await sent();
  assert.deepEqual(await round("2027-01-18T08:00:00Z"), []);
  await lending.acted(`${desk}/regles`, easyRules);
  await lending.acted(`${other}/annulation`, {});
  await sent();
  assert.deepEqual(await round(), [], "given up");
});
