/** Measured on 1,110 real records of the national registry, 55 of which point to their successor. */
import test, { type TestContext } from "node:test";
import assert from "node:assert/strict";
import { candidatePairs } from "./blocks.ts";
import { comparePair } from "./compare.ts";
import { findDuplicates } from "./find.ts";
import { learnWeights, type Example } from "./learning.testing.ts";
import { weights } from "./reasons.ts";
import {
  pairKey,
  registrySamples,
  samplesArePresent,
  withoutSuccessors,
  type Samples,
} from "./registry-samples.testing.ts";
import { hash } from "./traits.ts";

type Measure = { recall: number; precision: number; found: number; wrong: string[] };

const samples = (t: TestContext): Samples | undefined => {
  if (samplesArePresent()) return registrySamples();
  t.skip("the registry samples are not here (MAILLAGE_SAMPLES)");
  return undefined;
};

/** A suggestion is right only when `observation` declares the pair; pairs with one old number are counted neither way. */
function measure(pairs: readonly string[], { successors, sameOldNumber }: Samples): Measure {
  const judged = pairs.filter((pair) => !sameOldNumber.has(pair));
  const wrong = judged.filter((pair) => !successors.has(pair));
  const right = judged.length - wrong.length;
  return { recall: right / successors.size, precision: right / judged.length, found: right, wrong };
}

const suggestedPairs = (records: Samples["records"]): string[] =>
  findDuplicates(records).map(({ one, other }) => pairKey(one, other));

const said = ({ recall, precision, found, wrong }: Measure): string =>
  `recall ${recall.toFixed(3)} (${found}), precision ${precision.toFixed(3)} (${wrong.length} wrong)`;

test("with the observation column, the 55 old records that have a successor all find it", (t) => {
  const all = samples(t);
  if (!all) return;
  assert.equal(all.successors.size, 55);
  const result = measure(suggestedPairs(all.records), all);
  t.diagnostic(said(result));
  assert.equal(result.recall, 1);
  assert.ok(result.precision >= 0.9);
  const explained = findDuplicates(all.records).filter(({ reasons }) =>
    reasons.some(({ code }) => code === "successor_number"),
  );
  assert.equal(explained.length, 55, "each is explained by the number itself");
});

test("without the observation column, nine in ten are still found, and nine suggestions in ten are right", (t) => {
  const all = samples(t);
  if (!all) return;
  const pairs = suggestedPairs(withoutSuccessors(all.records));
  const result = measure(pairs, all);
  const namesakes = result.wrong.filter((pair) => all.namesakes.has(pair));
  t.diagnostic(
    `${said(result)}; of ${all.namesakes.size} namesake pairs, ${namesakes.length} suggested`,
  );
  t.diagnostic(`not declared by the registry, for a person to judge: ${result.wrong.join(" ")}`);
  assert.ok(all.namesakes.size >= 236);
  assert.ok(result.recall >= 0.9);
  assert.ok(result.precision >= 0.9);
  const strictest = result.found / pairs.length;
  t.diagnostic(
    `counting pairs with one old number as wrong too: precision ${strictest.toFixed(3)}`,
  );
  assert.ok(strictest >= 0.9);
});

test("no successor is lost before being compared", (t) => {
  const all = samples(t);
  if (!all) return;
  const records = withoutSuccessors(all.records);
  const met = new Set(
    candidatePairs(records).map(([i, j]) => pairKey(records[i]?.id ?? "", records[j]?.id ?? "")),
  );
  assert.deepEqual(
    [...all.successors].filter((pair) => !met.has(pair)),
    [],
  );
});

test("points learnt on one half of the pairs, from knowing nothing, hold on the other half", (t) => {
  const all = samples(t);
  if (!all) return;
  const examples = examplesOf(all);
  const results: Measure[] = [];
  for (let split = 0; split < 5; split++) {
    const half = (example: Example): boolean => hash(`${split} ${example.pair}`) % 2 === 0;
    for (const learnt of [true, false]) {
      const judge = learnWeights(examples.filter((example) => half(example) === learnt));
      const other = examples.filter((example) => half(example) !== learnt);
      const successors = new Set(other.filter((e) => e.same).map((e) => e.pair));
      const pairs = other.filter(judge).map((e) => e.pair);
      results.push(measure(pairs, { ...all, successors }));
    }
  }
  const mean = (of: "recall" | "precision"): number =>
    results.reduce((sum, result) => sum + result[of], 0) / results.length;
  const least = (of: "recall" | "precision"): string =>
    Math.min(...results.map((result) => result[of])).toFixed(3);
  t.diagnostic(`recall ${mean("recall").toFixed(3)} (least ${least("recall")})`);
  t.diagnostic(`precision ${mean("precision").toFixed(3)} (least ${least("precision")})`);
  assert.ok(mean("recall") >= 0.9 && mean("precision") >= 0.9);
});

function examplesOf({ records, successors, sameOldNumber }: Samples): Example[] {
  const hidden = withoutSuccessors(records);
  const examples: Example[] = [];
  for (const [i, j] of candidatePairs(hidden)) {
    const [a, b] = [hidden[i], hidden[j]];
    if (!a || !b || sameOldNumber.has(pairKey(a.id, b.id))) continue;
    const pair = pairKey(a.id, b.id);
    const { reasons } = comparePair(a, b);
    const said = reasons.map(({ code, points }) => ({
      code,
      share: points / (weights[code] || 1),
    }));
    examples.push({ pair, same: successors.has(pair), said });
  }
  return examples;
}
