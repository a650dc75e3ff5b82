import assert from "node:assert/strict";
import test from "node:test";
import { easterOf, publicHolidaysBetween, publicHolidaysOf } from "./public.ts";
import { knowledge, whyNotClosed } from "./rules.ts";
import { schoolCalendar } from "./school-calendar.ts";
import { departmentOf, schoolZones, zoneNamed, zoneOfInsee } from "./territory.ts";
import { weekdayOf } from "../series/pattern.ts";

const days = (year: number, insee?: string) =>
  publicHolidaysOf(year, insee).map(({ day }) => day.slice(5));
const called = (year: number, insee: string, name: string) =>
  publicHolidaysOf(year, insee).find((one) => one.name === name)?.day;

test("Easter is where the calendar has it", () => {
  const known = [
    "1818-03-22",
    "1943-04-25",
    "2000-04-23",
    "2026-04-05",
    "2027-03-28",
    "2038-04-25",
  ];
  assert.deepEqual(
    known.map((day) => easterOf(Number(day.slice(0, 4)))),
    known,
  );
  for (let year = 1900; year < 2100; year++) assert.equal(weekdayOf(easterOf(year)), 6, `${year}`);
});

test("eleven days for the whole country, in order", () => {
  const all = "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25".split(" ");
  assert.deepEqual(days(2027, "49007"), all);
  assert.deepEqual(days(2027), all);
});

test("Moselle and Alsace have two more, overseas one", () => {
  for (const insee of ["57463", "67482", "68066"]) {
    assert.equal(called(2027, insee, "good_friday"), "2027-03-26");
    assert.equal(called(2027, insee, "saint_stephen"), "2027-12-26");
    assert.equal(days(2027, insee).length, 13);
  }
  const abolished = [["97105", "05-27"], ["97209", "05-22"], ["97302", "06-10"], ["97411", "12-20"], ["97611", "04-27"]]; // prettier-ignore
  for (const [insee = "", day = ""] of abolished)
    assert.equal(called(2026, insee, "abolition"), `2026-${day}`);
  assert.equal(called(2026, "2A004", "abolition"), undefined);
});

test("between two days, over New Year", () => {
  assert.deepEqual(
    publicHolidaysBetween("2026-12-25", "2027-01-01", "57463").map(({ day }) => day),
    ["2026-12-25", "2026-12-26", "2027-01-01"],
  );
});

test("every department has one zone, and only one", () => {
  const mainland = Array.from({ length: 95 }, (_, at) => String(at + 1).padStart(2, "0"))
    .filter((code) => code !== "20")
    .concat("2A", "2B", "971", "972", "973", "974", "976");
  for (const code of mainland) assert.ok(zoneOfInsee(`${code}001`), code);
  assert.deepEqual(["75056", "69123", "13055", "2a004", "97411"].map(zoneOfInsee), ["c", "a", "b", "corse", "reunion"]); // prettier-ignore
  assert.equal(zoneOfInsee(undefined), undefined);
  assert.equal(departmentOf("97411"), "974");
});

test("zones are read as files write them", () => {
  const written = { "Zone A": "a", b: "b", "ZONE C": "c", Corse: "corse", "La Réunion": "reunion", Réunion: "reunion", "Saint Pierre et Miquelon": "saint_pierre", "Saint-Pierre-et-Miquelon": "saint_pierre", "Nouvelle Calédonie": "caledonie", Polynésie: "polynesie", "Wallis et Futuna": "wallis" }; // prettier-ignore
  for (const [words, zone] of Object.entries(written)) assert.equal(zoneNamed(words), zone, words);
  for (const words of ["", "Zone D", "Paris", "Zone"])
    assert.equal(zoneNamed(words), undefined, words);
});

test("the dates of the site hold together: from a day off to a Sunday, in each zone, never over one another", () => {
  for (const zone of schoolZones.slice(0, 3)) {
    const own = schoolCalendar.filter((one) => one.zone === zone);
    assert.equal(own.length, 12);
    own.forEach((one, at) => {
      assert.ok(one.firstDay <= one.lastDay, one.name);
      assert.ok(at === 0 || (own[at - 1]?.lastDay ?? "") < one.firstDay, one.firstDay);
      if (!/été/.test(one.name)) assert.equal(weekdayOf(one.lastDay), 6, one.lastDay);
      assert.equal(weekdayOf(one.firstDay), /Ascension/.test(one.name) ? 3 : 5, one.firstDay);
    });
  }
});

test("the page says how far it knows", () => {
  const until = [{ lastDay: "2027-08-31" }, { lastDay: "2026-11-01" }];
  assert.deepEqual(knowledge("b", until, "2026-11-25"), { kind: "known", until: "2027-08-31" });
  assert.deepEqual(knowledge("b", until, "2027-06-01"), { kind: "soon", until: "2027-08-31" });
  assert.deepEqual(knowledge("b", until, "2027-09-01"), { kind: "over", until: "2027-08-31" });
  assert.deepEqual(knowledge("corse", [], "2026-11-25"), { kind: "no_dates" });
  assert.deepEqual(knowledge(undefined, [], "2026-11-25"), { kind: "no_zone" });
});

const why = (firstDay: string, lastDay: string, name = "Travaux") =>
  whyNotClosed({ firstDay, lastDay, name }, "2026-11-25")?.reason;

test("closed days are days, in order, to come, and have a reason", () => {
  assert.equal(why("2026-12-24", "2026-12-24"), undefined);
  assert.equal(why("", "2026-12-24"), "first");
  assert.equal(why("2026-12-24", ""), "last");
  assert.equal(why("2026-12-24", "2026-12-23"), "order");
  assert.equal(why("2026-10-01", "2026-10-02"), "past");
  assert.equal(why("2027-01-01", "2027-12-31"), "long");
  assert.equal(why("2026-12-24", "2026-12-24", ""), "name");
});
