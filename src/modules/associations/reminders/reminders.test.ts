import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { header, openReminders, pathsIn, textOf, type Received } from "./reminders.testing.ts";

let world: Awaited<ReturnType<typeof openReminders>>;
const referent = { as: "referent" } as const;
const rulePath = "/gestion/annuaire/rappels";
const ids = new Map<string, string>();
const idOf = (name: string) => ids.get(name) ?? "";

before(async () => {
  world = await openReminders();
  const odette = { name: "Odette Pont", email: "odette@pont.example", phone: "+33241000001" };
  const paul = { name: "Paul Roc", email: "Paul@roc.example" };
  const add = async (name: string, contacts: object[], own = false) =>
    ids.set(name, await world.association(name, contacts, own));
  await add("Chorale", [odette, paul], true);
  await add("Judo", [{ ...odette, email: "ODETTE@Pont.example" }]);
  await add("Jardin", [{ name: "Ana", phone: "+33241000002" }]);
  await add("Théâtre", [{ name: "Zia", email: "zia@theatre.example" }, paul]);
});
after(() => world.close());

const mailTo = (mails: readonly Received[], to: string): Received => {
  const [mail, ...others] = mails.filter((one) => one.to === to);
  assert.ok(mail && others.length === 0, `one mail to ${to}`);
  return mail;
};

test("nothing leaves until the commune says so; a rule that cannot be kept is refused", async () => {
  await world.morningOf("2026-09-16");
  assert.deepEqual(world.newMails(), []);
  const page = await world.site.get(rulePath, referent);
  assert.match(page.html, /Si vous envoyiez les rappels/);
  assert.match(page.html, /2 courriels à envoyer, un par personne, pour 3 fiches/);
  const wrong = await world.site.post(rulePath, { active: "on", answerDays: "3" }, referent);
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /de 7 à 90/);
  assert.match(wrong.html, /value="3"/);
  const rule = { active: "on", answerDays: "21", quietMonths: ["8"] };
  assert.equal((await world.site.post(rulePath, rule, referent)).status, 303);
  assert.match((await world.site.get(rulePath, referent)).html, /Demain matin/);
  assert.equal((await world.site.get(rulePath, { as: "communication" })).status, 403);
});

test("one grouped mail per person, whatever the case of the address, each listing with its figures and its link", async () => {
  await world.here((tx) =>
    tx
      .insertInto("visit_count")
      .values({
        day: "2026-09-10",
        page_kind: "association",
        channel: "site",
        subject_id: idOf("Judo"),
        views: 42,
      }) // prettier-ignore
      .execute(),
  );
  await world.morningOf("2026-09-17");
  const mails = world.newMails();
  assert.deepEqual(mails.map(({ to }) => to).sort(), ["odette@pont.example", "zia@theatre.example"]); // prettier-ignore
  const mail = mailTo(mails, "odette@pont.example");
  const text = textOf(mail);
  assert.match(text, /Bonjour Odette Pont/);
  assert.match(text, /CHORALE[\s\S]+JUDO[\s\S]+vue 42 fois/);
  assert.match(text, /Vous recevez ce courriel parce que/);
  const links = pathsIn(mail, "/confirmer");
  assert.equal(new Set(links).size, 2);
  for (const path of links) assert.equal((await world.site.get(path)).status, 200);
  assert.deepEqual(
    await world.steps(idOf("Jardin")),
    ["1 referent"],
    "no address: to the référent",
  );
  await world.morningOf("2026-09-18");
  await world.morningOf("2026-10-07");
  assert.deepEqual(world.newMails(), [], "nobody is written to before the delay");
});

test("a confirmation ends the climb of its listing only; the others go on: second contact, référent, phone list", async () => {
  const before = await world.site.get("/gestion/annuaire/appels", referent);
  assert.match(before.html, /Personne à appeler/);
  const confirmed = await world.site.post(
    `/gestion/associations/${idOf("Judo")}/confirmation`,
    { section: ["contact", "places", "prices", "registration", "accessibility"] },
    referent,
  );
  assert.equal(confirmed.status, 303);
  await world.morningOf("2026-10-08");
  const mails = world.newMails();
  const grouped = textOf(mailTo(mails, "paul@roc.example"));
  assert.equal(mails.length, 1);
  assert.match(grouped, /CHORALE[\s\S]+THÉÂTRE/);
  await world.morningOf("2026-10-29");
  await world.morningOf("2026-11-19");
  assert.deepEqual(await world.steps(idOf("Chorale")), ["1 first", "1 second", "1 referent", "1 phone"]); // prettier-ignore
  assert.deepEqual(await world.steps(idOf("Judo")), ["1 first"]);
  assert.deepEqual(world.newMails(), []);
  const calls = await world.site.get("/gestion/annuaire/appels", { as: "front_desk" });
  assert.match(calls.html, /Chorale[\s\S]+Odette Pont[\s\S]+02\s41\s00\s00\s01/);
  assert.match(calls.html, new RegExp(`/gestion/associations/${idOf("Chorale")}#confirmer`));
  const csv = await world.site.get("/gestion/annuaire/appels/export.csv", { as: "front_desk" });
  assert.match(csv.html, /Jardin;02\s41\s00\s00\s02 Ana;/);
  assert.equal((await world.site.get("/gestion/annuaire/appels", { as: "elected" })).status, 403);
});

test("once it is confirmed again and grows old again, a new climb begins", async () => {
  await world.site.post(
    `/gestion/associations/${idOf("Chorale")}/confirmation`,
    { section: ["contact", "places", "prices", "registration", "accessibility"] },
    referent,
  );
  const calls = await world.site.get("/gestion/annuaire/appels", referent);
  assert.doesNotMatch(calls.html, /Chorale/);
  await world.morningOf("2027-08-10");
  await world.morningOf("2027-11-25");
  assert.deepEqual((await world.steps(idOf("Chorale"))).slice(4), ["2 first"]);
  assert.equal(world.newMails("odette@pont.example").length, 1);
});

test("the mail carries how to stop by one click, as mail programs ask for it", async () => {
  await world.association("Lecture", [{ email: "lea@lecture.example" }]);
  await world.morningOf("2027-11-26");
  const mail = mailTo(world.newMails(), "lea@lecture.example");
  const [path = ""] = pathsIn(mail, "/rappels");
  assert.match(header(mail.source, "List-Unsubscribe"), new RegExp(`^<https?://[^>]+${path}>$`));
  assert.equal(header(mail.source, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
});
