import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { historyOf } from "../../journal/index.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { commitmentIds } from "./codes.ts";
import { since, standingRefusal, type Standing } from "./rules.ts";
import { commitmentUrls } from "./urls.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const standing = (state: Standing["state"], day: string): Standing => ({
  commitment: "1.1",
  state,
  owner: "Vie associative",
  evidence: "",
  notedAt: new Date(`${day}T10:00:00Z`),
});

test("a state holds since the first of the last rows that say it", () => {
  const history = [
    standing("in_place", "2026-09-03"),
    standing("in_place", "2026-09-02"),
    standing("paused", "2026-09-01"),
    standing("in_place", "2026-08-01"),
  ];
  assert.equal(since(history)?.toISOString().slice(0, 10), "2026-09-02");
  assert.equal(since([]), undefined);
});

test("a commitment is kept only with something that shows it, and the same words again are no news", () => {
  const said = { state: "in_place" as const, owner: "X", evidence: "" };
  assert.equal(standingRefusal(said, undefined), "evidence_missing");
  assert.equal(
    standingRefusal(standing("paused", "2026-09-01"), standing("paused", "2026-08-01")),
    "unchanged",
  );
});

test("the 21 commitments and each page are public, valid, and told in two languages", async () => {
  const { html } = await site.get(commitmentUrls.all);
  for (const id of commitmentIds) assert.match(html, new RegExp(`href="/engagements/${id}"`));
  assert.deepEqual(await htmlFaults(html), []);
  const one = await site.get(`/en${commitmentUrls.one("2.2")}`);
  assert.equal(one.status, 200);
  assert.deepEqual(await htmlFaults(one.html), []);
  assert.equal((await site.get(commitmentUrls.one("8.1"))).status, 404);
});

test("the référent notes a state; the public page shows it with its history", async () => {
  const path = commitmentUrls.edit("2.2");
  const note = (fields: Record<string, string>) => site.post(path, fields, { as: "referent" });
  const said = {
    state: "preparing",
    owner: "Nadège Pruvost",
    evidence: "Un annuaire est en test.",
  };
  assert.equal((await note(said)).status, 303);
  site.clock.set("2026-09-20T09:00:00Z");
  const unproved = await note({ ...said, state: "in_place", evidence: "" });
  assert.equal(unproved.status, 422);
  assert.match(unproved.html, /écrivez ce qui le prouve/);
  const kept = {
    ...said,
    state: "in_place",
    evidence: "https://valbrume.example/annuaire ouvert.",
  };
  assert.equal((await note(kept)).status, 303);
  const { html } = await site.get(commitmentUrls.one("2.2"));
  assert.match(html, /Tenu/);
  assert.match(html, /Depuis le 20 septembre 2026/);
  assert.match(html, /15 septembre 2026/);
  assert.match(html, /href="https:\/\/valbrume\.example\/annuaire"/);
  const lines = await site.database.read(site.communeId, (tx) =>
    historyOf(tx, "commitment", "2.2"),
  );
  assert.equal(lines.length, 2);
  assert.doesNotMatch(JSON.stringify(lines.map(({ change }) => change)), /Pruvost/);
  assert.match(JSON.stringify(lines.map(({ personal }) => personal)), /Pruvost/);
});

test("saying the same again writes no row", async () => {
  const said = { state: "paused", owner: "Vie associative", evidence: "" };
  await site.post(commitmentUrls.edit("4.1"), said, { as: "administrator" });
  await site.post(commitmentUrls.edit("4.1"), said, { as: "administrator" });
  const rows = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("commitment_state").select("state").where("commitment", "=", "4.1").execute(),
  );
  assert.equal(rows.length, 1);
});

test("elected officials read and do not write; a refused form keeps what was typed", async () => {
  const desk = await site.get(commitmentUrls.desk, { as: "elected" });
  assert.equal(desk.status, 200);
  assert.doesNotMatch(desk.html, /gestion\/engagements\/1\.1/);
  assert.equal((await site.get(commitmentUrls.edit("1.1"), { as: "elected" })).status, 403);
  const wrong = await site.post(
    commitmentUrls.edit("1.1"),
    { state: "fini", owner: "", evidence: "Un prêt" },
    { as: "referent" },
  );
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Un prêt/);
  assert.match(wrong.html, /Choisissez où en est/);
  assert.deepEqual(await htmlFaults(wrong.html), []);
});

test("what a commune notes is not seen by another", async () => {
  const { html } = await site.get(commitmentUrls.one("2.2"), { host: "autreville.test" });
  assert.doesNotMatch(html, /Pruvost/);
});
