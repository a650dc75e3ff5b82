import test from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import {
  displayRna,
  displaySiret,
  oldNumberOf,
  readRna,
  readSiren,
  readSiret,
  rnaKind,
  sameRna,
} from "./numbers.ts";

test("an RNA number is understood as people type it", () => {
  for (const typed of [
    "W493000123",
    "w49 3000 123",
    "W.493.000.123",
    "RNA : W493000123",
    "W49-3000-123",
  ])
    assert.deepEqual(readRna(typed), { value: "W493000123" }, typed);
  assert.deepEqual(readRna("W49300O123"), { value: "W493000123" }, "a letter O among the digits");
  assert.deepEqual(readRna("w2a1000123"), { value: "W2A1000123" });
  assert.deepEqual(readRna("W9G1002320"), { value: "W9G1002320" });
});

test("an old number is kept with its management code when it has one", () => {
  assert.deepEqual(readRna("913S 0913012577"), { value: "913S0913012577" });
  assert.deepEqual(readRna("0913012577"), { value: "0913012577" });
  assert.deepEqual(readRna("931p1993-09554"), { value: "931P1993-09554" });
  assert.equal(oldNumberOf("913S0913012577"), "0913012577");
  assert.equal(oldNumberOf("W493000123"), undefined);
  assert.equal(rnaKind("0913012577"), "old");
});

test("an old number is the same with and without its management code, and only then", () => {
  assert.ok(sameRna("913S0913012577", "0913012577"));
  assert.ok(!sameRna("913S8627", "921S8627"));
  assert.ok(!sameRna("W493000123", "W493000124"));
});

test("a number in the wrong box is named for what it is", () => {
  assert.deepEqual(readRna("41810968200058"), { refusal: "looks_like_siret" });
  assert.deepEqual(readRna("418109682"), { refusal: "looks_like_siren" });
  assert.deepEqual(readSiret("418 109 682"), { refusal: "looks_like_siren" });
  assert.deepEqual(readSiren("41810968200058"), { refusal: "looks_like_siret" });
  assert.deepEqual(readRna("Volume 93 Folio 45"), { refusal: "court_register" });
  assert.deepEqual(readRna("W49300012"), { refusal: "wrong_length" });
});

test("a SIRET is checked, La Poste's own rule included", () => {
  assert.deepEqual(readSiret("418 109 682 00058"), { value: "41810968200058" });
  assert.deepEqual(readSiret("41810968200059"), { refusal: "wrong_check_digit" });
  assert.deepEqual(readSiret("35600000000048"), { value: "35600000000048" });
  assert.deepEqual(readSiret("35600000009075"), { value: "35600000009075" });
  assert.deepEqual(readSiren("356000000"), { value: "356000000" });
});

test("a SIRET a spreadsheet has rounded is said to be rounded", () => {
  assert.deepEqual(readSiret("35181600000000"), { refusal: "rounded" });
  assert.deepEqual(readSiret("3,51816E+13"), { refusal: "rounded" });
});

test("what a file writes for nothing is nothing", () => {
  for (const typed of ["", "  ", "0", "00000000000000", "néant".toUpperCase(), "-", "N/A"])
    for (const read of [readRna, readSiren, readSiret])
      assert.ok("refusal" in read(typed), `${read.name}(${typed})`);
  assert.deepEqual(readSiret("0"), { refusal: "empty" });
});

test("numbers are shown in groups that can be read aloud", () => {
  assert.equal(displayRna("W493000123").replaceAll("\u00A0", " "), "W49 3000 123");
  assert.equal(displayRna("913S0913012577").replaceAll("\u00A0", " "), "913S 0913012577");
  assert.equal(displaySiret("41810968200058").replaceAll("\u00A0", " "), "418 109 682 00058");
});

test("whatever is typed, reading answers, and what is shown can be typed again", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[wW]?[0-9A-Z. ]{4,16}$/)), (typed) => {
      const [rna, siret] = [readRna(typed), readSiret(typed)];
      if ("value" in rna) assert.deepEqual(readRna(displayRna(rna.value)), rna);
      if ("value" in siret) assert.deepEqual(readSiret(displaySiret(siret.value)), siret);
      readSiren(typed);
    }),
  );
});

test("one wrong digit in a SIREN is always caught", () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(digits, fc.nat(8), fc.integer({ min: 1, max: 9 }), (siren, at, shift) => {
      const wrong = siren.with(at, ((siren[at] ?? 0) + shift) % 10).join("");
      if ("value" in readSiren(siren.join(""))) assert.ok("refusal" in readSiren(wrong));
    }),
  );
});
