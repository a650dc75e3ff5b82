import test from "node:test";
import assert from "node:assert/strict";
import { entries } from "../../../../db/demo/associations/index.ts";
import queries from "./queries.json" with { type: "json" };

const kinds = ["words", "theme", "acronym", "error", "synonym", "plural", "accent", "natural"];

test("there are at least 220 labelled queries, each asked once, of every kind", () => {
  assert.ok(queries.length >= 220, String(queries.length));
  assert.equal(new Set(queries.map(({ q }) => q.toLowerCase())).size, queries.length);
  for (const { q, kind } of queries) assert.ok(kinds.includes(kind), `${q}: ${kind}`);
  for (const kind of ["theme", "acronym", "error", "synonym"])
    assert.ok(queries.filter((query) => query.kind === kind).length >= 25, kind);
});

test("every expected answer is an association of the invented commune", () => {
  const names = new Set(entries.map((entry) => entry.name));
  for (const { q, expected } of queries) {
    assert.ok(expected.length > 0, q);
    for (const name of expected) assert.ok(names.has(name), `${q}: ${name}`);
  }
});
