import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { typedFrom } from "../../../platform/http/form.ts";
import { patternValues, readPattern } from "../form/reading.ts";
import { patternWords } from "../words.ts";
import { expandSome } from "./expanding.ts";
import { occurrencesBetween, seriesById } from "./queries.ts";
import type { Pattern } from "./rules.ts";
import {
  addSeries,
  cancelOccurrence,
  changeSeries,
  endSeries,
  moveOccurrence,
  restoreOccurrence,
} from "./write.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const when = () => ({
  actor: { kind: "system" } as const,
  at: site.clock.now(),
  today: "2026-09-15",
});
const wednesdays: Pattern = {
  firstDay: "2026-09-16",
  lastDay: "2027-06-30",
  startMinute: 18 * 60,
  durationMinutes: 90,
  repeat: { kind: "weekly", every: 1, days: [3] },
  skipPublicHolidays: true,
  skipSchoolHolidays: true,
};
const write = <T>(work: Parameters<typeof site.database.write<T>>[1]) =>
  site.database.write(site.communeId, work);
const days = (id: string, to = "2028-12-31") =>
  write(async (tx) => (await occurrencesBetween(tx, [id], "2026-01-01", to)).map(({ day }) => day));

test("each date is a row, days off left out, in the commune's zone", async () => {
  const id = await write((tx) => addSeries(tx, wednesdays, when()));
  const all = await days(id);
  assert.deepEqual(all.slice(0, 6), [
    "2026-09-16",
    "2026-09-23",
    "2026-09-30",
    "2026-10-07",
    "2026-10-14",
    // Autumn holidays, from 17 October to 1 November.
    "2026-11-04",
  ]);
  assert.ok(!all.includes("2026-11-11"), "Armistice");
  assert.equal(all.at(-1), "2027-06-30");
});

test("a date is cancelled with a word, moved, given back; one gone by stays as it was", async () => {
  const id = await write((tx) => addSeries(tx, wednesdays, when()));
  const [first, second] = await write((tx) =>
    occurrencesBetween(tx, [id], "2026-09-01", "2026-10-01"),
  );
  assert.ok(first && second);
  const cancelled = await write((tx) =>
    cancelOccurrence(tx, first.id, "La salle est en travaux.", when()),
  );
  assert.ok(
    "done" in cancelled && cancelled.done.state === "cancelled" && cancelled.done.sequence === 1,
  );
  const to = { day: "2026-09-24", startMinute: 20 * 60, durationMinutes: 60 };
  const moved = await write((tx) => moveOccurrence(tx, second.id, to, null, when()));
  assert.ok("done" in moved);
  assert.equal(moved.done.startsAt.toISOString(), "2026-09-24T18:00:00.000Z");
  assert.equal(moved.done.originalDay, "2026-09-23");
  const back = await write((tx) => restoreOccurrence(tx, second.id, when()));
  assert.ok("done" in back && back.done.day === "2026-09-23" && back.done.state === "planned");
  const late = { ...when(), at: new Date("2026-12-01T12:00:00Z") };
  assert.deepEqual(await write((tx) => cancelOccurrence(tx, second.id, null, late)), {
    refused: "past",
  });
  assert.deepEqual(
    await write((tx) => cancelOccurrence(tx, "00000000-0000-4000-8000-000000000000", null, when())),
    { refused: "gone" },
  );
});

test("all of a series, or this date and those after, take another hour; what a person said of a date stays", async () => {
  const id = await write((tx) => addSeries(tx, wednesdays, when()));
  const [kept] = await write((tx) => occurrencesBetween(tx, [id], "2026-10-07", "2026-10-07"));
  assert.ok(kept);
  await write((tx) => cancelOccurrence(tx, kept.id, "Assemblée générale", when()));
  await write((tx) => changeSeries(tx, id, "all", { ...wednesdays, startMinute: 19 * 60 }, when()));
  const after = await write((tx) => occurrencesBetween(tx, [id], "2026-09-16", "2026-10-07"));
  assert.deepEqual(
    after.map(({ startMinute, state }) => [startMinute, state]),
    [
      [1140, "planned"],
      [1140, "planned"],
      [1140, "planned"],
      [1080, "cancelled"],
    ],
  );
  const thursdays: Pattern = { ...wednesdays, repeat: { kind: "weekly", every: 1, days: [4] } };
  const next = await write((tx) => changeSeries(tx, id, { from: "2027-01-06" }, thursdays, when()));
  assert.notEqual(next, id);
  assert.equal((await write((tx) => seriesById(tx, next)))?.followsId, id);
  assert.equal((await days(id)).at(-1), "2026-12-16");
  assert.equal((await days(next))[0], "2027-01-07");
});

test("a series that ends loses what was to come, and nothing of what took place", async () => {
  const id = await write((tx) => addSeries(tx, wednesdays, when()));
  await write((tx) => endSeries(tx, id, "2026-09-30", when()));
  assert.deepEqual(await days(id), ["2026-09-16", "2026-09-23", "2026-09-30"]);
});

test("every date of the eighteen months ahead is a row, two nights at once write each of them once", async () => {
  const open: Pattern = {
    ...wednesdays,
    lastDay: null,
    skipSchoolHolidays: false,
    skipPublicHolidays: false,
  };
  const id = await write((tx) => addSeries(tx, open, when()));
  const before = await days(id, "2029-12-31");
  assert.ok((before.at(-1) ?? "") >= "2028-03-08");
  const later = new Date("2027-03-02T02:00:00Z");
  await Promise.all([1, 2].map(() => write((tx) => expandSome(tx, "2027-03-02", later))));
  const all = await days(id, "2029-12-31");
  assert.equal(new Set(all).size, all.length);
  assert.ok((all.at(-1) ?? "") >= "2028-09-01");
  assert.deepEqual(all.slice(0, before.length), before);
  assert.equal(await write((tx) => expandSome(tx, "2027-03-03", later)), 0);
});

test("another commune sees none of it", async () => {
  const id = await write((tx) => addSeries(tx, wednesdays, when()));
  const seen = await site.database.read(site.otherCommuneId, (tx) =>
    occurrencesBetween(tx, [id], "2026-01-01", "2028-01-01"),
  );
  assert.deepEqual(seen, []);
});

test("what is said in the form comes back in the form and in a sentence", () => {
  const t = site.house.words("fr");
  const read = readPattern(t, typedFrom(patternValues(wednesdays)));
  assert.deepEqual(read, { pattern: wednesdays });
  const plain = (pattern: Pattern, lang = "fr") =>
    patternWords(site.house.words(lang as "fr"), lang, pattern).replaceAll(/\s/g, " ");
  assert.equal(
    plain(wednesdays),
    "Tous les mercredis de 18 h à 19 h 30, sauf vacances scolaires et jours fériés",
  );
  assert.equal(
    plain({
      ...wednesdays,
      repeat: { kind: "weekly", every: 2, days: [2, 4] },
      skipPublicHolidays: false,
      skipSchoolHolidays: false,
    }),
    "Une semaine sur deux, le mardi et le jeudi de 18 h à 19 h 30",
  );
  assert.equal(
    plain(
      { ...wednesdays, repeat: { kind: "monthly", nth: -1, day: 6 }, skipSchoolHolidays: false },
      "en",
    ),
    "The last Saturday of the month from 18:00 to 19:30, except public holidays",
  );
  assert.equal(
    plain({ ...wednesdays, firstDay: "2026-11-01", repeat: { kind: "once" } }),
    "Le dimanche 1er novembre 2026 de 18 h à 19 h 30",
  );
});

test("a fault in the form has its sentence by its field", () => {
  const t = site.house.words("fr");
  const faults = (more: Record<string, string | readonly string[]>) => {
    const read = readPattern(t, typedFrom({ ...patternValues(wednesdays), ...more }));
    return "problems" in read ? read.problems.map(({ field }) => field) : [];
  };
  assert.deepEqual(faults({ repeat: "" }), ["repeat"]);
  assert.deepEqual(faults({ days: [] }), ["days"]);
  assert.deepEqual(faults({ repeat: "monthly", nth: "", nthDay: "" }), ["nth"]);
  assert.deepEqual(faults({ from: "25:00" }), ["from"]);
  assert.deepEqual(faults({ to: "18h00" }), ["to"]);
  assert.deepEqual(faults({ firstDay: "31/02/2027", lastDay: "" }), ["firstDay"]);
  assert.deepEqual(faults({ lastDay: "2026-01-01" }), ["lastDay"]);
  assert.deepEqual(faults({ from: "18h30", firstDay: "16/09/2026" }), []);
});
