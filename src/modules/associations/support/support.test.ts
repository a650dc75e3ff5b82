import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { openClub } from "../members/club.testing.ts";
import { elsewhere, hidden, referent } from "../registry.testing.ts";
import { supportOf } from "./queries.ts";
import { whyNotSupport } from "./rules.ts";
import { forgetSupport, recordSupport, withdrawSupport } from "./write.ts";

let club: Awaited<ReturnType<typeof openClub>>;
before(async () => {
  club = await openClub();
});
after(() => club.site.close());

const loan = { kind: "loan", id: "00000000-0000-4000-8000-00000000aaaa" };
const handOver = () => ({
  associationId: club.id,
  kind: "hand_over" as const,
  day: "2026-09-10",
  source: loan,
  by: club.site.personId("equipment_manager"),
  at: club.site.clock.now(),
});
const lines = () => club.here((tx) => supportOf(tx, club.id));
const kept = async () => (await lines()).filter(({ removedAt }) => !removedAt);
const typed = (more: Record<string, string> = {}) => ({
  kind: "visit",
  day: "14/09/2026",
  doneBy: club.site.personId("front_desk"),
  note: "Vu le local.",
  ...more,
});

test("a day to come, somebody who is no agent, a password: each is refused with its reason", () => {
  const said = { day: "2026-09-15", note: null, doneBy: "a" };
  assert.equal(whyNotSupport(said, "2026-09-15", ["a"]), undefined);
  assert.equal(whyNotSupport({ ...said, day: "2026-09-16" }, "2026-09-15", ["a"]), "future");
  assert.equal(whyNotSupport({ ...said, day: "1999-12-31" }, "2026-09-15", ["a"]), "too_old");
  assert.equal(whyNotSupport(said, "2026-09-15", ["b"]), "nobody");
  const note = "Le mot de passe est Soleil";
  assert.equal(whyNotSupport({ ...said, note }, "2026-09-15", ["a"]), "secret");
  assert.equal(whyNotSupport({ ...said, note: "Diagnostic fait" }, "2026-09-15", ["a"]), undefined);
});

test("a room that supports writes it once, however many times it is sent, and takes it back", async () => {
  await club.here((tx) => recordSupport(tx, handOver()));
  await club.here((tx) => recordSupport(tx, handOver()));
  assert.deepEqual(
    (await kept()).map(({ kind, day, source, by }) => [kind, day, source, by]),
    [["hand_over", "2026-09-10", "loan", "Camille equipment_manager"]],
  );
  const told = () => club.registry.lines(club.id);
  const count = async () =>
    (await told()).filter(({ action }) => action === "association.supported").length;
  assert.equal(await count(), 1);
  const { by, at } = handOver();
  await club.here((tx) => withdrawSupport(tx, { source: loan, by, at }));
  assert.deepEqual(await kept(), []);
  await club.here((tx) => recordSupport(tx, handOver()));
  assert.equal((await kept()).length, 1);
  assert.equal(await count(), 2);
});

test("an agent notes a visit from the page of the association; the association reads it in its space", async () => {
  const page = await club.site.get(club.desk, referent);
  assert.match(page.html, /id="aide"/);
  assert.match(page.html, new RegExp(`href="${club.desk}/aide"`));
  const form = await club.site.get(`${club.desk}/aide`, referent);
  assert.deepEqual(await htmlFaults(form.html), []);
  assert.match(form.html, /value="2026-09-15"/);
  const noted = await club.site.post(`${club.desk}/aide`, typed(), referent);
  assert.equal(noted.status, 303, noted.html);
  const space = await club.site.get(`${club.space}/aide`, { as: "president" });
  assert.deepEqual(await htmlFaults(space.html), []);
  assert.match(space.html, /Visite[\s\S]*14 septembre 2026, par Camille front_desk[\s\S]*Vu le local/);
  assert.match((await club.site.get(club.space, { as: "president" })).html, /L’aide de la commune/);
  assert.match((await club.site.get(club.desk, referent)).html, /Visite, le 14 septembre 2026/);
  const history = await club.site.get(`${club.desk}/historique`, referent);
  assert.match(history.html, /Aide apportée[\s\S]*Visite, 14 septembre 2026/);
  assert.doesNotMatch(history.html, /Vu le local/);
  assert.match((await club.site.get(`${club.space}/donnees/fichier`, { as: "president" })).html, /Vu le local/);
}); // prettier-ignore

test("what is wrong is said by its field and what was typed stays", async () => {
  const before = (await kept()).length;
  for (const [more, field, words] of [
    [{ day: "" }, "day", /Écrivez le jour/],
    [{ day: "16/09/2026" }, "day", /pas encore venu/],
    [{ kind: "hand_over" }, "kind", /Choisissez la forme/],
    [{ doneBy: club.site.personId("president") }, "doneBy", /Choisissez une personne de la mairie/],
    [{ note: "Son mot de passe est Soleil" }, "note", /Retirez le mot de passe/],
  ] as const) {
    const answer = await club.site.post(`${club.desk}/aide`, typed(more), referent);
    assert.equal(answer.status, 422);
    assert.match(answer.html, words);
    assert.match(answer.html, new RegExp(`id="champ-${field}-erreur"`));
    if (field !== "note") assert.match(answer.html, /Vu le local\./);
  }
  assert.equal((await kept()).length, before);
});

test("it is corrected, removed, put back; two windows do not write over each other", async () => {
  const line = (await kept()).find(({ kind }) => kind === "visit");
  const path = `${club.desk}/aide/${line?.id}`;
  const { html } = await club.site.get(path, referent);
  assert.deepEqual(await htmlFaults(html), []);
  const revision = { _revision: hidden(html, "_revision") };
  const better = typed({ kind: "appointment", day: "2026-09-13", ...revision });
  assert.equal((await club.site.post(path, better, referent)).status, 303);
  const late = await club.site.post(path, typed(revision), referent);
  assert.equal(late.status, 422);
  assert.match(late.html, /a changé dans une autre fenêtre/);
  assert.deepEqual((await kept()).map(({ kind, day }) => [kind, day]), [["appointment", "2026-09-13"], ["hand_over", "2026-09-10"]]); // prettier-ignore
  const remove = () => club.site.post(`${path}/retrait`, {}, referent);
  assert.deepEqual([(await remove()).status, (await remove()).status], [303, 303]);
  assert.equal((await kept()).length, 1);
  assert.doesNotMatch((await club.site.get(`${club.space}/aide`, { as: "president" })).html, /Rendez-vous/); // prettier-ignore
  assert.match((await club.site.get(`${club.desk}/aide`, referent)).html, /Aides retirées/);
  assert.equal((await club.site.post(`${path}/remise`, {}, referent)).status, 303);
  assert.equal((await kept()).length, 2);
  const actions = (await club.registry.lines(club.id)).map(({ action }) => action);
  for (const [action, times] of [["corrected", 1], ["removed", 2], ["restored", 1]] as const)
    assert.equal(actions.filter((one) => one === `association.support_${action}`).length, times);
}); // prettier-ignore

test("what the site wrote is not corrected; removed, it is neither written again nor forgotten", async () => {
  const line = (await kept()).find(({ kind }) => kind === "hand_over");
  const path = `${club.desk}/aide/${line?.id}`;
  assert.equal((await club.site.get(path, referent)).status, 404);
  assert.equal((await club.site.post(path, typed({ _revision: "1" }), referent)).status, 404);
  assert.equal((await club.site.post(`${path}/retrait`, {}, referent)).status, 303);
  await club.here((tx) => forgetSupport(tx, new Date("2027-09-15")));
  await club.here((tx) => recordSupport(tx, handOver()));
  assert.deepEqual((await kept()).map(({ kind }) => kind), ["appointment"]); // prettier-ignore
});

test("those who only read read; nobody else enters, nor another commune", async () => {
  const path = `${club.desk}/aide`;
  const read = await club.site.get(path, { as: "elected" });
  assert.equal(read.status, 200);
  assert.doesNotMatch(read.html, /<form method="post" action="[^"]*aide/);
  for (const as of ["elected", "equipment_manager", "president"] as const)
    assert.equal((await club.site.post(path, typed(), { as })).status, 403, as);
  assert.equal((await club.site.get(path, { as: "president" })).status, 403);
  assert.equal((await club.site.get(path, elsewhere)).status, 404);
  assert.equal((await club.site.get(`${club.space}/aide`, referent)).status, 403);
});

test("all of a period is read, narrowed, and taken away for a spreadsheet", async () => {
  const path = "/gestion/aide";
  const days = "du=2026-09-01&au=2026-09-30";
  const { html } = await club.site.get(`${path}?${days}`, referent);
  assert.deepEqual(await htmlFaults(html), []);
  assert.match(html, /1 aide notée\./);
  assert.match(html, /Chorale du Pont/);
  const none = await club.site.get(`${path}?${days}&forme=visit`, referent);
  assert.match(none.html, /Aucune aide dans cette période/);
  const wrong = await club.site.get(`${path}?du=2026-10-01&au=2026-09-01`, referent);
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Le premier jour vient après le dernier/);
  const csv = await club.site.get(`${path}/export.csv?${days}`, { as: "elected" });
  assert.match(csv.html, /Chorale du Pont;Rendez-vous;2026-09-13;Camille front_desk;Vu le local\.;Un agent/);
  const xlsx = await club.site.get(`${path}/export.xlsx?${days}`, referent);
  assert.equal(new TextDecoder().decode(xlsx.bytes.slice(0, 2)), "PK");
  assert.equal((await club.site.get(`${path}/export.csv?du=hier&au=demain`, referent)).status, 404);
  assert.equal((await club.site.get(`${path}/export.csv`, { as: "president" })).status, 403);
}); // prettier-ignore
