import { randomUUID } from "node:crypto";
import assert from "node:assert/strict";
import fc from "fast-check";
import { lentOver } from "../../modules/equipment/asking/wishes.ts";
import { doSteps, roundOf } from "../../modules/equipment/custody/check.ts";
import { backWithin, comesWithin } from "../../modules/equipment/asking/hours.ts";
import { askForLoan } from "../../modules/equipment/loans/ask.ts";
import { unitsOf } from "../../modules/equipment/units/queries.ts";
import { changeState } from "../../modules/equipment/units/write.ts";
import { dayIn, instantOf } from "../../modules/scheduling/index.ts";
import { addDays } from "../../platform/clock.ts";
import { whole } from "../../platform/db/whole.ts";
import { checkLife } from "./life-check.ts";
import type { Ground } from "./life-ground.ts";
import { hours, type Life } from "./life-kinds.ts";
import { settle } from "./life-line.ts";
import { at, ofLoan, word, type Drawn } from "./life-loan.ts";
import type { LendingModel } from "./life-model.ts";
import { ofWait, passes } from "./life-wait.ts";

const some = fc.nat({ max: 40 });
const way = fc.constantFrom("web", "web", "web", "agent", "spot", "provision");
const gesture = fc.oneof(
  { weight: 6, arbitrary: fc.record({ door: fc.constant("ask"), way, pool: fc.nat({ max: 2 }), quantity: fc.integer({ min: 1, max: 2 }), first: fc.integer({ min: 1, max: 3 }), nights: fc.constantFrom(0, 1, 2, 3, 20), two: fc.boolean() }) }, // prettier-ignore
  { weight: 14, arbitrary: fc.record({ door: fc.constantFrom("accept", "refuse", "cancel", "prepare", "handOver", "handOver", "handOver", "takeBack", "takeBack", "exchange"), which: some, n: some, became: fc.constantFrom("good", "good", "worn", "broken", "lost") }) }, // prettier-ignore
  { weight: 2, arbitrary: fc.record({ door: fc.constant("move"), which: some, n: some, hours: fc.integer({ min: -30, max: 50 }), kept: fc.boolean() }) }, // prettier-ignore
  { weight: 3, arbitrary: fc.record({ door: fc.constant("state"), which: some, to: fc.constantFrom("repair", "lost", "retired", "to_check") }) }, // prettier-ignore
  { weight: 3, arbitrary: fc.record({ door: fc.constant("check"), which: some }) },
  { weight: 1, arbitrary: fc.record({ door: fc.constant("close"), first: fc.integer({ min: 1, max: 4 }) }) }, // prettier-ignore
  { weight: 6, arbitrary: fc.record({ door: fc.constant("join"), who: fc.nat({ max: 4 }), pool: fc.nat({ max: 2 }), quantity: fc.integer({ min: 1, max: 2 }), first: fc.constantFrom(0, 1, 2, 2, 3, 4, 6), nights: fc.constantFrom(0, 0, 1, 3) }) }, // prettier-ignore
  { weight: 6, arbitrary: fc.record({ door: fc.constantFrom("yes", "yes", "yes", "leave", "remove"), which: some, n: some, kept: fc.boolean() }) }, // prettier-ignore
);
const op = fc.oneof(
  { weight: 45, arbitrary: gesture },
  { weight: 5, arbitrary: fc.record({ door: fc.constant("wait"), hours: fc.constantFrom(1, 5, 20, 24, 50), away: fc.constantFrom(false, false, true), meanwhile: fc.option(gesture) }) }, // prettier-ignore
);
export type Op = Partial<Drawn> & Pick<Drawn, "door">;
export type Met = Map<string, number>;

/** One gesture done to the model and to the real thing: the same answer, one of those the model allows, and the same left behind. */
export class Gesture implements fc.AsyncCommand<LendingModel, Ground> {
  readonly #op: Op;
  readonly #met: Met;
  constructor(one: Op, met: Met) {
    this.#op = one;
    this.#met = met;
  }
  check = () => true;
  toString = () => JSON.stringify(this.#op);
  async run(model: LendingModel, real: Ground): Promise<void> {
    const one = this.#op;
    const name = await named(one as Drawn, model, real);
    // What a gesture frees is offered at once, and nobody who may have it is left waiting.
    settle(model);
    for (const what of [name, ...model.happened.splice(0)]) this.#met.set(what, (this.#met.get(what) ?? 0) + 1); // prettier-ignore
    await checkLife(real);
  }
}

/** What was met: the gesture and its answer. */
async function named(one: Drawn, model: LendingModel, real: Ground): Promise<string> {
  return `${one.door}${one.door === "ask" ? ` ${one.way}` : ""} ${await act(one, model, real)}`;
}

async function act(one: Drawn, model: LendingModel, real: Ground): Promise<string> {
  if (one.door === "ask") return ask(one, model, real);
  if (one.door === "wait")
    return passes(one, model, real, async (what) => {
      if (one.meanwhile) model.happened.push(`before the ${what}, ${await named(one.meanwhile as Drawn, model, real)}`); // prettier-ignore
    });
  if (["join", "yes", "leave", "remove"].includes(one.door)) return ofWait(one, model, real);
  if (one.door === "close") {
    const day = addDays(dayIn(real.zone, at(model.now)), one.first);
    if (!model.closed.delete(day)) model.closed.add(day);
    await real.openBut(model.closed);
    return "done";
  }
  if (one.door === "state" || one.door === "check") return ofUnit(one, model, real);
  // Mostly those it is for; sometimes any.
  const fit = one.n % 5 ? model.loans.filter(({ state }) => meant[one.door]?.includes(state)) : [];
  const among = fit.length ? fit : model.loans;
  const loan = among[one.which % (among.length || 1)];
  return loan ? real.write((tx, now) => ofLoan(one, loan, model, { ...real, tx, now })) : "nothing";
}

const before = ["accepted", "prepared"];
const meant: Record<string, string[]> = {
  accept: ["asked"],
  refuse: ["asked"],
  prepare: ["accepted"],
  handOver: before,
  takeBack: ["out"],
  exchange: ["out"],
  move: [...before, "out"],
};

async function ask(one: Drawn, model: LendingModel, real: Ground): Promise<string> {
  const { zone, ground } = real;
  const first = addDays(dayIn("Europe/Paris", at(model.now)), one.first);
  const last = addDays(first, one.nights);
  const web = one.way === "web";
  const spot = one.way === "spot";
  const from = spot ? model.now : instantOf(zone, first, 600).getTime();
  const until = spot ? model.now + hours(3) : instantOf(zone, last, 900).getTime();
  const blocked = spot ? until : until + hours(1) + (web ? hours(0.5) : 0);
  const wanted = one.two && !spot ? [one.pool, (one.pool + 1) % 3] : [one.pool];
  const lines = wanted.map((pool) => ({ pool, quantity: spot ? 1 : one.quantity, seats: spot ? 1 : one.quantity, from, until: blocked, aside: 0, out: [], over: 0 })); // prettier-ignore
  const loan: Life = { id: "", state: web ? "asked" : "accepted", from, until, met: web ? [from, until] : [], lines, review: one.way === "provision" ? last : null, wait: null }; // prettier-ignore
  const span = { from: instantOf(zone, first, 0).getTime(), until: instantOf(zone, addDays(last, 1), 0).getTime() + hours(1) }; // prettier-ignore
  const shut = model.closed.has(first) || model.closed.has(last);
  const offered = lines.every(({ pool, quantity }) => model.free(pool, span) >= quantity);
  const days = one.nights + 1 > 14 ? "too_long" : "done";
  const looked = days === "done" && shut ? "hand_over_closed" : days;
  const before = looked === "done" && !offered ? "not_free" : looked;
  const hand = model.ask(loan, web ? 2 : null);
  const expected = web && before !== "done" ? before : hand;
  // What is free for part of its days only is had by who comes within the hours found: whether these fit is left to the real one.
  const part = web && expected === "not_free" && lines.every(({ pool, quantity }) => [0, quantity].includes(Math.min(quantity, model.free(pool, span)))); // prettier-ignore
  const answer = await real.write(async (tx, now) => {
    if (web) {
      const lent = (await lentOver({ tx, now }, { from: first, until: last })).flatMap(({ offers }) => offers); // prettier-ignore
      for (const { pool, quantity } of lines) {
        const offer = lent.find(({ shelf }) => shelf.poolId === ground.pools[pool]?.poolId);
        if (!offer || offer.free < quantity) return { refused: offer?.whyNot ?? "not_free" };
        if (!comesWithin(offer.within, 600) || !backWithin(offer.within, 900)) return { refused: "not_free" }; // prettier-ignore
      }
    }
    return whole(tx, () => askForLoan(tx, { requestId: randomUUID(), borrower: { service: "École" }, placeId: ground.placeId, slotMost: web ? 2 : null, regime: spot ? "on_site" : one.way === "provision" ? "provision" : "loan", purpose: "Atelier", from: at(from), until: at(until), reviewOn: loan.review, askedBy: null, decided: !web, ...(web ? {} : { decidedBy: ground.agentId }), lines: lines.map(({ pool, quantity }) => ({ poolId: ground.pools[pool]?.poolId ?? "", counterId: ground.pools[pool]?.counterId ?? "", quantity, blockedUntil: at(blocked) })) }, real.hand())); // prettier-ignore
  });
  assert.ok([expected, ...(part ? [hand] : [])].includes(word(answer)), `asked: ${word(answer)}, not ${expected}`); // prettier-ignore
  if (!("done" in answer)) return word(answer);
  model.loans.push({ ...loan, id: answer.done });
  assert.ok(!model.overPromised(loan), "promised what is not there");
  return "done";
}

async function ofUnit(one: Drawn, model: LendingModel, real: Ground): Promise<string> {
  const thing = [...model.things.values()][one.which % model.things.size];
  if (!thing) return "nothing";
  return real.write(async (tx) => {
    if (one.door === "check") {
      const known = thing.state;
      if (known === "to_check") thing.state = "ready";
      if (known === "to_check") model.count(thing.pool);
      await doSteps(tx, thing.id, await roundOf(tx, thing.id), null, real.hand());
      return known === "to_check" ? "done" : "nothing";
    }
    const unit = (await unitsOf(tx, { poolId: real.ground.pools[thing.pool]?.poolId ?? "" })).find(({ id }) => id === thing.id); // prettier-ignore
    assert.ok(unit);
    const held = model.holder(thing.id) !== undefined;
    if (!held) thing.state = one.to;
    const expected = held ? "is_out" : model.count(thing.pool);
    const answer = await changeState(tx, unit, one.to, null, real.hand());
    assert.equal(answer, expected, "a state");
    return answer;
  });
}

export const lives = (met: Met, most: number) =>
  fc.commands([op.map((one) => new Gesture(one, met))], { maxCommands: most, size: "max" });
