import type { Tx } from "../../../platform/db/database.ts";
import { answerNeed, openNeeds } from "../../associations/index.ts";
import type { Hand } from "../journal.ts";
import type { Loan } from "../loans/queries.ts";
import { kitsOf } from "./queries.ts";
import { heldOf, standardKitOf } from "./standard.ts";
import { kitsFor, wholeOf } from "./standard-rules.ts";

/**
 * Once an association has all of a kit, what it said it lacks and this kit answers is answered, by the loan that brought the last of it.
 * What is used on the spot stays with nobody.
 */
export async function answerNeeds(
  tx: Tx,
  { id, associationId, ownerId, regime, lines }: Loan,
  { actor, at }: Hand,
): Promise<void> {
  if (!associationId || ownerId || regime === "on_site" || actor.kind !== "person") return;
  const open = await openNeeds(tx, [associationId]);
  if (!open.length) return;
  const lacks = open.map(({ tool }) => tool);
  const [kits, standardId, held] = await Promise.all([
    kitsOf(tx),
    standardKitOf(tx, associationId),
    heldOf(tx, associationId),
  ]);
  const brought = new Set(lines.map(({ modelId }) => modelId));
  const whole = kitsFor(kits, { standardId, lacks, held }).filter(
    (one) => wholeOf(one) && one.lines.some(({ modelId }) => brought.has(modelId)),
  );
  for (const need of open) {
    const one = whole.find(({ answers }) => answers.includes(need.tool));
    if (!one) continue;
    const answer = { id: need.id, how: "loan" as const, words: one.kit.name, answeredBy: id };
    await answerNeed(tx, answer, { by: actor.id, at });
  }
}
