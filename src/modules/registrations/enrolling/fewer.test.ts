import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { plain, president as as } from "../../activities/programme.testing.ts";
import { jeanne, openEnrolment, type Enrolment } from "../registrations.testing.ts";

let here: Enrolment;
let own: string;
before(async () => {
  here = await openEnrolment({ capacity: "3" });
  own = await path({ ...jeanne, "name-2": "Paul Roc", "name-3": "Lina Roc" });
});
after(() => here.site.close());

const path = async (fields: Record<string, string>) =>
  (await here.enrol(fields)).split("?")[0] ?? "";
const named = async (at: number) =>
  (await here.registrations())[at]?.people.map(({ name }) => name);
const typed = (lines: number, names: readonly string[], leaves: readonly number[] = []) => ({
  ...Object.fromEntries(names.map((name, at) => [`name-${at + 1}`, name])),
  ...Object.fromEntries(leaves.map((rank) => [`leaves-${rank}`, "on"])),
  lines: String(lines),
  phone: "",
  email: jeanne.email,
});
const all = ["Jeanne Roc", "Paul Roc", "Lina Roc"];

test("one of three does not come: one seat is given back, offered to who waits, and the others keep theirs", async () => {
  const { site } = here;
  const page = await site.get(`${own}/correction`);
  assert.deepEqual(await htmlFaults(page.html), []);
  assert.match(plain(page.html), /Paul Roc ne viendra pas/);
  await path({ "name-1": "Ali Sy", phone: "", email: "ali@courriel.example", wait: "on" });
  assert.equal((await site.post(`${own}/correction`, typed(3, all, [2]))).status, 303);
  assert.deepEqual(await named(0), ["Jeanne Roc", "Lina Roc"]);
  const [first, waiting] = await here.registrations();
  assert.deepEqual([first?.quantity, first?.state, waiting?.state], [2, "taken", "offered"]);
  assert.match(plain((await site.get(own)).html), /2 places sont réservées/);
});

test("a page opened before changes nothing, and nobody left is a cancellation", async () => {
  const { site } = here;
  const stale = await site.post(`${own}/correction`, typed(3, all, [2]));
  assert.equal(stale.status, 422);
  assert.match(plain(stale.html), /a changé entre-temps/);
  assert.deepEqual(await named(0), ["Jeanne Roc", "Lina Roc"]);
  const nobody = await site.post(`${own}/correction`, typed(2, ["Jeanne Roc", "Lina Roc"], [1, 2]));
  assert.equal(nobody.status, 422);
  assert.match(plain(nobody.html), /annulez l’inscription/);
  assert.deepEqual(await named(0), ["Jeanne Roc", "Lina Roc"]);
});

test("a correction refused for a name known already leaves nobody out", async () => {
  const { site } = here;
  const other = await path({ "name-1": "Mo Roc", "name-2": "Zoé Roc", phone: "", email: jeanne.email, wait: "on" }); // prettier-ignore
  const refused = await site.post(`${other}/correction`, typed(2, ["Lina Roc", "Zoé Roc"], [2]));
  assert.equal(refused.status, 422);
  assert.match(plain(refused.html), /déjà inscrite/);
  assert.deepEqual(await named(2), ["Mo Roc", "Zoé Roc"]);
});

test("on the phone, the association leaves one out: who waits for two keeps their place for one", async () => {
  const { site, roll } = here;
  const waiting = (await here.registrations())[2];
  const person = `${roll}/personnes/${waiting?.id}`;
  assert.match(plain((await site.get(person, { as })).html), /Ne vient plus/);
  const who = waiting?.people[1]?.id ?? "";
  for (let twice = 0; twice < 2; twice++)
    assert.equal((await site.post(`${person}/depart`, { who }, { as })).status, 303);
  assert.deepEqual(await named(2), ["Mo Roc"]);
  const [, , kept] = await here.registrations();
  assert.deepEqual([kept?.quantity, kept?.state, kept?.place], [1, "waiting", 1]);
  const last = await site.post(`${person}/depart`, { who: kept?.people[0]?.id ?? "" }, { as });
  assert.equal(last.status, 422);
});
