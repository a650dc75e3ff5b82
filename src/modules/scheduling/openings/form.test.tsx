import assert from "node:assert/strict";
import test from "node:test";
import { wordsOf } from "../../../app.ts";
import { typedFrom } from "../../../platform/http/form.ts";
import { exampleView } from "../../../testing/example-view.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { Form } from "../../../ui/form.tsx";
import { page } from "../../../ui/layout.tsx";
import { TimetableFields } from "./form/fields.tsx";
import { blankTimetable, timetableTyped } from "./form/opened.ts";
import { readTimetable } from "./form/reading.ts";
import { hoursTyped } from "./form/typed-hours.ts";
import { osmHours } from "./osm.ts";
import { OpeningHours } from "./pieces.tsx";
import { openState } from "./times.ts";
import type { Timetable } from "./timetable.ts";
import { stateWords, weekLines } from "./words.ts";

const today = "2026-11-25";
const week = Object.fromEntries(["MO", "TU", "WE", "TH", "FR"].map((day) => [`week_${day}`, "9h-12h et 14h-18h30"])); // prettier-ignore
const base = { ...week, season: "same", public: "closed", commune_days: "on" };
const read = (more: Record<string, string> = {}) =>
  readTimetable(wordsOf("fr"), typedFrom({ ...base, ...more }));
const timetable = (more: Record<string, string> = {}): Timetable => {
  const outcome = read(more);
  assert.ok("value" in outcome, JSON.stringify(outcome));
  return outcome.value;
};
const faults = (more: Record<string, string>) => {
  const outcome = read(more);
  return "problems" in outcome ? outcome.problems.map(({ field, sentence }) => `${field} ${sentence}`.replace(/[\u00a0\u202f]/g, " ")) : []; // prettier-ignore
};
const plain = (words: string) => words.replace(/[\u00a0\u202f]/g, " ");

test("hours are read as people write them", () => {
  const same = { hours: [{ from: 540, until: 720 }, { from: 840, until: 1110 }] }; // prettier-ignore
  for (const text of ["9:00-12:00, 14:00-18:30", "9h-12h et 14h-18h30", "de 9 h à 12 h et de 14 h à 18 h 30", "14h – 18h30 ; 9 - midi"])
    assert.deepEqual(hoursTyped(text), same, text); // prettier-ignore
  assert.deepEqual(hoursTyped("20h-minuit"), { hours: [{ from: 1200, until: 1440 }] });
  assert.deepEqual(hoursTyped("0:00-24:00"), { hours: [{ from: 0, until: 1440 }] });
  for (const closed of ["", "  ", "Fermé"]) assert.deepEqual(hoursTyped(closed), { hours: [] });
  // What touches is one.
  assert.deepEqual(hoursTyped("9h-12h, 12h-14h"), { hours: [{ from: 540, until: 840 }] });
});

test("each fault stands by its field and says of which day", () => {
  assert.deepEqual(faults({ week_TU: "9h-25h" }), ["week_TU Mardi : « 25h » n’est pas une heure. Écrivez par exemple 18:30."]); // prettier-ignore
  assert.deepEqual(faults({ week_TU: "le matin" }), ["week_TU Mardi : écrivez les heures comme 9:00-12:00, 14:00-18:30."]); // prettier-ignore
  assert.deepEqual(faults({ week_SU: "18h-9h" }), ["week_SU Dimanche : la fin, 9h, doit venir après le début, 18h."]); // prettier-ignore
  assert.deepEqual(faults({ week_SU: "9h-12h, 11h-14h" }), ["week_SU Dimanche : deux horaires se chevauchent."]); // prettier-ignore
  assert.match(faults({ week_SU: "8h-9h,10h-11h,12h-13h,14h-15h" })[0] ?? "", /trois horaires au plus/); // prettier-ignore
  assert.match(faults({ season: "" })[0] ?? "", /^season /);
  assert.match(faults({ public: "" })[0] ?? "", /^public /);
  assert.match(faults({ season: "other" })[0] ?? "", /^school_MO /);
  assert.match(faults({ season: "other", school_WE: "10-9" })[0] ?? "", /^school_WE Mercredi, pendant les vacances : la fin/); // prettier-ignore
  assert.match(faults({ period_first: "bientôt" })[0] ?? "", /^period_first /);
  assert.match(faults({ period_first: "2027-09-01", period_last: "2027-06-30" })[0] ?? "", /^period_last /); // prettier-ignore
  const summer = { other_first: "2027-07-01", other_last: "2027-08-31" };
  assert.match(faults({ other_TU: "9h-12h" })[0] ?? "", /^other_first /);
  assert.match(faults({ ...summer, other_last: "", other_TU: "9h-12h" })[0] ?? "", /^other_last Écrivez le dernier jour, par exemple 31/); // prettier-ignore
  assert.match(faults({ ...summer, other_last: "2027-06-30", other_TU: "9h-12h" })[0] ?? "", /^other_last /); // prettier-ignore
  assert.match(faults(summer)[0] ?? "", /^other_MO /);
  assert.match(faults({ ...summer, other_TU: "12h-9h" })[0] ?? "", /^other_TU Mardi, pendant cette période : la fin/); // prettier-ignore
  assert.match(faults({ exception_first_1: "32/12/2026" })[0] ?? "", /^exception_first_1 /);
  assert.match(faults({ exception_first_2: "2026-12-24", exception_last_2: "2026-12-20" })[0] ?? "", /^exception_last_2 /); // prettier-ignore
  assert.match(faults({ exception_first_1: "2026-12-24", exception_hours_1: "10" })[0] ?? "", /Changement 1/); // prettier-ignore
});

test("a form opened on opening hours and sent back says the same; what is over goes", () => {
  const blank = blankTimetable();
  assert.deepEqual(readTimetable(wordsOf("fr"), typedFrom(timetableTyped(blank, today))), { value: blank }); // prettier-ignore
  for (const more of [
    {},
    { season: "off", public: "open", commune_days: "" },
    { season: "other", school_WE: "10h-12h", weeks_TH: "-1", weeks_FR: "even" },
    { period_first: "2026-09-01", period_last: "2027-06-30" },
    { period_first: "2026-09-01", other_first: "2027-07-01", other_last: "31/08/2027", other_TU: "9h-12h" },
    { exception_first_1: "24/12/2026", exception_hours_1: "9h-12h, 14h-16h", exception_words_1: "Veille de Noël", exception_first_2: "2026-12-26", exception_last_2: "2027-01-03" },
  ] as Record<string, string>[]) {
    const value = timetable(more);
    const again = readTimetable(wordsOf("fr"), typedFrom(timetableTyped(value, today)));
    assert.deepEqual(again, { value });
  } // prettier-ignore
  const summer = timetable({ other_first: "2026-07-01", other_last: "2026-08-31", other_TU: "9h-12h" }); // prettier-ignore
  assert.equal(timetableTyped(summer, today)["other_TU"], "");
  const past = timetable({ exception_first_1: "2026-11-02" });
  const kept = readTimetable(wordsOf("fr"), typedFrom(timetableTyped(past, today)));
  assert.ok("value" in kept && kept.value.exceptions.length === 0);
});

const linesIn = (lang: "fr" | "en", more: Record<string, string>) =>
    weekLines(wordsOf(lang), lang, timetable(more).rules).map(({ days, hours }) => plain(`${days}: ${hours}`)); // prettier-ignore

test("the week is said as people say it", () => {
  assert.deepEqual(linesIn("fr", { week_WE: "", week_SA: "10h-midi" }), [
    "lundi, mardi, jeudi et vendredi: de 9 h à midi et de 14 h à 18 h 30",
    "samedi: de 10 h à midi",
  ]);
  assert.deepEqual(linesIn("fr", { weeks_TU: "1", weeks_FR: "even" }), [
    "lundi, mercredi et jeudi: de 9 h à midi et de 14 h à 18 h 30",
    "le premier mardi du mois: de 9 h à midi et de 14 h à 18 h 30",
    "vendredi des semaines paires: de 9 h à midi et de 14 h à 18 h 30",
  ]);
  assert.deepEqual(linesIn("en", {}), ["Monday to Friday: from 9 am to noon and from 2 pm to 6:30 pm"]); // prettier-ignore
  assert.match(linesIn("fr", { period_first: "2026-09-01" })[0] ?? "", /^du lundi au vendredi \(à partir du 1er septembre 2026\)/); // prettier-ignore
});

test("whether it is open is one short sentence", () => {
  const nothing = { publicDays: new Set<string>(), closedDays: new Set<string>(), schoolDays: new Set<string>() }; // prettier-ignore
  const said = (lang: "fr" | "en", at: string, table = timetable()) => {
    const now = new Date(at);
    return plain(stateWords(wordsOf(lang), lang, table.zone, openState(table, now, nothing), now));
  };
  assert.equal(said("fr", "2026-11-25T15:00:00Z"), "Ouvert jusqu’à 18 h 30");
  assert.equal(said("fr", "2026-11-25T17:10:00Z"), "Ferme bientôt, à 18 h 30");
  assert.equal(said("fr", "2026-11-25T11:30:00Z"), "Fermé, ouvre à 14 h");
  assert.equal(said("fr", "2026-11-25T20:00:00Z"), "Fermé, ouvre demain à 9 h");
  assert.equal(said("fr", "2026-11-27T20:00:00Z"), "Fermé, ouvre lundi à 9 h");
  assert.equal(said("fr", "2026-11-27T20:00:00Z", timetable({ exception_first_1: "2026-11-28", exception_last_1: "2026-12-31" })), "Fermé, ouvre le 1er janvier 2027 à 9 h"); // prettier-ignore
  assert.equal(said("en", "2026-11-25T15:00:00Z"), "Open until 6:30 pm");
  assert.equal(said("fr", "2026-11-25T15:00:00Z", timetable(Object.fromEntries(Object.keys(week).map((day) => [day, ""])))), "Fermé pour le moment"); // prettier-ignore
});

for (const lang of ["fr", "en"] as const)
  test(`the fields and the hours are valid pages, and keep what was typed (${lang})`, async () => {
    const view = exampleView({ lang });
    const more = { week_TU: "le matin", season: "other", school_WE: "10h-12h", exception_first_1: "2026-12-24", other_first: "2027-07-01", other_last: "2027-08-31", other_TU: "10h-12h" }; // prettier-ignore
    const typed = { ...base, ...more };
    const form = { values: typed, errors: Object.fromEntries(faults(more).map((one) => [one.split(" ")[0] ?? "", one])) }; // prettier-ignore
    const shown = timetable({ ...more, week_TU: "" });
    const html = page(
      view,
      { title: "Horaires" },
      <>
        <h1>Horaires</h1>
        <OpeningHours view={view} timetable={shown} today={today} />
        <Form view={view} form={form} action="/x">
          <TimetableFields view={view} form={form} />
        </Form>
      </>,
    );
    assert.deepEqual(await htmlFaults(html), []);
    assert.match(html, /href="#champ-week_TU"/);
    assert.match(html, /value="le matin"/);
    assert.match(plain(html), lang === "fr" ? /Le jeudi 24 décembre 2026 : fermé/ : /Thursday.*: closed/); // prettier-ignore
    assert.equal(osmHours(shown), "Mo,We-Fr 09:00-12:00,14:00-18:30; SH Mo,Th,Fr off; SH We 10:00-12:00; 2027 Jul 01-2027 Aug 31 Mo,We-Fr off; 2027 Jul 01-2027 Aug 31 Tu 10:00-12:00; PH off; 2026 Dec 24 off"); // prettier-ignore
    assert.match(plain(html), lang === "fr" ? /Du 1er juillet 2027 au 31 août 2027/ : /July 1, 2027|1 July 2027/); // prettier-ignore
  });
