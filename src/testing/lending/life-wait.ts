import assert from "node:assert/strict";
import { loansOf } from "../../modules/equipment/loans/queries.ts";
import { countAll } from "../../modules/equipment/reminding/cascade.ts";
import { acceptWait, leaveList, removeFromList } from "../../modules/equipment/waiting/answer.ts";
import { joinList } from "../../modules/equipment/waiting/join.ts";
import { dayIn, instantOf } from "../../modules/scheduling/index.ts";
import { settleDue } from "../../modules/scheduling/seats/jobs.ts";
import { addDays } from "../../platform/clock.ts";
import type { Ground } from "./life-ground.ts";
import { hours, type Life } from "./life-kinds.ts";
import { accept, join, settle, tell } from "./life-line.ts";
import { at, word, type Drawn } from "./life-loan.ts";
import type { LendingModel } from "./life-model.ts";

/** A gesture of the waiting list: the same answer of both. */
export async function ofWait(one: Drawn, model: LendingModel, real: Ground): Promise<string> {
  if (one.door === "join") return joins(one, model, real);
  const waiting = model.loans.filter(({ state }) => state === "waiting");
  const offered = waiting.filter(({ wait }) => wait?.ends);
  // Mostly those who may; sometimes any loan at all.
  const fit = one.door === "yes" && offered.length ? offered : waiting;
  const among = one.n % 6 && fit.length ? fit : model.loans;
  const loan = among[one.which % (among.length || 1)];
  if (!loan) return "nothing";
  return one.door === "yes" ? says(one, loan, model, real) : leaves(one, loan, model, real);
}

async function joins(one: Drawn, model: LendingModel, real: Ground): Promise<string> {
  const { zone, ground } = real;
  const today = dayIn("Europe/Paris", at(model.now));
  const days = { from: addDays(today, one.first), until: addDays(today, one.first + one.nights) };
  const { score = 0, ...borrower } = real.borrowers[one.who] ?? { service: "Mairie" };
  const from = instantOf(zone, days.from, 0).getTime();
  const next = instantOf(zone, addDays(days.until, 1), 0).getTime();
  const line = { pool: one.pool, quantity: one.quantity, seats: one.quantity, from, until: next + hours(1), aside: 0, out: [], over: 0 }; // prettier-ignore
  const wait = { who: one.who, ahead: "service" in borrower, day: today, score, place: 0, passed: 0, offers: 0, ends: null, told: false, withdrawn: false, owed: false, over: null }; // prettier-ignore
  const loan: Life = { id: "", state: "waiting", from, until: next - hours(1 / 60), met: [], lines: [line], review: null, wait }; // prettier-ignore
  const expected = join(model, loan);
  const { poolId = "", counterId = "" } = ground.pools[one.pool] ?? {};
  const asked = { borrower, placeId: ground.placeId, purpose: "Fête", askedBy: null, poolId, counterId, quantity: one.quantity, days, zone, bufferMinutes: 60 }; // prettier-ignore
  const answer = await real.write((tx) => joinList(tx, asked, real.hand()));
  const said = "refused" in answer ? answer.refused : answer.offered ? "offered" : "waiting";
  assert.equal(said, expected, "joined");
  if ("done" in answer) loan.id = answer.done;
  return expected;
}

const says = (one: Drawn, loan: Life, model: LendingModel, real: Ground): Promise<string> =>
  real.write(async (tx) => {
    const [known] = await loansOf(tx, { id: loan.id });
    assert.ok(known);
    const [out, back] = [instantOf(real.zone, dayIn(real.zone, at(loan.from)), 600), instantOf(real.zone, dayIn(real.zone, at(loan.until)), 900)]; // prettier-ignore
    const times = { from: out.getTime(), until: back.getTime(), ready: hours(1.5) };
    const expected = accept(model, loan, times, one.kept);
    const decided = one.kept ? { how: "agent" as const, by: real.ground.agentId } : undefined;
    const answer = await acceptWait(tx, known, { out, back, slotMinutes: 30, slotMost: 2, bufferMinutes: 60, decided }, real.hand()); // prettier-ignore
    assert.equal(word(answer), expected, "said yes");
    return expected;
  });

const leaves = (one: Drawn, loan: Life, model: LendingModel, real: Ground): Promise<string> =>
  real.write(async (tx) => {
    const [known] = await loansOf(tx, { id: loan.id });
    assert.ok(known);
    const removed = { words: "Plus prêté", by: real.ground.agentId, how: "agent" as const };
    const was = loan.wait?.ends ? "offered" : "waiting";
    const expected = model.leave(loan, ["waiting"], one.door === "leave" ? "cancelled" : "refused");
    const did = one.door === "leave" ? leaveList(tx, known, real.hand()) : removeFromList(tx, known, removed, real.hand()); // prettier-ignore
    assert.equal((await did) ? "done" : "gone", expected, one.door);
    return expected === "done" ? was : expected;
  });

/**
 * Time passes, then all that is done by the clock: letters left before it unless who writes them was away. What somebody does before
 * the round of the list finds it as the round would have left it; a yes may come before what is late is counted.
 */
export async function passes(
  one: Drawn,
  model: LendingModel,
  real: Ground,
  before: (what: "count" | "round") => Promise<void>,
): Promise<string> {
  if (!one.away) await tells(model, real);
  model.now += hours(one.hours);
  real.clock.set(at(model.now).toISOString());
  const uncounted = one.meanwhile?.door === "yes" && (one.meanwhile.n ?? 0) % 2 === 1;
  if (uncounted) await before("count");
  model.round();
  settle(model);
  const house = { database: real.fresh.database, clock: real.clock };
  await countAll(house, real.ground.communeId);
  if (!uncounted) await before("round");
  settle(model);
  await settleDue(house, real.ground.communeId);
  await tells(model, real);
  return "done";
}

async function tells(model: LendingModel, real: Ground): Promise<void> {
  tell(model);
  for (const { counterId } of real.ground.pools)
    await real.telling?.run(real.ground.communeId, { counter: counterId });
}
