import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { readPhone } from "../contacts/reading.ts";
import { contactMeant, hiddenContact } from "../contacts/rules.ts";
import { day } from "../edit/kinds.ts";
import { bulkPatch } from "../list/bulk-rules.ts";
import { blank } from "./blank.ts";
import { patchOf } from "./facts-patch.ts";
import type { Patch } from "./fields.ts";
import { changedMeanwhile, differences, freeSlug, mayReplace, sorted, undoOf } from "./rules.ts";

const mark = (source: "hand" | "registry") => ({ source, at: "2026-01-01T00:00:00Z" });

test("a change and its undo bring any record back to what it was", () => {
  const patch = fc.record(
    {
      name: fc.string({ minLength: 1 }),
      aims: fc.option(fc.string()),
      themes: fc.uniqueArray(fc.constantFrom("sport", "arts", "nature")),
      listed: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(patch, patch, (first, second) => {
      const before = { ...blank, name: "x", ...(first as Partial<typeof blank>) };
      const changes = differences(before, second as Patch);
      const after = { ...before, ...(second as Partial<typeof blank>) };
      const back = undoOf(changes, after);
      assert.ok("patch" in back);
      assert.deepEqual(differences({ ...after, ...(back.patch as typeof blank) }, before), {});
    }),
  );
});

test("the order of a list is no difference, silence neither", () => {
  const record = { ...blank, name: "A", themes: ["sport", "arts"] };
  assert.deepEqual(differences(record, { themes: ["arts", "sport"] }), {});
  assert.deepEqual(differences(record, patchOf({ name: "A" }, "municipal_file", record)), {});
});

test("a file replaces a file's word, fills an empty value, and keeps a person's", () => {
  assert.equal(mayReplace(mark("registry"), "municipal_file"), true);
  assert.equal(mayReplace(mark("hand"), "registry"), false);
  assert.equal(mayReplace(mark("registry"), "association"), true);
  const changes = { aims: [null, "a"], name: ["A", "B"] } as Record<string, [unknown, unknown]>;
  const { changed, kept } = sorted(changes, { aims: mark("hand"), name: mark("hand") }, "registry");
  assert.deepEqual([Object.keys(changed), Object.keys(kept)], [["aims"], ["name"]]);
});

test("only what another changed in the same part is a conflict", () => {
  const now = { ...blank, name: "A", prices: "2 €", schedule: "Lundi" };
  assert.deepEqual(changedMeanwhile({ prices: "1 €", registration: null }, now), ["prices"]);
  assert.deepEqual(changedMeanwhile({ registration: null }, now), []);
});

test("lists grow from a file, the registry's own codes are replaced, themes are guessed once", () => {
  const record = { ...blank, name: "A", keywords: ["yoga"], registryThemes: ["011105"] };
  const facts = { name: "A", keywords: ["pilates"], registryThemes: ["006000"] };
  const patch = patchOf(facts, "registry", record);
  assert.deepEqual(patch.keywords, ["yoga", "pilates"]);
  assert.deepEqual(patch.registryThemes, ["006000"]);
  assert.deepEqual(patch.themes, ["arts"]);
  const known = patchOf(facts, "registry", { ...record, themes: ["sport"] });
  assert.equal(known.themes, undefined);
});

test("a dissolution is dated and sourced; an active association that was active says nothing", () => {
  const ceased = patchOf({ name: "A", state: "ceased", ceasedOn: "2020-01-02" }, "registry", blank);
  assert.deepEqual(
    [ceased.state, ceased.stateOn, ceased.stateSource],
    ["ceased", "2020-01-02", "registry"],
  );
  assert.equal(patchOf({ name: "A", state: "active" }, "registry", blank).state, undefined);
});

test("addresses of pages never collide", () => {
  assert.equal(freeSlug("judo", new Set()), "judo");
  assert.equal(freeSlug("judo", new Set(["judo", "judo-2"])), "judo-3");
});

test("a source's e-mail goes to the nameless contact, never to a person's, and is never public", () => {
  const person = { ...hiddenContact("p", 1), name: "Ana", email: "ana@a.example" };
  const write = contactMeant([person], { email: "club@a.example" }, () => "new");
  assert.deepEqual([write?.id, write?.now?.position, write?.now?.emailPublic], ["new", 2, false]);
  assert.equal(
    contactMeant([person], { email: "ana@a.example" }, () => "new"),
    undefined,
  );
});

test("phone numbers and days are read as people write them", () => {
  assert.equal(readPhone("02.41.00-00 01"), "+33241000001");
  assert.equal(readPhone("+33 (0)2 41 00 00 01"), "+33241000001");
  assert.equal(readPhone("0032 2 345 67 89"), "+3223456789");
  assert.equal(readPhone("12"), undefined);
  assert.equal(day.parse("3/2/2026"), "2026-02-03");
  assert.equal(day.parse("2026-02-03"), "2026-02-03");
  assert.equal(day.safeParse("31/02/2026").success, false);
});

test("a list never puts a ceased association to sleep", () => {
  assert.deepEqual(bulkPatch("dormant", "", { ...blank, state: "ceased" }, "2026-01-01"), {});
});
