import assert from "node:assert/strict";
import test from "node:test";
import { cleanRegistryTheme, cleanRna, cleanSiret, isSiret, successorIn } from "./identifiers.ts";

test("a SIRET is taken only with its check digit, spaces or not", () => {
  assert.deepEqual(cleanSiret("418 109 682 00058"), { siret: "41810968200058" });
  assert.deepEqual(cleanSiret("41810968200058.0"), { siret: "41810968200058" });
  assert.equal(cleanSiret("41810968200057").siret, undefined);
});

test("La Poste's establishments pass by their own rule", () => {
  assert.ok(isSiret("35600000049837"));
  assert.ok(isSiret("35600000000048"));
  assert.ok(!isSiret("35600000049838"));
});

test("a SIRET rounded by a spreadsheet gives nothing that is not certain", () => {
  assert.deepEqual(cleanSiret("35181600000000"), { warning: "rounded" });
  assert.deepEqual(cleanSiret("7.82E+13"), { warning: "rounded" });
  assert.deepEqual(cleanSiret("7,22009E+12"), { warning: "rounded" });
  assert.deepEqual(cleanSiret("78600000000000"), { warning: "rounded" });
  assert.deepEqual(cleanSiret("49013545600000"), { siren: "490135456", warning: "rounded" });
});

test("a SIREN gets back its first zero when its check digit agrees", () => {
  assert.deepEqual(cleanSiret("490135456"), { siren: "490135456" });
  assert.deepEqual(cleanSiret("53362430"), { siren: "053362430" });
  assert.deepEqual(cleanSiret("342006000"), { warning: "bad_check_digit" });
});

test("what is no identifier is silent, and a person's number is never kept", () => {
  assert.deepEqual(cleanSiret("0"), {});
  assert.deepEqual(cleanSiret("NA"), {});
  assert.deepEqual(cleanSiret("185057800608436"), { warning: "not_an_identifier" });
  assert.deepEqual(cleanSiret("W131004321"), { rna: "W131004321" });
});

test("both families of registry numbers are read", () => {
  assert.equal(cleanRna(" w332017360 "), "W332017360");
  assert.equal(cleanRna("W2B2001502"), "W2B2001502");
  assert.equal(cleanRna("W9R2005891"), "W9R2005891");
  assert.equal(cleanRna("913S0913012577"), "913S0913012577");
  assert.equal(cleanRna("931P1998-00054"), "931P1998-00054");
  assert.equal(cleanRna("bonjour"), undefined);
});

test("the successor is read in the remark, never the record's own number", () => {
  assert.equal(successorIn("W062007175", "062P0062027895"), "W062007175");
  assert.equal(successorIn("Reprise => date ag=0000-00-00", undefined), undefined);
  assert.equal(successorIn("W062007175", "W062007175"), undefined);
});

test("registry themes get back the zero a spreadsheet dropped", () => {
  assert.equal(cleanRegistryTheme("40000"), "040000");
  assert.equal(cleanRegistryTheme("006010"), "006010");
  assert.equal(cleanRegistryTheme("000000"), undefined);
  assert.equal(cleanRegistryTheme("0"), undefined);
});
