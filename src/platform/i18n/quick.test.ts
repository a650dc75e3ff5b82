import assert from "node:assert/strict";
import test from "node:test";
import { translations } from "./index.ts";

const t = translations({
  ui: {
    fr: { hello: "Bonjour", deep: { sky: "Le ciel" }, name: "Je suis {{name}}", days_one: "{{count}} jour", days_other: "{{count}} jours" },
    en: { hello: "Hello" },
  },
}) as unknown as (lang: "fr" | "en") => (key: string, options?: object) => string; // prettier-ignore

test("a whole sentence, one to fill in and one missing in the language are said the same way", () => {
  assert.equal(t("fr")("ui:hello"), "Bonjour");
  assert.equal(t("en")("ui:hello"), "Hello");
  assert.equal(t("en")("ui:deep.sky"), "Le ciel");
  assert.equal(t("fr")("ui:name", { name: "Jeanne" }), "Je suis Jeanne");
  assert.equal(t("fr")("ui:days", { count: 3 }), "3 jours");
  assert.equal(t("fr")("hello"), "Bonjour");
});

test("what no catalogue holds is not remembered: its key comes back", () => {
  assert.equal(t("fr")("ui:absent"), "absent");
});
