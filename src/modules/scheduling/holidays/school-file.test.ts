import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { readSchoolFile } from "./school-file.ts";
import { schoolCalendar } from "./school-calendar.ts";

const header = "Description;Population;Date de début;Date de fin;Académies;Zones;annee_scolaire";
const csv = (...lines: string[]) => [header, ...lines].join("\r\n");
const stretches = (file: string, zone?: "b") => {
  const read = readSchoolFile(file, zone);
  return "refused" in read
    ? read.refused
    : read.holidays.map((one) => `${one.zone} ${one.firstDay} ${one.lastDay} ${one.name}`);
};

test("the ministry's lines: midnight in Paris, one for each academy, teachers apart", () => {
  const file = csv(
    "Vacances de Noël;-;2026-12-18T23:00:00+00:00;2027-01-03T23:00:00+00:00;Nantes;Zone B;2026-2027",
    "Vacances de Noël;-;2026-12-18T23:00:00+00:00;2027-01-03T23:00:00+00:00;Rennes;Zone B;2026-2027",
    "Vacances de Noël;Enseignants;2026-12-20T23:00:00+00:00;2027-01-03T23:00:00+00:00;Lyon;Zone A;2026-2027",
    "Vacances d'Hiver;Élèves;2026-02-06T23:00:00Z;2026-02-22T23:00:00Z;Lyon;Zone A;2025-2026",
  );
  assert.deepEqual(stretches(file), [
    "a 2026-02-07 2026-02-22 Vacances d'Hiver",
    "b 2026-12-19 2027-01-03 Vacances de Noël",
  ]);
});

test("dates alone, commas, other names of columns: the same days", () => {
  const semicolons = csv("Vacances de Noël;;19/12/2026;04/01/2027;Nantes;Zone B;2026-2027");
  const commas =
    "description,population,start_date,end_date,location,zones,annee_scolaire\n" +
    'Vacances de Noël,-,2026-12-19,2027-01-04,"Nantes, Angers",Zone B,2026-2027';
  assert.deepEqual(stretches(semicolons), ["b 2026-12-19 2027-01-03 Vacances de Noël"]);
  assert.deepEqual(stretches(commas), stretches(semicolons));
  assert.deepEqual(stretches(`\uFEFF${semicolons}`), stretches(semicolons));
});

const of = (name: string, start: string, end: string) =>
  stretches(csv(`${name};-;${start};${end};Lyon;Zone A;x`));

test("who leaves in the evening still had class that day; the bridge and the summer end where they should", () => {
  assert.deepEqual(of("Vacances d'Hiver", "2026-02-06", "2026-02-23"), ["a 2026-02-07 2026-02-22 Vacances d'Hiver"]); // prettier-ignore
  for (const start of ["2026-05-13", "2026-05-14"])
    assert.deepEqual(of("Pont de l'Ascension", start, "2026-05-18"), ["a 2026-05-14 2026-05-17 Pont de l'Ascension"]); // prettier-ignore
  for (const end of ["2027-07-03", ""])
    assert.deepEqual(of("Début des Vacances d'Été", "2027-07-03", end), ["a 2027-07-03 2027-08-31 Vacances d'Été"]); // prettier-ignore
});

test("Corsica and overseas come from the file", () => {
  const file = csv(
    "Vacances de Noël;-;2026-12-19;2027-01-04;Corse;Corse;x",
    "Vacances de Noël;-;2026-12-18;2027-01-18;Réunion;Réunion;x",
    "Vacances de Noël;-;2026-12-18;2027-01-18;Ailleurs;Zone inconnue;x",
  );
  assert.deepEqual(stretches(file), [
    "corse 2026-12-19 2027-01-03 Vacances de Noël",
    "reunion 2026-12-19 2027-01-17 Vacances de Noël",
  ]);
});

const ics = (summary: string) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "DTSTART;VALUE=DATE:20261219", "DTEND;VALUE=DATE:20270104", `SUMMARY:${summary}`, "END:VEVENT", "END:VCALENDAR"].join("\r\n"); // prettier-ignore

test("an ICS names its zone, or is that of the commune", () => {
  const days = "2026-12-19 2027-01-03 Vacances de Noël";
  assert.deepEqual(stretches(ics("Vacances de Noël - Zone A")), [`a ${days}`]);
  assert.deepEqual(stretches(ics("Vacances de Noël"), "b"), [`b ${days}`]);
  assert.equal(stretches(ics("Vacances de Noël")), "zones");
});

test("each fault has its own reason", () => {
  assert.equal(stretches(" \n"), "empty");
  assert.equal(stretches('a;"b'), "unreadable");
  assert.equal(stretches("BEGIN:VCALENDAR\nrien"), "unreadable");
  assert.equal(stretches("Nom;Jour\nNoël;25"), "columns");
  assert.equal(stretches(csv("Noël;-;bientôt;2027-01-04;x;Zone B;x")), "dates");
  assert.equal(stretches(csv("Noël;-;2026-02-30;2027-01-04;x;Zone B;x")), "dates");
  assert.equal(stretches(csv("Noël;-;2026-01-10;2027-01-04;x;Zone B;x")), "dates");
  assert.equal(stretches(csv("Noël;-;2026-12-19;2027-01-04;x;Zone D;x")), "zones");
  assert.equal(stretches(header), "nothing");
});

const order = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();

test("the dates of the site, written as the ministry writes, are read as they are", () => {
  const lines = schoolCalendar.map(({ zone, firstDay, lastDay, name }) => {
    const back = new Date(Date.parse(lastDay) + 86_400_000).toISOString().slice(0, 10);
    return `${name};-;${firstDay};${back};x;Zone ${zone.toUpperCase()};x`;
  });
  const read = readSchoolFile(csv(...lines), undefined);
  assert.ok("holidays" in read);
  const told = read.holidays.map(({ zone, name, firstDay, lastDay }) => ({ zone, name, firstDay, lastDay })); // prettier-ignore
  assert.deepEqual(order(told), order(schoolCalendar));
});

test("any text is read or refused, never a fault", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom("", `${header}\n`, "BEGIN:VCALENDAR\n"),
      (text, start) => {
        const read = readSchoolFile(start + text, "b");
        return "refused" in read || read.holidays.every((one) => one.firstDay <= one.lastDay);
      },
    ),
  );
});
