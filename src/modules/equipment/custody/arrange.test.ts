import assert from "node:assert/strict";
import test from "node:test";
import { arrange, arrangeMost, type Kept } from "./arrange.ts";

const kept = (id: string, from: number, until: number, unit: string, fixed = false): Kept => ({
  id,
  from,
  until,
  unit,
  fixed,
});

test("each keeps its unit while it can, back to back is not at once", () => {
  const given = arrange([kept("a", 0, 5, "1"), kept("b", 5, 9, "1")], ["1", "2"]);
  assert.deepEqual(Object.fromEntries(given ?? []), { a: "1", b: "1" });
});

test("what is set aside later leaves its unit to what is chosen now", () => {
  const given = arrange(
    [kept("later", 4, 8, "1"), kept("now", 0, 6, "1", true), kept("far", 9, 12, "2")],
    ["1", "2"],
  );
  assert.deepEqual(Object.fromEntries(given ?? []), { now: "1", later: "2", far: "2" });
});

test("a unit that is no longer fit is left; too few is said", () => {
  assert.deepEqual(arrange([kept("a", 0, 5, "gone")], ["1"]), new Map([["a", "1"]]));
  assert.equal(arrange([kept("a", 0, 5, "1"), kept("b", 4, 6, "1")], ["1"]), undefined);
});

test("whatever crosses no more than there are units always finds one each", () => {
  let seed = 7;
  const next = (most: number) => (seed = (seed * 48271) % 2147483647) % most;
  const units = ["1", "2", "3"];
  for (let round = 0; round < 300; round += 1) {
    const all: Kept[] = [];
    for (let tries = 0; tries < 30; tries += 1) {
      const from = next(60);
      const one = kept(String(tries), from, from + 1 + next(12), "1");
      const crossing = (at: number) =>
        all.filter((other) => other.from <= at && at < other.until).length;
      const instants = Array.from({ length: one.until - from }, (_, n) => from + n);
      if (instants.every((at) => crossing(at) < units.length)) all.push(one);
    }
    const given = arrange(all, units);
    assert.ok(given, "a unit for each");
    for (const one of all)
      for (const other of all)
        if (one !== other && one.from < other.until && other.from < one.until)
          assert.notEqual(given.get(one.id), given.get(other.id));
  }
});

test("what lacks a unit is given one, earliest first, and takes none from what has one", () => {
  const all = [kept("late", 3, 6, "gone"), kept("early", 0, 4, "gone"), kept("has", 0, 9, "1")];
  assert.deepEqual(
    arrangeMost(all, ["1", "2"]),
    new Map([["has", "1"], ["early", "2"]]), // prettier-ignore
  );
  assert.equal(arrangeMost([kept("now", 0, 5, "1", true), kept("has", 0, 5, "1")], ["1"]), undefined); // prettier-ignore
});
