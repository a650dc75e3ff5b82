import assert from "node:assert/strict";
import { exchangeUnit } from "../../modules/equipment/custody/exchange.ts";
import { handOver } from "../../modules/equipment/custody/hand-over.ts";
import { setAside } from "../../modules/equipment/custody/prepare.ts";
import { takeBack } from "../../modules/equipment/custody/take-back.ts";
import { acceptLoan, cancelLoan, refuseLoan } from "../../modules/equipment/loans/decide.ts";
import { moveEnd } from "../../modules/equipment/loans/extend.ts";
import { loansOf, type Loan } from "../../modules/equipment/loans/queries.ts";
import { dayIn } from "../../modules/scheduling/index.ts";
import type { Tx } from "../../platform/db/database.ts";
import { whole } from "../../platform/db/whole.ts";
import type { Ground } from "./life-ground.ts";
import { hours, type Life } from "./life-kinds.ts";
import type { LendingModel } from "./life-model.ts";

/** What a gesture may be given; each takes what it needs. */
export type Drawn = { door: string; way: string; pool: number; quantity: number; first: number; nights: number; two: boolean; which: number; n: number; who: number; away: boolean; became: "good" | "worn" | "broken" | "lost"; hours: number; kept: boolean; to: "repair" | "lost" | "retired" | "to_check"; meanwhile: Partial<Drawn> | null }; // prettier-ignore

const plain = { missing: [], words: null, fileIds: [] };
export const at = (ms: number) => new Date(ms);
export const word = (answer: { done: unknown } | { refused: string }) =>
  "done" in answer ? "done" : answer.refused;

type In = Ground & { tx: Tx; now: Date };

/** A gesture on a loan: what it answers is what the model says, which is then changed alike. */
export async function ofLoan(
  one: Drawn,
  loan: Life,
  model: LendingModel,
  real: In,
): Promise<string> {
  const { tx } = real;
  const [known] = await loansOf(tx, { id: loan.id });
  assert.ok(known);
  const by = real.ground.agentId;
  const decided = async (from: readonly string[], to: string, did: Promise<boolean>) => {
    const expected = model.leave(loan, from, to);
    assert.equal((await did) ? "done" : "gone", expected, to);
    return expected;
  };
  if (one.door === "refuse") return decided(["asked"], "refused", refuseLoan(tx, known, "Non", real.hand(), by)); // prettier-ignore
  if (one.door === "cancel") return decided(["asked", "waiting", "accepted", "prepared"], "cancelled", cancelLoan(tx, known, real.hand())); // prettier-ignore
  if (one.door === "accept") {
    const expected = loan.state === "asked" ? "done" : "gone";
    const did = await acceptLoan(tx, known, null, real.hand(), by);
    assert.equal(did ? "done" : "gone", expected, "accepted");
    if (did) loan.state = "accepted";
    return expected;
  }
  if (one.door === "move") return moved(one, loan, known, model, real);
  if (one.door === "takeBack" || one.door === "exchange") return back(one, loan, known, model, real); // prettier-ignore
  return leaves(one, loan, known, model, real);
}

async function moved(one: Drawn, loan: Life, known: Loan, model: LendingModel, real: In) {
  const until = Math.max(model.now, loan.from, loan.until + hours(one.hours) - 1) + 1;
  // A provision is looked at again on its last day, whichever it becomes.
  const review = loan.review && dayIn(real.zone, at(until));
  const may = model.mayMove(loan, until);
  const full = may === "done" && one.kept && model.meetings(until, loan) + Number(loan.from === until) >= 2; // prettier-ignore
  const answer = word(await whole(real.tx, () => moveEnd(real.tx, known, { until: at(until), slotMost: one.kept ? 2 : null, ...(review && { reviewOn: review }) }, real.hand()))); // prettier-ignore
  const units = loan.lines.some(({ aside, out }) => aside + out.length > 0);
  const allowed = may === "done" ? [full ? "slot_full" : "done", ...(units ? ["not_free"] : [])] : [may]; // prettier-ignore
  assert.ok(allowed.includes(answer), `moved: ${answer}, not ${allowed.join()}`);
  if (answer === "done") model.move(loan, until);
  if (answer === "done") loan.review = review;
  if (answer === "done" && one.kept) loan.met.push(until);
  return answer;
}

async function leaves(one: Drawn, loan: Life, known: Loan, model: LendingModel, real: In) {
  const { tx } = real;
  const units = loan.lines.flatMap((line) => {
    const here = [...model.things.values()].filter(({ pool }) => pool === line.pool);
    const left = line.quantity - line.out.length - line.over;
    // Mostly those that may leave; sometimes any.
    const fit = here.filter(({ id, state }) => one.n % 5 === 0 || (state === "ready" && !model.holder(id))); // prettier-ignore
    const mine = fit.filter(({ id }) => !line.out.includes(id));
    return mine.slice(0, one.n % 3 === 0 ? Math.min(1, left) : left).map(({ id, pool }) => ({ unitId: id, poolId: real.ground.pools[pool]?.poolId ?? "" })); // prettier-ignore
  });
  const ids = units.map(({ unitId }) => unitId);
  if (!ids.length) return "nothing";
  const unfit = ids.some((id) => model.things.get(id)?.state !== "ready" || model.holder(id));
  const prepares = one.door === "prepare";
  const open = ["accepted", "prepared", "out"].includes(loan.state) ? "done" : "gone";
  const may = prepares ? open : model.mayLeave(loan);
  const chosen = new Map(Map.groupBy(units, ({ poolId }) => poolId).entries().map(([pool, all]) => [pool, all.map(({ unitId }) => unitId)])); // prettier-ignore
  const leaving = units.map((unit) => ({ ...plain, ...unit, condition: "good" as const }));
  const answer = word(await whole<{ done: unknown } | { refused: string }>(tx, () => prepares ? setAside(tx, known, chosen, real.hand()) : handOver(tx, known, leaving, real.hand()))); // prettier-ignore
  const hindered = ["taken", "gone", "not_ready", "still_out"];
  const fits = unfit ? (prepares ? ["done", ...hindered] : hindered) : ["done", "taken"];
  const allowed = may === "done" ? fits : [may];
  assert.ok(allowed.includes(answer), `${one.door}: ${answer}, not ${allowed.join()}`);
  if (answer === "done" && prepares) model.prepare(loan, ids);
  if (answer === "done" && !prepares) model.handOver(loan, ids);
  return answer;
}

async function back(one: Drawn, loan: Life, known: Loan, model: LendingModel, real: In) {
  const out = loan.lines.flatMap((line) => line.out);
  const [old] = out;
  if (one.door === "takeBack") {
    const units = (one.n % 3 ? out : out.slice(0, 1)).map((unit) => ({ unit, became: one.became }));
    const returns = units.map(({ unit, became }) => ({ ...plain, unitId: unit, became }));
    const answer = await takeBack(real.tx, known, returns, real.hand());
    assert.equal(answer.done, units.length, "taken back");
    if (units.length) model.takeBack(loan, units);
    return units.length ? `done ${one.became}` : "nothing";
  }
  const thing = model.things.get(old ?? "");
  const other = [...model.things.values()].find(({ id, pool, state }) => pool === thing?.pool && state === "ready" && !model.holder(id)); // prettier-ignore
  if (!thing || !other) return "nothing";
  const became = one.became === "lost" ? "broken" : one.became;
  const answer = word(await whole(real.tx, () => exchangeUnit(real.tx, known, { ...plain, unitId: thing.id, became }, other.id, real.hand()))); // prettier-ignore
  assert.ok(["done", "taken"].includes(answer), `exchanged: ${answer}`);
  if (answer !== "done") return answer;
  const line = loan.lines.find((one) => one.pool === thing.pool);
  if (line) line.out = line.out.map((id) => (id === thing.id ? other.id : id));
  if (line) line.aside = 0;
  model.becomes(thing.id, became);
  model.count(thing.pool);
  return answer;
}
