import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { testStart } from "../../../testing/site.ts";
import { openClub } from "./club.testing.ts";
import { removeMember } from "./queries.ts";
import { mayDo, reviewDue, wider } from "./rules.ts";

let club: Awaited<ReturnType<typeof openClub>>;
const president = { as: "president" } as const;
const referent = { as: "referent" } as const;
before(async () => (club = await openClub()));
after(() => club.site.close());

const people = () => `${club.space}/personnes`;
const idOf = async (email: string) =>
  (await club.people()).find((one) => one.email === email)?.id ?? assert.fail(email);

test("a year after the last look, or once the month of the assembly is over, it is time to look again", () => {
  const known = { reviewedOn: "2026-02-10", assemblyMonth: null };
  assert.equal(reviewDue("2026-12-01", known), false);
  assert.equal(reviewDue("2027-02-11", known), true);
  const june = { ...known, assemblyMonth: 6 };
  assert.equal(reviewDue("2026-06-30", june), false);
  assert.equal(reviewDue("2026-07-01", june), true);
  assert.equal(reviewDue("2026-12-31", { ...known, assemblyMonth: 12 }), false);
  assert.equal(reviewDue("2027-01-01", { ...known, assemblyMonth: 12 }), true);
});

test("owners may everything, editors what they were given, readers nothing", () => {
  assert.ok(mayDo({ role: "owner" }, "people"));
  assert.ok(mayDo({ role: "editor", topics: ["listing"] }, "listing"));
  assert.ok(!mayDo({ role: "editor", topics: ["listing"] }, "documents"));
  assert.ok(!mayDo({ role: "reader", topics: ["listing"] }, "listing"));
  assert.ok(!mayDo(undefined, "listing"));
  assert.equal(wider("reader", "owner"), "owner");
});

test("someone responsible invites, sends again, cancels; twice the same address is refused", async () => {
  const invite = `${people()}/invitation`;
  const asked = { name: "Paul Roc", email: "paul@c.example", role: "editor", topics: "listing" };
  const wrong = await club.site.post(invite, { ...asked, topics: [] }, president);
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /au moins une chose/);
  assert.match(wrong.html, /value="paul@c\.example"/);
  assert.equal((await club.site.post(invite, asked, president)).status, 303);
  const twice = await club.site.post(invite, asked, president);
  assert.equal(twice.status, 422);
  assert.match(twice.html, /déjà invitée/);
  const first = await club.access("paul@c.example");
  const page = await club.site.get(people(), president);
  const again = /(\/espace[^"]+)\/renvoi"/.exec(page.html)?.[1] ?? "";
  assert.equal((await club.site.post(`${again}/renvoi`, {}, president)).status, 303);
  assert.equal((await club.site.get(first)).status, 410, "the earlier link opens nothing");
  const second = await club.access("paul@c.example");
  await club.site.post(`${again}/annulation`, {}, president);
  assert.equal((await club.site.get(second)).status, 410);
  assert.equal((await club.site.post(`${again}/renvoi`, {}, president)).status, 404);
  await club.joins("paul@c.example", "Paul Roc", "editor", ["listing"]);
  const member = await club.site.post(invite, asked, president);
  assert.match(member.html, /déjà un accès/);
});

test("an invitation ends after two weeks", async () => {
  const asked = { name: "Zoé", email: "tard@c.example", role: "reader" };
  await club.site.post(`${people()}/invitation`, asked, president);
  const path = await club.access("tard@c.example");
  club.site.clock.set("2026-09-30T09:00:00Z");
  assert.equal((await club.site.post(path, { name: "Zoé" })).status, 410);
  club.site.clock.set(testStart);
});

test("a reader reads, an editor edits what was given, and nobody else goes there", async () => {
  await club.joins("lit@c.example", "Luc Lit", "reader");
  await club.joins("gens@c.example", "Anne Gens", "editor", ["people"]);
  const [reads, edits, hosts] = ["lit@c.example", "paul@c.example", "gens@c.example"].map(club.as);
  const status = async (path: string, who: typeof reads) =>
    (await club.site.get(`${club.space}${path}`, who)).status;
  for (const who of [reads, edits, hosts]) {
    for (const path of ["", "/personnes", "/historique"])
      assert.equal(await status(path, who), 200);
    for (const path of ["/passation", "/donnees", "/donnees/fichier"])
      assert.equal(await status(path, who), 404);
  }
  assert.equal(await status("/page", edits), 200);
  assert.equal(await status("/page", reads), 404);
  assert.equal(await status("/page", hosts), 404);
  assert.equal(await status("/personnes/invitation", edits), 404);
  assert.equal(await status("/personnes/invitation", hosts), 200);
  const asked = { name: "Mia", email: "mia@c.example", role: "owner" };
  const invite = `${people()}/invitation`;
  assert.equal((await club.site.post(invite, asked, hosts)).status, 404, "only readers");
  assert.equal((await club.site.post(invite, { ...asked, role: "reader" }, hosts)).status, 303);
  const paul = await idOf("paul@c.example");
  const luc = await idOf("lit@c.example");
  for (const act of ["", "/retrait"]) {
    assert.equal((await club.site.post(`${people()}/${paul}${act}`, { role: "owner" }, hosts)).status, 404); // prettier-ignore
    assert.equal((await club.site.post(`${people()}/${luc}${act}`, { role: "owner" }, edits)).status, 404); // prettier-ignore
  }
  assert.equal((await club.site.get(people(), { as: "elected" })).status, 403);
  assert.doesNotMatch((await club.site.get(people(), reads)).html, /president@valbrume/);
});

test("a role changes, an access goes, the others are told; the last one responsible stays", async () => {
  const paul = await idOf("paul@c.example");
  const jeanne = await idOf("president@valbrume.example");
  assert.equal((await club.site.post(`${people()}/${paul}`, { role: "owner" }, president)).status, 303); // prettier-ignore
  const asPaul = club.as("paul@c.example");
  const told = (await club.mails("president@valbrume.example")).length;
  assert.equal((await club.site.post(`${people()}/${jeanne}`, { role: "reader" }, asPaul)).status, 303); // prettier-ignore
  assert.equal((await club.site.get(`${people()}/${paul}`, president)).status, 404);
  const own = await club.site.post(`${people()}/${paul}/retrait`, {}, asPaul);
  assert.equal(own.status, 404, "one leaves by another door");
  assert.equal((await club.mails("president@valbrume.example")).length, told);
  const desk = `${club.desk}/personnes`;
  const wrong = await club.site.post(`${desk}/${paul}`, { role: "editor", topics: "listing" }, referent); // prettier-ignore
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /dernière personne responsable/);
  assert.equal(
    (await club.site.post(`${desk}/${jeanne}`, { role: "owner" }, referent)).status,
    303,
  );
  const luc = await idOf("lit@c.example");
  assert.equal((await club.site.post(`${people()}/${luc}/retrait`, {}, asPaul)).status, 303);
  const mails = await club.mails("president@valbrume.example");
  assert.match(mails.map(({ text_body }) => text_body).join(), /Luc Lit n’a plus accès/);
  assert.equal((await club.site.get(club.space, club.as("lit@c.example"))).status, 403);
});

test("two people responsible who remove each other at once do not both succeed", async () => {
  const [paul, jeanne] = [await idOf("paul@c.example"), await idOf("president@valbrume.example")];
  const remove = (who: string, by: string) =>
    club.site.database.write(club.site.communeId, (tx) =>
      removeMember(tx, {
        associationId: club.id,
        personId: who,
        actor: { kind: "person", id: by },
        at: club.site.clock.now(),
      }),
    );
  const outcomes = await Promise.all([remove(paul, jeanne), remove(jeanne, paul)]);
  assert.equal(outcomes.filter((one) => "refused" in one).length, 1);
  assert.equal((await club.people()).filter(({ role }) => role === "owner").length, 1);
});

test("when the last one responsible leaves, an agent is told and gives the access back", async () => {
  const [last] = await club.people();
  assert.ok(last);
  const who = last.email.startsWith("paul") ? club.as("paul@c.example") : president;
  assert.match((await club.site.get(`${people()}/depart`, who)).html, /dernière personne/);
  const left = await club.site.post(`${people()}/depart`, {}, who);
  assert.match(left.location ?? "", /^\/espace\?/);
  const queue = await club.site.get("/gestion/demandes-de-fiche", referent);
  assert.match(queue.html, /Plus personne n’est responsable/);
  const desk = `${club.desk}/personnes`;
  assert.match((await club.site.get(desk, referent)).html, /Personne n’est responsable/);
  const asked = { name: "Nina Suite", email: "nina@c.example", role: "owner" };
  assert.equal((await club.site.post(`${desk}/invitation`, asked, referent)).status, 303);
  const waits = await club.site.get("/gestion/demandes-de-fiche", referent);
  assert.doesNotMatch(waits.html, /Plus personne/, "someone is on their way");
  await club.enters("nina@c.example", "Nina Suite");
  const nina = await idOf("nina@c.example");
  const erasing = "/gestion/reglages/effacement/fait";
  await club.site.post(erasing, { email: "nina@c.example" }, { as: "administrator" });
  assert.ok(!(await club.people()).some(({ id }) => id === nina));
  assert.match((await club.site.get("/gestion/demandes-de-fiche", referent)).html, /Plus personne/);
});

test("the yearly reminder goes to those responsible, once, and one button answers it", async () => {
  await club.site.post(`${club.desk}/personnes/invitation`, { name: "Eva", email: "eva@c.example", role: "owner" }, referent); // prettier-ignore
  await club.enters("eva@c.example", "Eva Neuve");
  club.site.clock.set("2027-12-07T09:00:00Z");
  const { periodic } = await import("../jobs.ts");
  const weekly = periodic(club.site.house).find(({ task }) => task === "remind_access_reviews");
  const letters = async () =>
    (await club.mails("eva@c.example")).filter(({ kind }) => kind === "access_review");
  for (let week = 0; week < 2; week++) await weekly?.run(club.site.communeId);
  assert.equal((await letters()).length, 1);
  const desk = `${club.desk}/personnes`;
  assert.match((await club.site.get(desk, referent)).html, /Qui a encore accès/);
  assert.equal((await club.site.post(`${desk}/relecture`, {}, referent)).status, 303);
  assert.doesNotMatch((await club.site.get(desk, referent)).html, /Qui a encore accès/);
  assert.equal((await club.site.post(`${desk}/relecture`, { month: "6" }, referent)).status, 303);
  club.site.clock.set(testStart);
});
