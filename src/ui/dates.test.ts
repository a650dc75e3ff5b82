import assert from "node:assert/strict";
import test from "node:test";
import { longDay, momentWords, monthWords, shortDay } from "./dates.ts";
import { spoken } from "./phone.ts";

test("days are written in full, and the first of the month as the French say it", () => {
  assert.equal(longDay("fr", "2026-08-01"), "1er août 2026");
  assert.equal(longDay("fr", "2026-08-21"), "21 août 2026");
  assert.equal(longDay("fr", "2026-09-01", true), "mardi 1er septembre 2026");
  assert.equal(longDay("en", "2026-08-01"), "August 1, 2026");
  assert.equal(longDay("ar", "2026-08-01", true), "السبت، 1 أغسطس 2026");
  assert.equal(momentWords("ar", new Date("2026-08-01T16:05:00Z")), "1 أغسطس 2026، 18:05");
  assert.equal(longDay("pt", "2026-08-01", true), "sábado, 1 de agosto de 2026");
  assert.equal(shortDay("pt", new Date("2026-08-01T12:00:00Z")), "01/08/26");
  assert.equal(longDay("uk", "2026-09-02", true), "середа, 2 вересня 2026 року");
});

test("a month is named by itself, not as in the date of one of its days", () => {
  assert.equal(monthWords("fr", "2026-11-01"), "Novembre 2026");
  assert.equal(monthWords("es", "2026-11-01"), "Noviembre de 2026");
  assert.equal(monthWords("uk", "2026-11-01"), "Листопад 2026 року");
});

test("a month is named in every language, not cut out of a day", () => {
  const said = ["fr", "en", "es", "pt"].map((lang) => monthWords(lang, "2026-11-01"));
  assert.deepEqual(said, [
    "Novembre 2026",
    "November 2026",
    "Noviembre de 2026",
    "Novembro de 2026",
  ]);
});

test("a French number is read by pairs, another is left as it is", () => {
  assert.equal(spoken("+33261910049"), "02 61 91 00 49");
  assert.equal(spoken("02.61.91.00.49"), "02 61 91 00 49");
  assert.equal(spoken("+44 20 7946 0000"), "+44 20 7946 0000");
});
