import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import ICAL from "ical.js";
import { calendarFile, type CalendarEvent } from "./write.ts";
import { readCalendar } from "./read.ts";

const event: CalendarEvent = {
  id: "0b1f",
  sequence: 3,
  startsAt: new Date("2027-03-28T16:00:00Z"),
  endsAt: new Date("2027-03-28T17:30:00Z"),
  changedAt: new Date("2026-11-25T10:00:00Z"),
  title: "Yoga, doux; et \\ lent",
  description: "Première ligne\nSeconde, avec l’accent",
  location: "Salle des fêtes, 3 rue de l’Église",
  position: { latitude: 47.47, longitude: -0.55 },
  url: "https://assos.example/activites/yoga?a=1,2;3",
};
const file = (...events: CalendarEvent[]) =>
  calendarFile({ name: "Yoga à Valbrume", host: "assos.example", lang: "fr", events });
const parsed = (text: string) => new ICAL.Component(ICAL.parse(text) as [string, [], []]);

test("an independent parser reads back what was said", () => {
  const calendar = parsed(file(event));
  assert.equal(calendar.getFirstPropertyValue("x-wr-calname"), "Yoga à Valbrume");
  assert.equal(String(calendar.getFirstPropertyValue("refresh-interval")), "PT6H");
  const [one] = calendar.getAllSubcomponents("vevent");
  assert.ok(one);
  const value = (name: string) => one.getFirstPropertyValue(name);
  assert.equal(value("uid"), "0b1f@assos.example");
  assert.equal(value("sequence"), 3);
  assert.equal(value("summary"), event.title);
  assert.equal(value("description"), event.description);
  assert.equal(value("location"), event.location);
  assert.equal(value("url"), event.url);
  assert.deepEqual(value("geo"), [47.47, -0.55]);
  assert.equal(value("status"), "CONFIRMED");
  assert.equal(String(value("dtstart")), "2027-03-28T16:00:00Z");
  assert.equal(String(value("dtend")), "2027-03-28T17:30:00Z");
  for (const name of ["dtstamp", "last-modified"]) assert.equal(String(value(name)), "2026-11-25T10:00:00Z"); // prettier-ignore
});

test("what is cancelled stays and says so; the same file twice is the same bytes", () => {
  assert.match(file({ ...event, cancelled: true }), /\r\nSTATUS:CANCELLED\r\n/);
  assert.equal(file(event), file(event));
});

test("a title cannot write a line of its own", () => {
  const text = file({
    ...event,
    title: "A\r\nSTATUS:CANCELLED\rB",
    url: "https://a.example/\r\nX:1",
  });
  assert.equal(text.match(/^STATUS:/gm)?.length, 1);
  assert.doesNotMatch(text, /^X:1/m);
});

test("whatever is written: lines end with CRLF, hold 75 octets, cut no letter, and are read back", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 300 });
  fc.assert(
    fc.property(words, words, (title, location) => {
      const text = file({ ...event, title, location });
      assert.doesNotMatch(text, /(?<!\r)\n|\r(?!\n)/);
      for (const line of text.split("\r\n")) {
        assert.ok(Buffer.byteLength(line) <= 75, line);
        assert.ok(
          !line.includes("\uFFFD") || title.includes("\uFFFD") || location.includes("\uFFFD"),
        );
      }
      const [one] = parsed(text).getAllSubcomponents("vevent");
      const said = [...title.replace(/\r\n?/g, "\n")]
        .filter((letter) => "\t\n".includes(letter) || !/\p{Cc}/u.test(letter))
        .join("");
      assert.equal(one?.getFirstPropertyValue("summary") ?? "", said);
    }),
  );
});

test("our own reader reads our own writer", () => {
  const read = readCalendar(file(event, { ...event, id: "2", cancelled: true }), {
    from: "2027-01-01",
    to: "2027-12-31",
    zone: "Europe/Paris",
  });
  assert.ok("events" in read);
  assert.deepEqual(
    read.events.map(({ uid, startsAt, title, cancelled }) => [uid, startsAt, title, cancelled]),
    [
      ["0b1f@assos.example", event.startsAt, event.title, false],
      ["2@assos.example", event.startsAt, event.title, true],
    ],
  );
});
