import test from "node:test";
import assert from "node:assert/strict";
import { candidatePairs } from "./blocks.ts";
import { addToIndex, duplicateIndex, findDuplicates, findDuplicatesOf } from "./find.ts";
import { inventedRegistry } from "./invented.testing.ts";
import { pairKey } from "./registry-samples.testing.ts";

const keys = (found: { one: string; other: string }[]): string[] =>
  found.map(({ one, other }) => pairKey(one, other)).toSorted();

test("the order of the records changes nothing, even in a town where blocks are crowded", () => {
  const records = inventedRegistry(3000, 1);
  const found = findDuplicates(records);
  assert.ok(found.length >= 55, `${found.length} of the 59 planted`);
  assert.deepEqual(findDuplicates(records.toReversed()), found);
  assert.deepEqual(findDuplicates(records.toSorted((a, b) => (a.name < b.name ? -1 : 1))), found);
});

test("each new line finds in the index what a search of everything would find", () => {
  const records = inventedRegistry(2000, 30);
  const index = duplicateIndex([]);
  const found = records.flatMap((record) => {
    const of = findDuplicatesOf(record, index);
    addToIndex(index, record);
    return of;
  });
  assert.deepEqual(keys(found), keys(findDuplicates(records)));
});

test("a record read again is not its own duplicate", () => {
  const records = inventedRegistry(200, 5);
  const index = duplicateIndex(records);
  for (const record of records)
    assert.ok(findDuplicatesOf(record, index).every((found) => found.other !== record.id));
});

test("a threshold of one keeps only what is sure, and suggestions come surest first", () => {
  const found = findDuplicates(inventedRegistry(2000, 30), { threshold: 0.3 });
  assert.deepEqual(
    found.map(({ score }) => score),
    found.map(({ score }) => score).toSorted((a, b) => b - a),
  );
  const sure = findDuplicates(inventedRegistry(2000, 30), { threshold: 1 });
  assert.ok(sure.length < found.length && sure.every(({ score }) => score === 1));
});

test("the pairs to compare grow with the records, not with their square", () => {
  for (const size of [1000, 4000, 12_000]) {
    const pairs = candidatePairs(inventedRegistry(size, 1)).reduce((sum) => sum + 1, 0);
    assert.ok(pairs < size * 30, `${pairs} pairs for ${size} records of one town`);
  }
});

test("40,000 records are searched within seconds and bounded memory", (t) => {
  const records = inventedRegistry(40_000, 5000);
  const [start, heap] = [performance.now(), process.memoryUsage().heapUsed];
  const found = findDuplicates(records);
  const seconds = (performance.now() - start) / 1000;
  const grown = (process.memoryUsage().heapUsed - heap) / 1e6;
  t.diagnostic(`${seconds.toFixed(1)} s, ${grown.toFixed(0)} MB, ${found.length} suggestions`);
  assert.ok(found.length >= 780, "the 799 planted are found but for a few");
  assert.ok(grown < 400, `${grown} MB, garbage not yet collected included`);
});
