import assert from "node:assert/strict";
import test from "node:test";
import { firstSentence, needOf } from "./sentences.ts";

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
