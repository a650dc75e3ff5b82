import assert from "node:assert/strict";
import test from "node:test";
import { dayTyped } from "./typed-day.ts";

test("a day is read as people write it, and as a calendar does", () => {
  for (const typed of ["12/09/2026", "12.9.2026", "12 / 09 / 2026", "12-09-2026", " 2026-09-12 "])
    assert.equal(dayTyped(typed), "2026-09-12", typed);
  for (const typed of ["12 septembre 2026", "Samedi 12 Septembre  2026", "12 sept. 2026"])
    assert.equal(dayTyped(typed), "2026-09-12", typed);
  assert.equal(dayTyped("1er août 2026"), "2026-08-01");
  assert.equal(dayTyped("1er aout\u00a02026"), "2026-08-01");
  assert.equal(dayTyped("3 févr. 2026"), "2026-02-03");
  assert.equal(dayTyped("29/02/2028"), "2028-02-29");
});

test("what is no day of the calendar is not read", () => {
  const none = [
    "",
    "30/02/2026",
    "2026-02-30",
    "29/02/2027",
    "13/13/2026",
    "0/09/2026",
    "12/09/26",
  ];
  const words = [
    "12 jui 2026",
    "12 2026",
    "septembre 2026",
    "demain",
    "12 mois 2026",
    "12/09/0026",
  ];
  for (const typed of [...none, ...words, "2026-9-12x"])
    assert.equal(dayTyped(typed), undefined, typed);
});
