import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { Tx } from "../../../platform/db/database.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { addSeries, changeSeries, endSeries, type Act } from "./change.ts";
import { expand, horizonOf } from "./expand.ts";
import { cancelOccurrence, moveOccurrence, restoreOccurrence } from "./one.ts";
import type { Pattern } from "./pattern.ts";
import { nextOccurrences, occurrencesBetween, seriesById, type Occurrence } from "./queries.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const write = <T>(work: (tx: Tx) => Promise<T>) => site.database.write(site.communeId, work);
const there = <T>(work: (tx: Tx) => Promise<T>) => site.database.write(site.otherCommuneId, work);
const by = (): Act => ({ actor: { kind: "system" }, at: site.clock.now() });
const wednesdays: Pattern = {
  rhythm: { kind: "weekly", every: 1, days: ["WE"] },
  firstDay: "2026-09-02",
  lastDay: null,
  startMinute: 18 * 60,
  durationMinutes: 90,
  zone: "Europe/Paris",
  skipPublicHolidays: false,
  skipSchoolHolidays: false,
};
const add = (more: Partial<Pattern> = {}) =>
  write((tx) => addSeries(tx, by(), { ...wednesdays, ...more }));
const between = (id: string, from: string, to: string) =>
  write((tx) => occurrencesBetween(tx, [id], from, to));
const days = async (id: string, from: string, to: string) =>
  (await between(id, from, to)).map(({ day }) => day);
const on = async (id: string, day: string): Promise<Occurrence> => {
  const [one] = await between(id, day, day);
  assert.ok(one, day);
  return one;
};
const clock = (at: Date) =>
  at.toLocaleTimeString("fr", { timeZone: "Europe/Paris", hour: "2-digit", minute: "2-digit" });

test("eighteen hours stays eighteen hours when the clocks change", async () => {
  const id = await add({ rhythm: { kind: "daily", every: 1 }, firstDay: "2026-10-20" });
  for (const [from, to, utc] of [
    ["2026-10-24", "2026-10-26", ["16:00", "17:00", "17:00"]],
    ["2027-03-27", "2027-03-29", ["17:00", "16:00", "16:00"]],
  ] as const) {
    const found = await between(id, from, to);
    assert.deepEqual(found.map(({ startsAt }) => clock(startsAt)), ["18:00", "18:00", "18:00"]); // prettier-ignore
    assert.deepEqual(found.map(({ endsAt }) => clock(endsAt)), ["19:30", "19:30", "19:30"]); // prettier-ignore
    assert.deepEqual(
      found.map(({ startsAt }) => startsAt.toISOString().slice(11, 16)),
      utc,
    );
  }
});

test("a ball until three ends at three by the clock, and nothing ends before it starts", async () => {
  const night = { rhythm: { kind: "once" } as const, startMinute: 22 * 60, durationMinutes: 300 };
  for (const day of ["2027-03-27", "2026-10-24"]) {
    const ball = await on(await add({ ...night, firstDay: day }), day);
    assert.deepEqual([clock(ball.startsAt), clock(ball.endsAt)], ["22:00", "03:00"]);
  }
  const skipped = { rhythm: { kind: "once" } as const, firstDay: "2027-03-28", startMinute: 150, durationMinutes: 40 }; // prettier-ignore
  const one = await on(await add(skipped), "2027-03-28");
  assert.ok(one.startsAt < one.endsAt);
});

test("rows go eighteen months ahead, over New Year and 29 February, and the night's work adds the day that came near", async () => {
  const id = await add({ rhythm: { kind: "daily", every: 1 }, firstDay: "2026-12-30" });
  assert.equal(horizonOf("2026-09-15"), "2028-03-15");
  assert.deepEqual(await days(id, "2026-12-30", "2027-01-02"), ["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"]); // prettier-ignore
  assert.deepEqual(await days(id, "2028-02-28", "2028-03-01"), ["2028-02-28", "2028-02-29", "2028-03-01"]); // prettier-ignore
  assert.deepEqual(await days(id, "2028-03-15", "2029-01-01"), ["2028-03-15"]);
  const tomorrow = new Date("2026-09-16T02:25:00Z");
  const done = await write((tx) => expand(tx, [id], tomorrow));
  assert.deepEqual([done.added, done.changed, done.removed], [1, 0, []]);
  assert.deepEqual(await days(id, "2028-03-15", "2029-01-01"), ["2028-03-15", "2028-03-16"]);
});

test("an event further than eighteen months has its row", async () => {
  const id = await add({ rhythm: { kind: "once" }, firstDay: "2029-05-19" });
  assert.deepEqual(await days(id, "2026-01-01", "2030-01-01"), ["2029-05-19"]);
});

test("expanding again does nothing, and two works at once add each day once", async () => {
  const id = await add();
  const later = new Date("2026-11-15T02:25:00Z");
  const both = await Promise.all([1, 2].map(() => write((tx) => expand(tx, [id], later))));
  const sizes = both.map(({ added }) => added).sort();
  assert.deepEqual(sizes, [0, 8], "the Wednesdays from 22 March to 10 May 2028");
  const again = await write((tx) => expand(tx, [id], later));
  assert.deepEqual(again, { added: 0, changed: 0, removed: [] });
  const all = await days(id, "2026-01-01", "2029-01-01");
  assert.equal(new Set(all).size, all.length);
});

test("this one alone: cancelled, moved, put back, each told in the history without its words", async () => {
  const id = await add();
  const { id: cancelled } = await on(id, "2026-10-07");
  const { id: moved } = await on(id, "2026-10-14");
  await write((tx) => cancelOccurrence(tx, by(), cancelled, "Zoé est malade."));
  const to = { day: "2026-10-16", startMinute: 600, durationMinutes: 60 };
  await write((tx) => moveOccurrence(tx, by(), moved, to, null));
  const [first, second] = await between(id, "2026-10-05", "2026-10-18");
  assert.deepEqual([first?.state, first?.notice, first?.sequence], ["cancelled", "Zoé est malade.", 1]); // prettier-ignore
  assert.deepEqual([second?.state, second?.day, second?.originalDay], ["moved", "2026-10-16", "2026-10-14"]); // prettier-ignore
  assert.equal(clock(second?.startsAt ?? new Date(0)), "10:00");
  await write((tx) => expand(tx, [id], site.clock.now()));
  assert.deepEqual(await between(id, "2026-10-05", "2026-10-18"), [first, second]);
  const back = await write((tx) => restoreOccurrence(tx, by(), moved));
  assert.ok("done" in back);
  assert.deepEqual([back.done.state, back.done.day, clock(back.done.startsAt), back.done.sequence], ["planned", "2026-10-14", "18:00", 2]); // prettier-ignore
  const told = await write((tx) =>
    tx
      .selectFrom("journal")
      .selectAll()
      .where("subject_kind", "=", "series")
      .where("subject_id", "=", id)
      .execute(),
  );
  assert.deepEqual(told.map(({ action }) => action).sort(), ["occurrence.cancelled", "occurrence.moved", "occurrence.restored", "series.added"]); // prettier-ignore
  assert.doesNotMatch(JSON.stringify(told), /Zoé/);
});

test("this one and those that follow: a new series takes them, with what was decided by hand", async () => {
  const id = await add();
  const kept = await on(id, "2026-11-04");
  const { id: cancelled } = await on(id, "2026-11-18");
  await write((tx) => cancelOccurrence(tx, by(), cancelled, null));
  const later = { ...wednesdays, startMinute: 19 * 60 };
  const next = await write((tx) => changeSeries(tx, by(), id, { from: "2026-11-04" }, later));
  assert.ok(next && next.id !== id);
  assert.deepEqual(next.removed, []);
  assert.equal((await write((tx) => seriesById(tx, next.id)))?.followsSeriesId, id);
  assert.equal((await write((tx) => seriesById(tx, id)))?.lastDay, "2026-11-03");
  assert.deepEqual(await days(id, "2026-10-20", "2027-01-01"), ["2026-10-21", "2026-10-28"]);
  const [one, , third] = await between(next.id, "2026-11-01", "2026-11-20");
  assert.deepEqual([one?.id, one && clock(one.startsAt), one?.sequence], [kept.id, "19:00", 1]);
  assert.deepEqual([third?.id, third?.state], [cancelled, "cancelled"]);
});

test("all: the days to come follow, the past and what was decided by hand stay, and what is no more is said", async () => {
  const id = await add();
  const { id: moved } = await on(id, "2026-10-07");
  const to = { day: "2026-10-08", startMinute: 600, durationMinutes: 60 };
  await write((tx) => moveOccurrence(tx, by(), moved, to, "Salle prise"));
  const thursdays: Pattern = { ...wednesdays, rhythm: { kind: "weekly", every: 1, days: ["TH"] } };
  const done = await write((tx) => changeSeries(tx, by(), id, "all", thursdays));
  assert.equal(done?.id, id);
  assert.ok(done?.removed.some(({ day }) => day === "2026-09-16"));
  assert.deepEqual(await days(id, "2026-09-01", "2026-09-25"), ["2026-09-02", "2026-09-09", "2026-09-17", "2026-09-24"]); // prettier-ignore
  const states = (await between(id, "2026-10-05", "2026-10-09")).map(({ state }) => state);
  assert.deepEqual(states.sort(), ["moved", "planned"]);
  assert.deepEqual(await write((tx) => changeSeries(tx, by(), id, "all", thursdays)), { id, added: 0, changed: 0, removed: [] }); // prettier-ignore
});

test("an end leaves what came before, cancels what was moved after it, and nothing can be put back there", async () => {
  const id = await add();
  const { id: moved } = await on(id, "2026-10-28");
  const to = { day: "2026-11-06", startMinute: 600, durationMinutes: 60 };
  await write((tx) => moveOccurrence(tx, by(), moved, to, null));
  await write((tx) => endSeries(tx, by(), id, "2026-10-21"));
  const left = await between(id, "2026-10-10", "2028-01-01");
  assert.deepEqual(left.map(({ day, state }) => [day, state]), [["2026-10-14", "planned"], ["2026-10-21", "planned"], ["2026-11-06", "cancelled"]]); // prettier-ignore
  assert.deepEqual(await write((tx) => restoreOccurrence(tx, by(), moved)), { refused: "not_in_series" }); // prettier-ignore
  const never = await add();
  await write((tx) => endSeries(tx, by(), never, "2026-01-01"));
  assert.deepEqual(await days(never, "2026-09-15", "2029-01-01"), []);
});

test("what comes next is what is not over, cancelled or not", async () => {
  const [id, other] = [await add(), await add({ startMinute: 480 })];
  const { id: cancelled } = await on(id, "2026-09-16");
  await write((tx) => cancelOccurrence(tx, by(), cancelled, null));
  const during = new Date("2026-09-16T17:00:00Z");
  const next = await write((tx) => nextOccurrences(tx, [id, other], during, 2));
  const told = (key: string) => next.get(key)?.map(({ day, state }) => `${day} ${state}`);
  assert.deepEqual(told(id), ["2026-09-16 cancelled", "2026-09-23 planned"]);
  assert.deepEqual(told(other), ["2026-09-23 planned", "2026-09-30 planned"]);
});

test("another commune sees and changes nothing of it", async () => {
  const id = await add();
  const { id: one } = await on(id, "2026-09-16");
  assert.deepEqual(await there((tx) => occurrencesBetween(tx, null, "2026-01-01", "2029-01-01")), []); // prettier-ignore
  assert.equal(await there((tx) => seriesById(tx, id)), undefined);
  assert.equal(await there((tx) => changeSeries(tx, by(), id, "all", wednesdays)), undefined);
  assert.equal(await there((tx) => endSeries(tx, by(), id, "2026-09-15")), undefined);
  assert.deepEqual(await there((tx) => cancelOccurrence(tx, by(), one, null)), { refused: "unknown" }); // prettier-ignore
  assert.deepEqual(await there((tx) => expand(tx, [id], site.clock.now())), { added: 0, changed: 0, removed: [] }); // prettier-ignore
  assert.equal((await on(id, "2026-09-16")).state, "planned");
});
