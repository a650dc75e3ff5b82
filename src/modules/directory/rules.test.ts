import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { browseRank, firstSentence, freshnessOn, monthsBefore, needOf } from "./rules.ts";

test("a section is up to date for a year, to confirm for six months more, then not confirmed", () => {
  const today = "2026-09-15";
  assert.equal(freshnessOn(today, "2025-09-15"), "up_to_date");
  assert.equal(freshnessOn(today, "2025-09-14"), "to_confirm");
  assert.equal(freshnessOn(today, "2025-03-15"), "to_confirm");
  assert.equal(freshnessOn(today, "2025-03-14"), "not_confirmed");
  assert.equal(freshnessOn(today, null), "not_confirmed");
});

test("a month before the 31st is the last day of a shorter month", () => {
  assert.equal(monthsBefore("2026-03-31", 1), "2026-02-28");
  assert.equal(monthsBefore("2026-01-15", 13), "2024-12-15");
});

test("freshness never improves as days pass", () => {
  const day = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, day, (a, b, c) => {
      const [confirmed = "", sooner = "", later = ""] = [a, b, c].sort();
      assert.ok(
        browseRank("active", freshnessOn(sooner, confirmed)) <=
          browseRank("active", freshnessOn(later, confirmed)),
      );
    }),
  );
});

test("what may identify somebody is never kept as a need", () => {
  assert.equal(needOf("  Cours  de Harpe "), "cours de harpe");
  for (const secret of ["jean@exemple.fr", "06 12 34 56 78", "mon numéro 0612345678", "x"])
    assert.equal(needOf(secret), undefined, secret);
});

test("the first sentence is cut at a word, never inside a figure", () => {
  assert.equal(firstSentence("On danse. On chante."), "On danse.");
  assert.equal(
    firstSentence("À 18.30 h on danse, puis on rentre"),
    "À 18.30 h on danse, puis on rentre",
  );
  assert.equal(firstSentence("un deux trois quatre", 10), "un deux…");
  assert.equal(firstSentence("  "), undefined);
});
