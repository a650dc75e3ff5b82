import test from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { sources, type Fields, type Mergeable, type Source, type Sourced } from "./fields.ts";
import { mergePlan, refusalOf } from "./rules.ts";
import { unmerge } from "./undo.ts";

const says = (value: Sourced["value"], source: Source, at = "2026-01-01"): Sourced => ({
  value,
  source,
  at,
});
const record = (id: string, fields: Fields): Mergeable => ({ id, fields });
const field = (kept: Sourced | undefined, absorbed: Sourced | undefined, name = "phone") =>
  mergePlan(
    record("a", kept ? { [name]: kept } : {}),
    record("b", absorbed ? { [name]: absorbed } : {}),
  ).decisions[0];

test("a value locked by a person wins, then the association's, then the registry's, then the commune's file", () => {
  const whys = [
    "locked_by_person",
    "confirmed_by_association",
    "from_registry",
    "from_municipal_file",
  ];
  for (const [rank, why] of whys.entries()) {
    const [strong, weak] = [sources[rank] ?? "other", sources[rank + 1] ?? "other"];
    const decision = field(says("old", weak, "2026-06-01"), says("new", strong, "2020-01-01"));
    assert.deepEqual([decision?.result.value, decision?.why], ["new", why]);
  }
});

test("between equals the more recent wins, and on the same day the record that is kept", () => {
  const later = field(
    says("1", "registry", "2025-01-01"),
    says("2", "registry", "2025-01-02T08:00:00Z"),
  );
  assert.deepEqual([later?.choice, later?.why], ["absorbed", "more_recent"]);
  const even = field(says("1", "registry"), says("2", "registry"));
  assert.deepEqual([even?.choice, even?.why], ["kept", "kept_record"]);
});

test("silence never erases what the other record says, but an emptiness a person locked stays", () => {
  assert.equal(field(undefined, says("02", "other"))?.result.value, "02");
  assert.equal(field(says("", "association"), says("02", "other"))?.result.value, "02");
  assert.equal(field(says("", "locked"), says("02", "association"))?.result.value, "");
});

test("two different values locked by people wait for a person, whose choice is followed", () => {
  const [a, b] = [
    record("a", { phone: says("1", "locked") }),
    record("b", { phone: says("2", "locked") }),
  ];
  assert.equal(refusalOf(mergePlan(a, b)), "person_must_choose");
  const plan = mergePlan(a, b, { choices: { phone: "absorbed" } });
  assert.equal(refusalOf(plan), undefined);
  assert.equal(plan.result.fields["phone"]?.value, "2");
  assert.equal(plan.decisions[0]?.why, "chosen");
});

test("a record is not merged with itself", () => {
  const a = record("a", { name: says("Judo club", "registry") });
  assert.equal(refusalOf(mergePlan(a, a)), "same_record");
});

test("only the fields that differ are shown to choose, and equal values keep the better source", () => {
  const plan = mergePlan(
    record("a", {
      name: says("Judo club", "municipal_file"),
      email: says("a@exemple.fr", "other"),
    }),
    record("b", { name: says("Judo club", "association"), email: says("b@exemple.fr", "other") }),
  );
  assert.deepEqual(
    plan.differing.map((decision) => decision.field),
    ["email"],
  );
  assert.equal(plan.result.fields["name"]?.source, "association");
});

test("lists are put together without repeats", () => {
  const plan = mergePlan(
    record("a", { keywords: says(["judo", "aïkido"], "other") }),
    record("b", { keywords: says(["aïkido", "karaté"], "registry") }),
    { lists: new Set(["keywords"]) },
  );
  assert.deepEqual(plan.result.fields["keywords"], says(["judo", "aïkido", "karaté"], "registry"));
});

test("the number and the name that lost are remembered, so that the next import recognises the record", () => {
  const plan = mergePlan(
    record("a", {
      rna: says("913S0913012577", "registry", "2008-01-01"),
      name: says("ABC", "registry"),
    }),
    record("b", { rna: says("W913000001", "registry"), name: says("A.B.C.", "locked") }),
  );
  assert.deepEqual(plan.formerIdentity, [
    { field: "name", value: "ABC" },
    { field: "rna", value: "913S0913012577" },
  ]);
});

const anySourced: fc.Arbitrary<Sourced> = fc.record(
  {
    value: fc.jsonValue() as fc.Arbitrary<Sourced["value"]>,
    source: fc.constantFrom(...sources),
    at: fc.oneof(fc.constantFrom("2025-01-01", "2026-01-01T10:00:00Z"), fc.string()),
    by: fc.string(),
  },
  { requiredKeys: ["value", "source", "at"], noNullPrototype: true },
) as fc.Arbitrary<Sourced>;
const anyFields = fc.dictionary(
  fc.oneof(fc.constantFrom("name", "rna", "keywords"), fc.string()),
  anySourced,
  { noNullPrototype: true },
);

test("what was merged is un-merged exactly, even after the undo was stored and read again", () => {
  fc.assert(
    fc.property(anyFields, anyFields, (one, other) => {
      const [a, b] = [record("a", one), record("b", other)];
      const before = structuredClone({ a, b });
      const plan = mergePlan(a, b, { lists: new Set(["keywords"]) });
      assert.deepEqual({ a, b }, before, "merging changes neither record in place");
      const back = unmerge(plan.undo, plan.result.fields);
      assert.deepEqual([back.kept, back.absorbed, back.editedSince], [before.a, before.b, []]);
      const stored: typeof plan.undo = JSON.parse(JSON.stringify(plan.undo));
      assert.equal(JSON.stringify(unmerge(stored).kept), JSON.stringify(before.a));
      assert.equal(JSON.stringify(unmerge(stored).absorbed), JSON.stringify(before.b));
    }),
  );
});

test("what was written after the merge stays, and is named", () => {
  const plan = mergePlan(
    record("a", { name: says("Judo", "registry"), email: says("a@exemple.fr", "other") }),
    record("b", { phone: says("02", "registry") }),
  );
  const back = unmerge(plan.undo, { ...plan.result.fields, email: says("c@exemple.fr", "locked") });
  assert.deepEqual(back.editedSince, ["email"]);
  assert.equal(back.kept.fields["email"]?.value, "c@exemple.fr");
  assert.equal(back.kept.fields["phone"], undefined);
  assert.equal(back.absorbed.fields["phone"]?.value, "02");
});
