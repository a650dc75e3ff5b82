import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { plain, president as as } from "../../activities/programme.testing.ts";
import { jeanne, openEnrolment, type Enrolment } from "../registrations.testing.ts";

let here: Enrolment;
before(async () => {
  here = await openEnrolment({
    asked: ["age", "town", "equipment"],
    question: "Avez-vous déjà pratiqué ?",
    message: "Apportez une couverture.",
  });
});
after(() => here.site.close());

const path = (address: string): string => address.split("?")[0] ?? "";

test("the page of the activity says how many places remain, and the form asks only what was decided", async () => {
  const { site, form } = here;
  const shown = await site.get("/activites/yoga-doux?n=1");
  assert.match(plain(shown.html), /Il reste 5 places/);
  assert.ok(shown.html.includes(form));
  assert.equal(shown.headers.get("cache-control"), "no-store");
  const page = await site.get(form);
  assert.equal(page.status, 200);
  assert.deepEqual(await htmlFaults(page.html), []);
  for (const words of [
    "Commune où vous habitez",
    "Avez-vous déjà pratiqué",
    "Âge de la personne 4",
  ])
    assert.ok(plain(page.html).includes(words), words);
  assert.doesNotMatch(page.html, /nom de l’adulte/);
  assert.match(plain((await site.get(`/en${form}`)).html), /Register/);
});

test("a fault keeps what was typed, and says what to do", async () => {
  const { site, form } = here;
  const typed = { "name-1": "Jeanne Roc", "age-1": "huit", email: "", phone: "12" };
  const wrong = await site.post(form, typed);
  assert.equal(wrong.status, 422);
  assert.deepEqual(await htmlFaults(wrong.html), []);
  assert.match(wrong.html, /value="Jeanne Roc"/);
  assert.match(plain(wrong.html), /Écrivez un âge en années/);
  assert.match(plain(wrong.html), /Écrivez un numéro de téléphone complet/);
  const none = await site.post(form, { "name-1": "", email: "", phone: "" });
  assert.match(plain(none.html), /Donnez un numéro de téléphone ou une adresse/);
  const twins = await site.post(form, { ...jeanne, "name-2": "jeanne  ROC" });
  assert.match(plain(twins.html), /Cette personne est écrite deux fois/);
  assert.equal((await here.registrations()).length, 0);
});

test("several people register at once with an address: a code, a link, a letter that names nobody", async () => {
  const { site, enrol } = here;
  const fields = {
    ...jeanne,
    "age-1": "71 ans",
    "name-2": "Paul Roc",
    "age-2": "",
    town: "Valbrume",
    equipment: "yes",
    free: "Un peu",
  };
  const address = path(await enrol(fields));
  const own = await site.get(address);
  assert.deepEqual(await htmlFaults(own.html), []);
  for (const words of [
    "2 places sont réservées",
    "Jeanne Roc, 71 ans",
    "Paul Roc",
    "Apportez une couverture",
    "Un peu",
    "Oui",
  ])
    // prettier-ignore
    assert.ok(plain(own.html).includes(words), words);
  const [letter] = await here.mails();
  assert.equal(letter?.to, jeanne.email);
  assert.doesNotMatch(letter?.text ?? "", /Roc/);
  const link = /\/inscriptions\/suivi\/[\w-]+/.exec(letter?.text ?? "")?.[0] ?? "";
  assert.equal((await site.get(link)).status, 200);
  assert.match(plain((await site.get("/activites/yoga-doux?n=2")).html), /Il reste 3 places/);
});

test("the same person twice is told, but for another address nothing is said", async () => {
  const { site, form, enrol } = here;
  const again = await site.post(form, { ...jeanne, "name-1": "Jéanne roc" });
  assert.equal(again.status, 422);
  assert.match(plain(again.html), /déjà inscrite avec ce téléphone ou ce courriel/);
  await enrol({ "name-1": "Jeanne Roc", phone: "06 12 34 56 78", email: "" });
  const number = await site.post(form, { "name-1": "Jeanne Roc", phone: "+33 6 12.34.56.78", email: "" }); // prettier-ignore
  assert.match(plain(number.html), /déjà inscrite/);
});

test("who has only a phone is sent nothing, is told to note the code, and finds it again with both", async () => {
  const { site } = here;
  const one = (await here.registrations()).find(({ phone }) => phone !== null);
  assert.equal((await here.mails()).length, 1);
  const wrong = await site.post("/inscriptions/retrouver", { code: one?.code ?? "", contact: "06 00 00 00 00" }); // prettier-ignore
  assert.equal(wrong.status, 422);
  const code = `${one?.code?.slice(0, 3).toLowerCase()}-${one?.code?.slice(3)}`;
  const found = await site.post("/inscriptions/retrouver", { code, contact: "06.12.34.56.78" });
  assert.equal(found.status, 303);
  const own = plain((await site.get(path(found.location ?? ""))).html);
  assert.match(own, /rien ne vous est envoyé/);
  assert.ok(own.includes(`${one?.code?.slice(0, 3)} ${one?.code?.slice(3)}`));
});

test("one corrects a name, takes away one's data, cancels by the link: GET never acts", async () => {
  const { site } = here;
  const [letter] = await here.mails();
  const own = /\/inscriptions\/suivi\/[\w-]+/.exec(letter?.text ?? "")?.[0] ?? "";
  const page = await site.get(`${own}/correction`);
  assert.deepEqual(await htmlFaults(page.html), []);
  const fields = {
    ...jeanne,
    "name-1": "Jeanne Rocq",
    "name-2": "Paul Roc",
    "age-2": "9",
    lines: "2",
  };
  assert.equal((await site.post(`${own}/correction`, fields)).status, 303);
  assert.match(plain((await site.get(own)).html), /Jeanne Rocq/);
  assert.match((await site.get(`${own}/donnees`)).html, /"nom": "Jeanne Rocq"/);
  const sure = await site.get(`${own}/annulation`);
  assert.match(plain(sure.html), /Les places sont rendues/);
  assert.equal((await here.registrations()).filter(({ ended }) => ended).length, 0);
  await site.post(`${own}/annulation`, {});
  const [, cancelled] = await here.registrations();
  assert.equal(cancelled?.ended, "resident");
  assert.equal((await site.post(`${own}/annulation`, {})).status, 422);
  assert.match(plain((await site.get("/activites/yoga-doux?n=3")).html), /Il reste 4 places/);
  await here.enrol({ ...jeanne, "name-1": "Jeanne Rocq" });
});

test("erased by its link, a registration is cancelled, and nothing of it is left but its seats", async () => {
  const { site } = here;
  const mails = await here.mails();
  const own = /\/inscriptions\/suivi\/[\w-]+/.exec(mails.at(-1)?.text ?? "")?.[0] ?? "";
  await site.post(`${own}/effacement`, {});
  assert.equal((await site.get(own)).status, 404);
  assert.deepEqual(await here.mails(), []);
  const erased = (await here.registrations()).filter(({ purgedAt }) => purgedAt !== null);
  assert.deepEqual(erased.map(({ email, people, answers, quantity }) => [email, people, answers, quantity]), [[null, [], {}, 1]]); // prettier-ignore
});

test("a machine that fills in what nobody sees is thanked, and nobody is registered", async () => {
  const { site, form } = here;
  const before = (await here.registrations()).length;
  const trapped = await site.post(form, { ...jeanne, "site-internet": "http://x.example" });
  assert.equal(trapped.status, 303);
  assert.equal((await here.registrations()).length, before);
});

test("one visitor does not fill an activity: past a number an hour, they are asked to come back", async () => {
  const { site, form } = here;
  const ip = "203.0.113.77";
  const sent = async (n: number) =>
    (await site.post(form, { ...jeanne, email: `x${n}@y.example` }, { ip })).status;
  const answers: number[] = [];
  for (let n = 0; n < 41; n++) answers.push(await sent(n));
  assert.equal(answers.at(-1), 429);
  assert.equal(answers.filter((status) => status === 429).length, 1);
});

test("what is not open yet, closed or cancelled takes nobody; another commune knows nothing of it", async () => {
  const { site, form, roll } = here;
  assert.equal((await site.get(form, { host: "autreville.test" })).status, 404);
  assert.equal((await site.post(form, jeanne, { host: "autreville.test" })).status, 404);
  await site.post(`${roll}/fermeture`, {}, { as });
  const closed = await site.post(form, { ...jeanne, email: "tard@courriel.example" });
  assert.match(closed.location ?? "", /registrations\.closed/);
  assert.match(
    plain((await site.get("/activites/yoga-doux?n=4")).html),
    /inscriptions sont closes/,
  );
  await site.post(`${roll}/reouverture`, {}, { as });
  assert.equal((await site.get(form)).status, 200);
});
