import test from "node:test";
import assert from "node:assert/strict";
import { translations } from "../../../platform/i18n/index.ts";
import { words } from "../../../words.ts";
import { axes, commitmentIds, commitmentsOf } from "./codes.ts";

const translate = translations(words);
const wordsIn = (sentence: string) => sentence.split(/\s+/).filter((w) => /\p{L}/u.test(w)).length;
const sentencesIn = (text: string) => text.split(/(?<=\.)\s+/).length;

test("the programme has seven axes and three commitments an axis", () => {
  assert.equal(commitmentIds.length, 21);
  for (const axis of axes) assert.equal(commitmentsOf(axis).length, 3);
});

for (const lang of ["fr", "en", "ar", "es", "pt", "uk"] as const)
  test(`each commitment is told in plain words, in ${lang}`, () => {
    const t = translate(lang);
    for (const id of commitmentIds) {
      const title = t(`commitments:commitment.${id}.title`);
      const does = t(`commitments:commitment.${id}.does`);
      const changes = t(`commitments:commitment.${id}.changes`);
      assert.ok(wordsIn(title) <= 12, `${id} ${title}`);
      assert.equal(sentencesIn(does), 2, `${id} ${does}`);
      assert.equal(sentencesIn(changes), 1, `${id} ${changes}`);
      for (const sentence of [...does.split(/(?<=\.)\s+/), changes]) {
        assert.ok(wordsIn(sentence) <= 25, `${id} ${sentence}`);
        assert.doesNotMatch(sentence, /[!;…]/, id);
      }
    }
    for (const axis of axes) assert.ok(wordsIn(t(`commitments:axis.${axis}.title`)) <= 12);
  });
