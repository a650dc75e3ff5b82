import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { leastInside, maskParts } from "./masking.ts";
import {
  before,
  daysIn,
  kindOfPeriod,
  readPeriod,
  seasonAround,
  seasonOf,
  seriesOf,
  yearOf,
} from "../communes/index.ts";

test("the year before a year is a year, the season before a season is a season", () => {
  assert.deepEqual(before(yearOf(2024)), yearOf(2023));
  assert.deepEqual(before(seasonOf(2025)), seasonOf(2024));
  assert.equal(kindOfPeriod(seasonOf(2023)), "season");
  assert.deepEqual(seasonAround("2026-08-31"), seasonOf(2025));
  assert.deepEqual(seasonAround("2026-09-01"), seasonOf(2026));
});

const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => new Date(Date.UTC(1990, 0, 1 + n)).toISOString().slice(0, 10));

test("the period before any days has as many days, and ends the day before", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 800 }), (from, length) => {
      const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);
      const earlier = before({ from, to });
      if (kindOfPeriod({ from, to }) === "days") assert.equal(daysIn(earlier), length + 1);
      assert.equal(Date.parse(earlier.to) + 86_400_000, Date.parse(from));
    }),
  );
  assert.equal(seriesOf(yearOf(2026), 5)[0]?.from, "2022-01-01");
});

test("an address with a period that is none is refused; without any, it is this year", () => {
  assert.deepEqual(readPeriod(null, null, "2026-09-15"), yearOf(2026));
  assert.deepEqual(readPeriod("2026-02-30", "2026-03-01", "2026-09-15"), { refused: "not_days" });
  assert.deepEqual(readPeriod("2026-02-01", null, "2026-09-15"), { refused: "not_days" });
  assert.deepEqual(readPeriod("2026-03-02", "2026-03-01", "2026-09-15"), { refused: "reversed" });
  assert.deepEqual(readPeriod("1990-01-01", "2026-03-01", "2026-09-15"), { refused: "too_long" });
});

test("no small number of people is shown, nor can one be found by subtraction", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 8 }), (values) => {
      const parts = maskParts(values.map((value, at) => ({ label: String(at), value })));
      const masked = parts.filter(({ value }) => value === undefined).length;
      for (const { value } of parts)
        assert.ok(value === undefined || value === 0 || value >= leastInside);
      const others = values.filter((value) => value > 0).length;
      if (masked === 1) assert.equal(others, 1);
      parts.forEach(({ value }, at) => assert.ok(value === undefined || value === values[at]));
    }),
  );
});
