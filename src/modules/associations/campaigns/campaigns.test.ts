import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openReminders, pathsIn, textOf } from "../reminders/reminders.testing.ts";
import { progressOf } from "./progress.ts";
import { campaignById } from "./queries.ts";
import { sendCampaign } from "./sending.ts";

let world: Awaited<ReturnType<typeof openReminders>>;
const as = { as: "referent" } as const;
const list = "/gestion/annuaire/campagnes";
const ids = new Map<string, string>();
let path = "";

const plan = {
  name: "Rentrée 2026",
  audience: "all",
  sections: ["contact", "places"],
  first: "2026-09-20",
  second: "2026-10-11",
  endsOn: "2026-10-31",
  subject: "C’est la rentrée",
  opening: "Une nouvelle saison commence.",
};

before(async () => {
  world = await openReminders();
  const add = async (name: string, contacts: object[]) =>
    ids.set(name, await world.association(name, contacts));
  await add("Chorale", [{ name: "Odette Pont", email: "odette@pont.example" }]);
  await add("Judo", [{ name: "Odette Pont", email: "Odette@pont.example" }]);
  await add("Jardin", [{ name: "Ana", phone: "+33241000002" }]);
  await add("Théâtre", [{ name: "Zia", email: "zia@theatre.example" }]);
  await add("Lecture", [{ email: "lea@lecture.example" }]);
});
after(() => world.close());

test("a plan that cannot hold is refused with what was typed; one that can waits to be started", async () => {
  const form = await world.site.get(`${list}/nouvelle`, as);
  assert.match(form.html, /Rentrée 2026/);
  for (const [typed, sentence] of [
    [{ name: "" }, /Donnez un nom/],
    [{ first: "2026-09-01" }, /Cette date est passée/],
    [{ first: "2027-08-10", second: "", endsOn: "2027-09-10" }, /Aucun courriel ne part ce mois-là/], // prettier-ignore
    [{ second: "2026-09-25" }, /au moins 21 jours/],
    [{ second: "2026-09-20" }, /doit partir après/],
    [{ endsOn: "2026-10-11" }, /doit finir après/],
    [{ audience: "theme" }, /Choisissez le thème/],
    [{ sections: [] }, /Cochez au moins une information/],
  ] as const) {
    const answer = await world.site.post(`${list}/nouvelle`, { ...plan, ...typed }, as);
    assert.equal(answer.status, 422, JSON.stringify(typed));
    assert.match(answer.html, sentence);
    assert.match(answer.html, /Une nouvelle saison commence/);
  }
  const saved = await world.site.post(`${list}/nouvelle`, plan, as);
  assert.equal(saved.status, 303);
  path = saved.location?.split("?")[0] ?? "";
  assert.equal((await world.site.get(list, { as: "elected" })).status, 403);
});

test("the rehearsal tells whom it would ask and shows the letter; nothing has left", async () => {
  const { html, headers } = await world.site.get(path, as);
  assert.match(html, /3 personnes reçoivent chacune un courriel, pour 5 associations/);
  assert.match(html, /Associations sans adresse[^<]*<\/dt><dd>1</);
  assert.match(headers.get("content-security-policy") ?? "", /frame-src 'self'/);
  const letter = await world.site.get(`${path}/apercu`, as);
  assert.match(letter.html, /Une nouvelle saison commence[\s\S]+Chorale[\s\S]+Judo/);
  assert.match(letter.headers.get("content-security-policy") ?? "", /sandbox/);
  await world.morningOf("2026-09-19");
  assert.deepEqual(world.newMails(), []);
  const changed = { ...plan, name: "Rentrée des associations" };
  assert.equal((await world.site.post(`${path}/modifier`, changed, as)).status, 303);
});

test("each wave writes once to each person who has not answered, whoever runs it and however often", async () => {
  assert.equal((await world.site.post(`${path}/lancement`, {}, as)).status, 303);
  assert.equal((await world.site.get(`${path}/modifier`, as)).status, 404, "what runs is not rewritten"); // prettier-ignore
  await world.morningOf("2026-09-20");
  const first = world.newMails();
  assert.equal(first.length, 3);
  const odette = first.find(({ to }) => to === "odette@pont.example");
  assert.ok(odette);
  assert.match(textOf(odette), /CHORALE[\s\S]+JUDO/);
  const id = path.split("/").at(-1) ?? "";
  const { house, communeId } = world.site;
  await Promise.all([1, 2, 3].map(() => sendCampaign(house, communeId, id)));
  await world.site.runJobs();
  assert.deepEqual(world.newMails(), []);
  for (const link of pathsIn(odette, "/confirmer"))
    assert.equal((await world.site.post(link, { section: "all" })).status, 303);
  await world.morningOf("2026-10-11");
  assert.deepEqual(world.newMails().map(({ to }) => to).sort(), ["lea@lecture.example", "zia@theatre.example"]); // prettier-ignore
});

test("progress counts what people did, and lists those who did not answer, with a phone", async () => {
  await world.site.post(`/gestion/associations/${ids.get("Jardin")}/confirmation`, { section: "places" }, as); // prettier-ignore
  const { html } = await world.site.get(path, as);
  assert.match(html, /3 associations sur 5 ont répondu/);
  assert.match(html, /Réponse notée par un agent[\s\S]+?<td[^>]*><div[^>]*>Oui<[\s\S]+?>1</);
  assert.match(html, /Courriel écrit, pas de réponse[\s\S]+?>2</);
  const left = await world.site.get(`${path}/sans-reponse`, as);
  assert.match(left.html, /Lecture/);
  assert.doesNotMatch(left.html, /Chorale/);
  const csv = await world.site.get(`${path}/sans-reponse.csv`, as);
  assert.match(csv.html, /Théâtre;Courriel écrit, pas de réponse;2026-10-11;/);
});

test("while a campaign asks, the ordinary reminders do not; once it ends they take over, never before the delay", async () => {
  const rule = { active: "on", answerDays: "21", quietMonths: ["8"] };
  await world.site.post("/gestion/annuaire/rappels", rule, as);
  await world.morningOf("2026-10-12");
  assert.deepEqual(world.newMails(), []);
  await world.morningOf("2026-10-31");
  assert.deepEqual(world.newMails(), [], "still asked by the campaign, and written to lately");
  await world.morningOf("2026-11-01");
  const mails = world.newMails();
  assert.deepEqual(mails.map(({ to }) => to).sort(), ["lea@lecture.example", "odette@pont.example", "zia@theatre.example"]); // prettier-ignore
});

test("whom the reminders wrote to lately gets the campaign's letter when the delay has passed", async () => {
  const late = { ...plan, name: "Hiver", first: "2026-11-10", second: "", endsOn: "2026-12-20" };
  await world.association("Poterie", [{ email: "po@terie.example" }]);
  const winter =
    (await world.site.post(`${list}/nouvelle`, late, as)).location?.split("?")[0] ?? "";
  await world.site.post(`${winter}/lancement`, {}, as);
  await world.morningOf("2026-11-10");
  assert.deepEqual(
    world.newMails().map(({ to }) => to),
    ["po@terie.example"],
  );
  await world.morningOf("2026-11-22");
  assert.deepEqual(world.newMails().map(({ to }) => to).sort(), ["lea@lecture.example", "odette@pont.example", "zia@theatre.example"]); // prettier-ignore
  assert.equal((await world.site.post(`${winter}/arret`, {}, as)).status, 303);
  assert.match((await world.site.get(winter, as)).html, /Arrêtée/);
});

test("a campaign that is stopped writes to nobody more", async () => {
  const spring = { ...plan, first: "2027-03-01", second: "2027-03-29", endsOn: "2027-04-30" };
  const made =
    (await world.site.post(`${list}/nouvelle`, spring, as)).location?.split("?")[0] ?? "";
  await world.site.post(`${made}/lancement`, {}, as);
  await world.site.post(`${made}/arret`, {}, as);
  await world.site.post("/gestion/annuaire/rappels", { answerDays: "21" }, as);
  await world.morningOf("2027-03-01");
  assert.deepEqual(world.newMails(), []);
  assert.equal((await world.site.get(made, { as: "referent", host: "autreville.test" })).status, 404); // prettier-ignore
  const draft =
    (await world.site.post(`${list}/nouvelle`, spring, as)).location?.split("?")[0] ?? "";
  assert.equal((await world.site.post(`${draft}/retrait`, {}, as)).status, 303);
  assert.equal((await world.site.get(draft, as)).status, 404);
});

test("a campaign ends at midnight in France: an answer of the last evening counts, one of the next day does not", async () => {
  const may = { ...plan, name: "Mai", first: "2027-05-01", second: "", endsOn: "2027-05-31" };
  const made = (await world.site.post(`${list}/nouvelle`, may, as)).location?.split("?")[0] ?? "";
  await world.site.post(`${made}/lancement`, {}, as);
  const id = made.split("/").at(-1) ?? "";
  for (const [name, at] of [
    ["Théâtre", "2027-05-31T21:59:00Z"],
    ["Lecture", "2027-05-31T22:01:00Z"],
  ] as const)
    await world.here((tx) =>
      tx
        .insertInto("confirmation")
        .values({
          association_id: ids.get(name) ?? "",
          section: "places",
          confirmed_at: new Date(at),
          by_kind: "association",
          how: "link",
        })
        .execute(),
    );
  const campaign = (await world.here((tx) => campaignById(tx, id))) ?? assert.fail();
  const lines = await world.here((tx) => progressOf(tx, campaign));
  const outcome = (name: string) => lines.find((one) => one.name === name)?.outcome;
  assert.equal(outcome("Théâtre"), "confirmed");
  assert.notEqual(outcome("Lecture"), "confirmed");
});
