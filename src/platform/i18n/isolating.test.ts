import assert from "node:assert/strict";
import test from "node:test";
import { commaList, translations } from "./index.ts";
import { isolated } from "./isolating.ts";

const words = { ui: { fr: { call: "Appelez {{who}}", days: "{{n}} jours" }, ar: { call: "اتصلوا {{who}}", days: "{{n}} يوم" } } }; // prettier-ignore
const t = translations(words) as unknown as (
  lang: "fr" | "ar",
) => (key: string, options?: object) => string;

test("what fills an Arabic sentence keeps its own direction, and a French one is left as it is", () => {
  assert.equal(t("ar")("ui:call", { who: "02 61 91 00 49" }), "اتصلوا \u206802 61 91 00 49\u2069");
  assert.equal(t("ar")("ui:call", { who: "Club 49 (ADV)" }), "اتصلوا \u2068Club 49 (ADV)\u2069");
  assert.equal(t("fr")("ui:call", { who: "Club 49 (ADV)" }), "Appelez Club 49 (ADV)");
});

test("a number alone, Arabic words and an address of the web need no marks", () => {
  assert.equal(t("ar")("ui:days", { n: 3 }), "3 يوم");
  for (const as of ["3", "جمعية", "https://exemple.fr/page"]) assert.equal(isolated(as), as);
});

test("a list has the comma of its language", () => {
  assert.equal(commaList("fr", ["un", "deux"]), "un, deux");
  assert.equal(commaList("ar", ["واحد", "اثنان"]), "واحد، اثنان");
});
