import assert from "node:assert/strict";
import test from "node:test";
import { monthsBefore } from "./rules.ts";

test("a month before the 31st is the last day of a shorter month", () => {
  assert.equal(monthsBefore("2026-03-31", 1), "2026-02-28");
  assert.equal(monthsBefore("2026-01-15", 13), "2024-12-15");
});
