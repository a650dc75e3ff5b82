import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { testStart } from "../../../testing/site.ts";
import { openClub } from "../members/club.testing.ts";

let club: Awaited<ReturnType<typeof openClub>>;
const referent = { as: "referent" } as const;
before(async () => (club = await openClub()));
after(() => club.site.close());

const claim = "/associations/chorale-du-pont/gerer";

test("the answer is the same for an address of the record and for any other; only the first receives a link", async () => {
  const page = await club.site.get(claim);
  assert.match(page.html, /C’est mon association/);
  assert.match((await club.site.get("/associations/chorale-du-pont")).html, new RegExp(claim));
  const wrong = await club.site.post(claim, { email: "odette" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /value="odette"/);
  const known = await club.site.post(claim, { email: " ODETTE@pont.example" });
  const unknown = await club.site.post(claim, { email: "autre@pont.example" });
  assert.equal(known.status, 303);
  assert.equal(known.location, unknown.location);
  assert.match((await club.site.get(known.location ?? "")).html, /Un courriel vient de partir/);
  const [kind] = await club.mails("autre@pont.example");
  assert.match(kind?.text_body ?? "", /ne connaît pas votre adresse/);
  assert.doesNotMatch(kind?.text_body ?? "", /\/acces\//);
  const path = await club.access("odette@pont.example");
  assert.match((await club.site.get(path)).html, /value="Odette Pont"/);
  assert.equal((await club.people()).length, 1, "opening the link gives nothing");
});

test("the link works once, makes its reader responsible, lets them in, and the others are told", async () => {
  const path = await club.access("odette@pont.example");
  assert.equal((await club.site.get(path, { host: "autreville.test" })).status, 410);
  assert.equal((await club.site.post(path, { name: "" })).status, 422);
  const entered = await club.enters("odette@pont.example", "Odette Pont");
  assert.match(entered.location ?? "", new RegExp(`^${club.space}\\?`));
  assert.equal((await club.roles())["odette@pont.example"], "owner");
  assert.equal((await club.site.get(club.space, club.as("odette@pont.example"))).status, 200);
  const told = (await club.mails("president@valbrume.example")).map(({ text_body }) => text_body);
  assert.match(told.join(), /Odette Pont \(odette@pont\.example\) est entré/);
  assert.equal((await club.site.get(path)).status, 410);
  assert.equal((await club.site.post(path, { name: "Voleur" })).status, 410);
});

test("a link to an address the record no longer has, or too old, opens nothing; an address is not flooded", async () => {
  const contact = (email: string) =>
    club.here((tx) => tx.updateTable("association_contact").set({ email }).execute());
  await contact("nouvelle@pont.example");
  for (let time = 0; time < 3; time++)
    assert.equal((await club.site.post(claim, { email: "nouvelle@pont.example" })).status, 303);
  assert.equal((await club.site.post(claim, { email: "nouvelle@pont.example" })).status, 429);
  const path = await club.access("nouvelle@pont.example");
  await contact("odette@pont.example");
  assert.equal((await club.site.get(path)).status, 410);
  await contact("nouvelle@pont.example");
  assert.equal((await club.site.get(path)).status, 200);
  club.site.clock.set("2026-09-18T09:00:00Z");
  assert.equal((await club.site.post(path, { name: "Trop tard" })).status, 410);
  club.site.clock.set(testStart);
});

test("whoever holds a confirmation link receives theirs at its own address", async () => {
  await club.site.post(`${club.desk}/confirmation/demande`, {}, referent);
  const [mail] = (await club.mails("nouvelle@pont.example")).filter(
    ({ kind }) => kind === "confirmation",
  );
  const path = /(\/confirmer\/[\w-]+)/.exec(mail?.text_body ?? "")?.[1] ?? "";
  club.site.clock.set("2026-09-17T09:00:00Z");
  assert.match((await club.site.get(path)).html, /Gérer cette page/);
  const sent = await club.site.post(`${path}/acces`, {});
  assert.match(sent.location ?? "", /gerer\/courriel/);
  await club.access("nouvelle@pont.example");
  assert.match((await club.site.post("/confirmer/inconnu/acces", {})).location ?? "", /inconnu$/);
  club.site.clock.set(testStart);
});

test("a code on paper is shown once, kept as a hash, typed anyhow, and serves one person", async () => {
  const made = await club.site.post(`${club.desk}/code`, {}, referent);
  const code = /[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(made.html)?.[0] ?? "";
  assert.match(made.html, /valbrume\.test\/code/);
  assert.match((await club.site.get(`${club.desk}/code`, referent)).html, /1 code peut encore/);
  const rows = await club.here((tx) => tx.selectFrom("claim_code").selectAll().execute());
  assert.ok(!JSON.stringify(rows).includes(code.replace("-", "")));
  for (const as of ["elected", "president"] as const)
    assert.equal((await club.site.post(`${club.desk}/code`, {}, { as })).status, 403);
  const wrong = await club.site.post("/code", { code: "ACDEF-GHJKM", email: "paul@pont.example" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /n’est pas reconnu/);
  const typed = code.toLowerCase().replace("-", " ");
  assert.equal((await club.site.post("/code", { code: typed, email: "x" })).status, 422);
  const sent = await club.site.post("/code", { code: typed, email: "paul@pont.example" });
  assert.equal(sent.status, 303, sent.html);
  const other = await club.site.post("/code", { code, email: "lea@pont.example" });
  assert.equal(other.status, 303, "a wrong address can be corrected");
  const lea = await club.access("lea@pont.example");
  await club.enters("paul@pont.example", "Paul Roc");
  assert.equal((await club.roles())["paul@pont.example"], "owner");
  assert.equal((await club.site.get(lea)).status, 410, "the code has served");
  const again = await club.site.post("/code", { code, email: "paul@pont.example" });
  assert.equal(again.status, 422);
});

test("codes cannot be tried for ever, by one person or with one code", async () => {
  club.site.clock.set("2026-09-16T09:00:00Z");
  const made = await club.site.post(`${club.desk}/code`, {}, referent);
  const code = /[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(made.html)?.[0] ?? "";
  const answers = [];
  for (let time = 0; time < 7; time++)
    answers.push((await club.site.post("/code", { code, email: `a${time}@pont.example` })).status);
  assert.deepEqual(answers, [303, 303, 303, 303, 303, 422, 422]);
  for (let time = 0; time < 13; time++)
    await club.site.post("/code", { code, email: "a@b.example" });
  assert.equal((await club.site.post("/code", { code, email: "a@b.example" })).status, 429);
  club.site.clock.set("2026-12-01T09:00:00Z");
  const late = await club.site.post("/code", { code, email: "a@b.example" });
  assert.equal(late.status, 422);
  club.site.clock.set(testStart);
});

const asked = {
  name: "Léa Brun",
  title: "trésorière",
  email: "lea@brun.example",
  phone: "02 41 00 00 09",
  message: "Odette est partie.",
};

async function request(email: string): Promise<string> {
  const sent = await club.site.post(`${claim}/demande`, { ...asked, email });
  assert.equal(sent.status, 303, sent.html);
  const row = await club.here(
    (tx) =>
    tx.selectFrom("claim_request").select("request_id").where("email", "=", email).executeTakeFirstOrThrow(), // prettier-ignore
  );
  return `/gestion/demandes-de-fiche/${row.request_id}`;
}

test("an agent reads a request beside the contacts and accepts it: the link leaves by mail", async () => {
  const wrong = await club.site.post(`${claim}/demande`, { ...asked, title: "", phone: "12" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Indiquez votre fonction[\s\S]*n’est pas complet/);
  const path = await request("lea@brun.example");
  const queue = await club.site.get("/gestion/demandes-de-fiche", referent);
  assert.match(queue.html, new RegExp(path));
  assert.match((await club.site.get(club.desk, referent)).html, new RegExp(path));
  const seen = await club.site.get(path, referent);
  assert.match(seen.html, /Odette est partie/);
  assert.match(seen.html, /nouvelle@pont\.example/);
  assert.equal((await club.site.get(path, { as: "elected" })).status, 403);
  const away = { as: "referent", host: "autreville.test" } as const;
  assert.equal((await club.site.get(path, away)).status, 404);
  assert.equal(
    (await club.site.post(`${path}/acceptation`, { role: "roi" }, referent)).status,
    422,
  );
  const done = await club.site.post(`${path}/acceptation`, { role: "editor" }, referent);
  assert.equal(done.status, 303);
  await club.enters("lea@brun.example", "Léa Brun");
  assert.equal((await club.roles())["lea@brun.example"], "editor");
  const again = await club.site.post(`${path}/refus`, { answer: "non" }, referent);
  assert.equal(again.status, 422, "a colleague answered first");
});

test("a refusal says why, by mail; what was asked is forgotten in time", async () => {
  const path = await request("refusee@brun.example");
  assert.equal((await club.site.post(`${path}/refus`, { answer: "" }, referent)).status, 422);
  const answer = "Nous n’avons pas pu vous joindre au téléphone.";
  assert.equal((await club.site.post(`${path}/refus`, { answer }, referent)).status, 303);
  const [mail] = await club.mails("refusee@brun.example");
  assert.match(mail?.text_body ?? "", /pas pu vous joindre/);
  assert.match((await club.site.get(path, referent)).html, /Demande refusée/);
  const { periodic } = await import("../jobs.ts");
  club.site.clock.set("2027-06-01T09:00:00Z");
  const night = periodic(club.site.house).find(({ task }) => task === "forget_proposal_senders");
  await night?.run(club.site.communeId);
  assert.equal((await club.site.get(path, referent)).status, 404);
  club.site.clock.set(testStart);
});
