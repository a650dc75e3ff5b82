import assert from "node:assert/strict";
import test from "node:test";
import { tagsTyped } from "./tags.ts";

test("tags are read as people write them, and a run is told by its ends", () => {
  assert.deepEqual(tagsTyped("vp 01"), ["VP-01"]);
  assert.deepEqual(tagsTyped("PC-1, PC-2\nPC-10"), ["PC-1", "PC-2", "PC-10"]);
  assert.deepEqual(tagsTyped("VP-08 à VP-11"), ["VP-08", "VP-09", "VP-10", "VP-11"]);
  assert.deepEqual(tagsTyped("SONO à 3"), undefined, "a run has the same word at both ends");
});

test("what cannot be a tag, comes twice or is too many is refused", () => {
  for (const typed of [
    "",
    " ,\n",
    "é",
    "VP/01",
    "A, a",
    "VP-1 à VP-200",
    "VP-9 à VP-2",
    "X".repeat(25),
  ])
    assert.equal(tagsTyped(typed), undefined, typed);
});
