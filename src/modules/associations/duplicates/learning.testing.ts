/** A plain logistic regression: not used by the site, it only checks that our points are not fitted to one sample. */
import { counterReasonCodes, reasonCodes, type Reason } from "./reasons.ts";

/** A pair, whether it is one association, and the share (0 to 1) of each reason that speaks about it. */
export type Example = {
  pair: string;
  same: boolean;
  said: { code: Reason["code"]; share: number }[];
};

const codes: readonly Reason["code"][] = [...reasonCodes, ...counterReasonCodes];
const against: ReadonlySet<string> = new Set(counterReasonCodes);

/** A judge of pairs, learnt from examples; a reason may only ever speak for, a counter-reason against. */
export function learnWeights(examples: readonly Example[]): (example: Example) => boolean {
  const learnt = new Map<Reason["code"], number>(codes.map((code) => [code, 0]));
  let bias = 0;
  const chance = ({ said }: Example): number => {
    const sum = said.reduce(
      (total, { code, share }) => total + (learnt.get(code) ?? 0) * share,
      bias,
    );
    return 1 / (1 + Math.exp(-sum));
  };
  const [rounds, step, modesty] = [1500, 2, 0.0005];
  for (let round = 0; round < rounds; round++) {
    const slopes = new Map<Reason["code"], number>();
    let biasSlope = 0;
    for (const example of examples) {
      const error = (Number(example.same) - chance(example)) / examples.length;
      biasSlope += error;
      for (const { code, share } of example.said)
        slopes.set(code, (slopes.get(code) ?? 0) + error * share);
    }
    bias += step * biasSlope;
    for (const code of codes) {
      const value = (learnt.get(code) ?? 0) * (1 - step * modesty) + step * (slopes.get(code) ?? 0);
      learnt.set(code, against.has(code) ? Math.min(0, value) : Math.max(0, value));
    }
  }
  return (example) => chance(example) >= 0.5;
}
