import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { openClub } from "../members/club.testing.ts";
import { elsewhere, list, referent } from "../registry.testing.ts";
import { designationHistory, designationsOf } from "./queries.ts";

let club: Awaited<ReturnType<typeof openClub>>;
before(async () => {
  club = await openClub();
  await club.registry.created("Pétanque");
});
after(() => club.site.close());

const path = () => `${club.desk}/designation`;
const typed = { choice: "employer-jobs", words: "Six salariés.", since: "01/09/2026" };
const inForce = async () =>
  (await club.here((tx) => designationsOf(tx, [club.id]))).get(club.id) ?? [];

test("the référent designates with a criterion and a reason; the association reads it, the public never", async () => {
  assert.match((await club.site.get(club.desk, referent)).html, /Non désignée/);
  const form = await club.site.get(path(), referent);
  assert.deepEqual(await htmlFaults(form.html), []);
  for (const [more, words] of [
    [{ choice: "employer-publics" }, /Choisissez pourquoi/],
    [{ since: "16/09/2026" }, /pas encore venu/],
    [{ since: "" }, /Écrivez le jour/],
  ] as const) {
    const wrong = await club.site.post(path(), { ...typed, ...more }, referent);
    assert.equal(wrong.status, 422);
    assert.match(wrong.html, words);
    assert.match(wrong.html, /Six salariés\./);
  }
  assert.equal((await club.site.post(path(), typed, referent)).status, 303);
  const twice = await club.site.post(path(), typed, referent);
  assert.equal(twice.status, 422);
  assert.match(twice.html, /déjà désignée comme employeuse/);
  const structuring = { ...typed, choice: "structuring-only_one", words: "" };
  assert.equal((await club.site.post(path(), structuring, referent)).status, 303);
  assert.deepEqual(
    (await inForce()).map(({ kind, criterion, since, by }) => [kind, criterion, since, by]),
    [
      ["employer", "jobs", "2026-09-01", "Camille referent"],
      ["structuring", "only_one", "2026-09-01", "Camille referent"],
    ],
  );
  assert.match((await club.site.get(club.desk, { as: "elected" })).html, /Association employeuse/);
  const space = await club.site.get(`${club.space}/aide`, { as: "president" });
  assert.deepEqual(await htmlFaults(space.html), []);
  assert.match(space.html, /désignée comme association employeuse[\s\S]*Six salariés\./);
  const shown = await club.site.get(`/associations/${club.slug}`);
  assert.doesNotMatch(shown.html, /mployeuse|tructurante|Six salariés/);
  const history = await club.site.get(`${club.desk}/historique`, referent);
  assert.match(history.html, /Désignée par la mairie/);
  assert.doesNotMatch(history.html, /Six salariés/);
});

test("the list is narrowed to those designated, and its file says so", async () => {
  const narrowed = async (word: string) =>
    (await club.site.get(`${list}?designation=${word}`, referent)).html;
  for (const word of ["employeuse", "structurante", "oui"]) {
    const html = await narrowed(word);
    assert.deepEqual(await htmlFaults(html), []);
    assert.match(html, /Chorale du Pont/);
    assert.doesNotMatch(html, /Pétanque/);
  }
  assert.match(await narrowed("autre"), /Pétanque/);
  const csv = await club.site.get(`${list}/export.csv`, referent);
  assert.match(csv.html, /Désignation/);
  assert.match(csv.html, /Employeuse, Structurante/);
});

test("it ends with its reason, is kept as ended, and may be made again", async () => {
  const [employer] = await inForce();
  const designation = employer?.id ?? "";
  const end = (reason: string) =>
    club.site.post(`${path()}/fin`, { designation, "reason-employer": reason }, referent);
  const wrong = await end("");
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Écrivez pourquoi elle prend fin/);
  assert.deepEqual(await htmlFaults(wrong.html), []);
  assert.equal((await end("Plus aucun salarié.")).status, 303);
  assert.equal((await end("Une seconde fois.")).status, 303);
  assert.deepEqual((await inForce()).map(({ kind }) => kind), ["structuring"]); // prettier-ignore
  const all = await club.here((tx) => designationHistory(tx, club.id));
  assert.deepEqual(
    all.map(({ endedOn, endReason }) => [endedOn, endReason]),
    [
      [null, null],
      ["2026-09-15", "Plus aucun salarié."],
    ],
  );
  assert.match((await club.site.get(path(), referent)).html, /Désignations terminées[\s\S]*Plus aucun salarié/);
  assert.equal((await club.site.post(path(), typed, referent)).status, 303);
  assert.equal((await inForce()).length, 2);
}); // prettier-ignore

test("others read, or do not enter", async () => {
  const read = await club.site.get(path(), { as: "elected" });
  assert.equal(read.status, 200);
  assert.doesNotMatch(read.html, /designation\/fin/);
  for (const as of ["elected", "communication", "front_desk", "president"] as const)
    assert.equal((await club.site.post(path(), typed, { as })).status, 403, as);
  assert.equal((await club.site.get(path(), elsewhere)).status, 404);
  const stranger = { designation: crypto.randomUUID(), "reason-employer": "x" };
  assert.equal((await club.site.post(`${path()}/fin`, stranger, referent)).status, 404);
});
