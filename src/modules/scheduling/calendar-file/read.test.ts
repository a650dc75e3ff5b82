import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { calendarLimits, readCalendar } from "./read.ts";

const about = { from: "2026-09-01", to: "2027-08-31", zone: "Europe/Paris" };
const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR"].join("\r\n");
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
const times = (text: string, more = {}) => {
  const read = readCalendar(text, { ...about, ...more });
  return "refused" in read
    ? read.refused
    : read.events.map(({ startsAt, title }) => `${startsAt.toISOString().slice(0, 16)} ${title}`);
};
const weekly = (zone: string) =>
  event("UID:1", `DTSTART${zone}:20261020T180000`, `DTEND${zone}:20261020T190000`, "SUMMARY:Judo", "RRULE:FREQ=WEEKLY;COUNT=2"); // prettier-ignore
const autumn = ["2026-10-20T16:00 Judo", "2026-10-27T17:00 Judo"];

test("hours without a zone, in a zone only named, in one no program knows: those of the clock here", () => {
  for (const zone of ["", ";TZID=Europe/Paris", ";TZID=Romance Standard Time"])
    assert.deepEqual(times(calendar(...weekly(zone))), autumn, zone);
});

test("hours of a zone the file describes are its own", () => {
  const zone = ["BEGIN:VTIMEZONE", "TZID:Chez nous", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0300", "TZOFFSETTO:+0300", "END:STANDARD", "END:VTIMEZONE"]; // prettier-ignore
  assert.deepEqual(times(calendar(...zone, ...weekly(";TZID=Chez nous"))), ["2026-10-20T15:00 Judo", "2026-10-27T15:00 Judo"]); // prettier-ignore
});

test("one time moved, one left out, one cancelled, beside another event", () => {
  const series = event("UID:1", "DTSTART:20260902T160000Z", "DTEND:20260902T170000Z", "SUMMARY:Judo", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE:20260909T160000Z"); // prettier-ignore
  const moved = event("UID:1", "RECURRENCE-ID:20260916T160000Z", "DTSTART:20260917T080000Z", "DTEND:20260917T090000Z", "SUMMARY:Judo déplacé"); // prettier-ignore
  const gone = event("UID:1", "RECURRENCE-ID:20260923T160000Z", "DTSTART:20260923T160000Z", "SUMMARY:Judo", "STATUS:CANCELLED"); // prettier-ignore
  const other = event("UID:2", "DTSTART:20260901T160000Z", "DTEND:20260901T170000Z", "SUMMARY:Fête"); // prettier-ignore
  const read = readCalendar(calendar(...moved, ...series, ...gone, ...other), about);
  assert.ok("events" in read);
  assert.deepEqual(
    read.events.map((one) => [
      one.originalDay,
      one.startsAt.toISOString(),
      one.title,
      one.cancelled,
    ]),
    [
      ["2026-09-01", "2026-09-01T16:00:00.000Z", "Fête", false],
      ["2026-09-02", "2026-09-02T16:00:00.000Z", "Judo", false],
      ["2026-09-16", "2026-09-17T08:00:00.000Z", "Judo déplacé", false],
      ["2026-09-23", "2026-09-23T16:00:00.000Z", "Judo", true],
    ],
  );
});

test("whole days are those of the place", () => {
  const text = calendar(...event("UID:1", "DTSTART;VALUE=DATE:20261219", "DTEND;VALUE=DATE:20261221", "SUMMARY:Marché")); // prettier-ignore
  const read = readCalendar(text, about);
  assert.ok("events" in read);
  const [one] = read.events;
  assert.deepEqual([one?.allDay, one?.startsAt.toISOString(), one?.endsAt.toISOString()], [true, "2026-12-18T23:00:00.000Z", "2026-12-20T23:00:00.000Z"]); // prettier-ignore
  assert.deepEqual(times(text, { zone: "Indian/Reunion" }), ["2026-12-18T20:00 Marché"]);
});

test("what repeats for ever is written out between the two days, and no further", () => {
  const text = calendar(...event("UID:1", "DTSTART:20200101T080000Z", "DTEND:20200101T090000Z", "SUMMARY:Permanence", "RRULE:FREQ=DAILY")); // prettier-ignore
  assert.equal(times(text).length, 365);
  assert.equal(times(text, { to: "2026-09-01" }).length, 1);
});

test("too big, too many, or no calendar: refused whole", () => {
  assert.equal(times("x".repeat(calendarLimits.bytes + 1)), "too_big");
  assert.equal(times("Bonjour"), "not_calendar");
  assert.equal(times(""), "not_calendar");
  assert.equal(times("BEGIN:VCARD\r\nFN:Zoé\r\nEND:VCARD"), "not_calendar");
  assert.equal(times(calendar(...event("UID:1", "DTSTART:demain"))), "not_calendar");
  const often = event("UID:1", "DTSTART:20260901T000000Z", "DTEND:20260901T000001Z", "RRULE:FREQ=SECONDLY"); // prettier-ignore
  assert.equal(times(calendar(...often)), "too_many");
  const many = Array.from({ length: calendarLimits.events + 1 }, (_, at) => event(`UID:${at}`, "DTSTART:20261001T080000Z")).flat(); // prettier-ignore
  assert.equal(times(calendar(...many)), "too_many");
});

test("any text is read or refused, never a fault", () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom("DTSTART:20261001T080000Z", "DTSTART;TZID=:2026", "RRULE:FREQ=X", "RRULE:FREQ=DAILY;COUNT=3", "DURATION:PT1H", "RECURRENCE-ID:20261001", "DTSTART;VALUE=DATE:20261399"), // prettier-ignore
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const read = readCalendar(calendar(...event("UID:1", ...lines)), about);
      return "refused" in read || read.events.every((one) => one.startsAt <= one.endsAt);
    }),
  );
});
