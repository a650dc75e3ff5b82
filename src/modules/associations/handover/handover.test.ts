import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { hidden } from "../registry.testing.ts";
import { openClub } from "../members/club.testing.ts";
import { handoversBetween } from "./queries.ts";
import { contactsAfter, handoverFault } from "./rules.ts";

let club: Awaited<ReturnType<typeof openClub>>;
const president = { as: "president" } as const;
const referent = { as: "referent" } as const;
before(async () => (club = await openClub()));
after(() => club.site.close());

const path = () => `${club.space}/passation`;
const jeanne = () => club.site.personId("president");
const someone = (row: number, email: string, role = "owner") => ({
  [`name${row}`]: `Personne ${email}`,
  [`email${row}`]: email,
  [`title${row}`]: "trésorière",
  [`role${row}`]: role,
});
const contacts = async () =>
  (await club.registry.known(club.id)).contacts.map(({ email }) => email?.toLowerCase());

test("a change of the board needs someone responsible, and does something", () => {
  const nothing = { arrivals: [], leavers: [], gone: [], leaveOn: undefined };
  assert.equal(handoverFault(nothing, []), "nothing");
  const paul = { name: "Paul", email: "p@c.example", title: null };
  const reader = { ...nothing, arrivals: [{ ...paul, role: "reader" as const }] };
  assert.equal(handoverFault(reader, []), "no_owner");
  const owner = { ...nothing, arrivals: [{ ...paul, role: "owner" as const }] };
  assert.equal(handoverFault(owner, []), undefined);
  const [added] = contactsAfter(owner, [], () => "new");
  assert.deepEqual([added?.now?.email, added?.now?.emailPublic], ["p@c.example", false]);
});

test("what is missing is said by its field, and what was typed stays", async () => {
  const empty = await club.site.post(`${path()}/verification`, {}, president);
  assert.equal(empty.status, 422);
  assert.match(empty.html, /Dites au moins qui arrive/);
  const typed = { ...someone(3, "pas une adresse"), when: "date", day: "2020-01-01" };
  const wrong = await club.site.post(`${path()}/verification`, typed, president);
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /<details open/);
  assert.match(wrong.html, /value="pas une adresse"/);
  assert.match(wrong.html, /Cette date est passée/);
  const locked = { [`access-${jeanne()}`]: "leaves" };
  const nobody = await club.site.post(`${path()}/faite`, locked, president);
  assert.equal(nobody.status, 422);
  assert.match(nobody.html, /au moins une personne responsable/);
  const twice = { ...someone(1, "a@c.example"), ...someone(2, "a@c.example") };
  assert.match(
    (await club.site.post(`${path()}/verification`, twice, president)).html,
    /déjà celui/,
  );
  assert.equal((await club.people()).length, 1);
});

test("everything is shown before it is done, then done as one event; those who leave stay until someone new is there", async () => {
  const odette = (await club.registry.known(club.id)).contacts[0]?.id ?? "";
  const typed = {
    ...someone(1, "nadia@c.example"),
    ...someone(2, "ali@c.example", "editor"),
    [`access-${jeanne()}`]: "leaves",
    gone: odette,
    when: "accepted",
  };
  const check = await club.site.post(`${path()}/verification`, typed, president);
  assert.equal(check.status, 200);
  assert.match(check.html, /Contacts retirés[\s\S]*Odette Pont/);
  assert.equal(hidden(check.html, "email1"), "nadia@c.example");
  assert.deepEqual(await contacts(), ["odette@pont.example"], "nothing is written yet");
  const back = await club.site.post(path(), typed, president);
  assert.match(back.html, /value="nadia@c\.example"/);
  assert.equal((await club.site.post(`${path()}/faite`, typed, president)).status, 303);
  assert.deepEqual((await contacts()).toSorted(), ["ali@c.example", "nadia@c.example"]);
  assert.equal((await club.roles())["president@valbrume.example"], "owner", "nobody is locked out");
  assert.match((await club.site.get(path(), president)).html, /gardent leur accès/);
  await club.enters("ali@c.example", "Ali Ben");
  assert.equal((await club.people()).length, 2, "an editor is not enough");
  await club.enters("nadia@c.example", "Nadia Ferrand");
  const roles = await club.roles();
  assert.deepEqual(roles, { "nadia@c.example": "owner", "ali@c.example": "editor" });
  const lines = await club.registry.lines(club.id);
  assert.equal(lines.filter(({ action }) => action === "association.handed_over").length, 1);
});

test("handovers are counted with who and when", async () => {
  const rows = await club.here((tx) => handoversBetween(tx, "2026-09-15", "2026-09-15"));
  assert.deepEqual(
    rows.map(({ association, by, byName }) => [association, by, byName]),
    [["Chorale du Pont", "association", "Jeanne Présidente"]],
  );
  assert.deepEqual(await club.here((tx) => handoversBetween(tx, "2026-09-16", "2026-12-31")), []);
  const season = await club.site.get("/gestion/passations", referent);
  assert.match(season.html, /1 changement de bureau.*Chorale du Pont.*Jeanne Présidente/s);
  const before = await club.site.get("/gestion/passations?saison=2025-09-01", referent);
  assert.match(before.html, /Aucun changement de bureau/);
});

test("an agent undoes it: those who left are back, those who came go, contacts are what they were", async () => {
  const desk = `${club.desk}/passation`;
  const undo = /(\/gestion[^"]+\/annulation)"/.exec(
    (await club.site.get(desk, referent)).html,
  )?.[1];
  assert.ok(undo);
  const editor = undo.replace(club.desk, club.space);
  assert.equal((await club.site.post(editor, {}, club.as("ali@c.example"))).status, 404);
  assert.equal((await club.site.post(undo, {}, { as: "elected" })).status, 403);
  const done = await club.site.post(undo, {}, referent);
  assert.match(done.location ?? "", /space\.undone$/);
  assert.deepEqual(await club.roles(), { "president@valbrume.example": "owner" });
  assert.deepEqual(await contacts(), ["odette@pont.example"]);
  const again = await club.site.post(undo, {}, referent);
  assert.equal(again.status, 422);
  assert.match(again.html, /déjà été annulé/);
  assert.deepEqual(await club.here((tx) => handoversBetween(tx, "2026-01-01", "2026-12-31")), []);
});

test("at a date: the access ends that night, not before, and never when nobody else is responsible", async () => {
  const typed = {
    ...someone(1, "luc@c.example"),
    [`access-${jeanne()}`]: "leaves",
    when: "date",
    day: "2026-09-20",
  };
  assert.equal((await club.site.post(`${path()}/faite`, typed, president)).status, 303);
  const { periodic } = await import("../jobs.ts");
  const night = periodic(club.site.house).find(({ task }) => task === "settle_handovers");
  club.site.clock.set("2026-09-21T03:00:00Z");
  await night?.run(club.site.communeId);
  assert.equal((await club.people()).length, 1, "nobody else is there yet");
  await club.enters("luc@c.example", "Luc Neuf");
  assert.deepEqual(await club.roles(), { "luc@c.example": "owner" });
  club.site.clock.set("2026-11-01T09:00:00Z");
  const page = await club.site.get(path(), club.as("luc@c.example"));
  assert.doesNotMatch(page.html, /Annuler ce changement/, "thirty days have passed");
});

test("an agent starts a handover for an association; someone already there goes up at once", async () => {
  const desk = `${club.desk}/passation`;
  // Written at one instant, two handovers would have no order.
  club.site.clock.set("2026-11-02T09:00:00Z");
  const typed = someone(1, "vera@c.example", "reader");
  assert.equal((await club.site.post(`${desk}/faite`, typed, referent)).status, 303);
  await club.enters("vera@c.example", "Vera Lit");
  club.site.clock.set("2026-11-02T10:00:00Z");
  const up = someone(1, "vera@c.example", "owner");
  assert.equal((await club.site.post(`${desk}/faite`, up, referent)).status, 303);
  assert.equal((await club.roles())["vera@c.example"], "owner");
  const undo = /(\/gestion[^"]+\/annulation)"/.exec(
    (await club.site.get(desk, referent)).html,
  )?.[1];
  await club.site.post(undo ?? "", {}, referent);
  assert.equal((await club.roles())["vera@c.example"], "reader");
  assert.equal((await club.site.get(desk, { as: "equipment_manager" })).status, 403);
});

test("contacts changed since are left as they are, and said", async () => {
  const desk = `${club.desk}/passation`;
  club.site.clock.set("2026-11-03T09:00:00Z");
  const eva = someone(1, "eva@c.example");
  assert.equal((await club.site.post(`${desk}/faite`, eva, referent)).status, 303);
  await club.here((tx) =>
    tx
      .updateTable("association_contact")
      .set({ email: "eva.neuve@c.example" })
      .where("email", "=", "eva@c.example")
      .execute(),
  );
  const undo = /(\/gestion[^"]+\/annulation)"/.exec(
    (await club.site.get(desk, referent)).html,
  )?.[1];
  const done = await club.site.post(undo ?? "", {}, referent);
  assert.match(done.location ?? "", /undone_but_contacts/);
  assert.ok((await contacts()).includes("eva.neuve@c.example"));
  assert.equal((await club.site.get(await club.access("eva@c.example").catch(() => "/acces/x"))).status, 410); // prettier-ignore
});

test("of two who undo at once, the second finds it done", async () => {
  const desk = `${club.desk}/passation`;
  club.site.clock.set("2026-11-04T09:00:00Z");
  const zoe = someone(1, "zoe@c.example");
  assert.equal((await club.site.post(`${desk}/faite`, zoe, referent)).status, 303);
  const { html } = await club.site.get(desk, referent);
  const undo = /(\/gestion[^"]+\/annulation)"/.exec(html)?.[1] ?? "";
  const once = () => club.site.post(undo, { _key: crypto.randomUUID() }, referent);
  const answers = (await Promise.all([once(), once()])).map(({ status }) => status);
  assert.deepEqual(answers.toSorted(), [303, 422]);
});
