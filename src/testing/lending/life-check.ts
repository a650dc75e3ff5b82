import assert from "node:assert/strict";
import { sql } from "kysely";
import { lentOver } from "../../modules/equipment/asking/wishes.ts";
import { loansOf } from "../../modules/equipment/loans/queries.ts";
import { addDays } from "../../platform/clock.ts";
import { dayIn, dayStart, instantOf } from "../../modules/scheduling/index.ts";
import { audit } from "./audit.ts";
import type { Ground } from "./life-ground.ts";
import { checkLine } from "./life-line-check.ts";
import { hours } from "./life-kinds.ts";

/** All that is kept is as the model says; histories only grow; what the catalogue says free is what the model counts. */
export const checkLife = ({ ground, clock, zone, model, write, told }: Ground): Promise<void> =>
  write(async (tx, now) => {
    assert.deepEqual(await audit(tx, clock), []);
    const { rows: counters } = await sql<{ capacity: number }>`
      select c.capacity from equipment_pool p join seat_counter c using (counter_id)
      order by array_position(${ground.pools.map(({ poolId }) => poolId)}::uuid[], p.pool_id)`.execute(tx); // prettier-ignore
    assert.deepEqual(counters.map(({ capacity }) => capacity), model.capacity, "capacities"); // prettier-ignore
    const { rows: units } = await sql<{ id: string; state: string; events: string[] }>`
      select u.unit_id as id, u.state, array(select e.event_id::text from custody_event e where e.unit_id = u.unit_id order by e.at) as events
      from equipment_unit u`.execute(tx);
    for (const { id, state, events } of units) {
      assert.equal(state, model.things.get(id)?.state, "a unit");
      const before = told.get(id) ?? [];
      assert.deepEqual(events.slice(0, before.length), before, "a history is only added to");
      told.set(id, events);
    }
    const { rows: seats } = await sql<{ loan: string; pool: string; seats: number }>`
      select n.loan_id as loan, n.pool_id as pool, s.quantity as seats from loan_line n join seat s using (seat_id)`.execute(tx); // prettier-ignore
    const kept = await loansOf(tx, {});
    assert.equal(kept.length, model.loans.length);
    for (const loan of model.loans) {
      const real = kept.find(({ id }) => id === loan.id);
      const state = ["returned", "closed"].includes(real?.state ?? "") ? "over" : real?.state;
      const ended = loan.state === "waiting" ? null : (loan.wait?.over ?? null);
      assert.deepEqual([state, real?.until.getTime(), real?.reviewOn, real?.waitEnded], [loan.state, loan.until, loan.review, ended], "a loan"); // prettier-ignore
      for (const line of loan.lines) {
        const poolId = ground.pools[line.pool]?.poolId;
        const one = real?.lines.find((other) => other.poolId === poolId);
        const had = seats.find((seat) => seat.loan === loan.id && seat.pool === poolId)?.seats;
        assert.deepEqual([one?.from.getTime(), one?.blockedUntil.getTime(), had], [line.from, line.until, line.seats], "a line"); // prettier-ignore
      }
    }
    await checkLine(tx, now, model);
    for (const [pool, capacity] of model.capacity.entries())
      assert.ok(model.peak(pool, { from: model.now, until: Infinity }) <= capacity, "more promised than may be"); // prettier-ignore
    for (const [first, nights] of [
      [1, 0],
      [2, 2],
    ] as const) {
      // prettier-ignore
      const from = addDays(dayIn("Europe/Paris", now), first);
      const days = { from, until: addDays(from, nights) };
      const span = { from: dayStart(zone, days.from), until: dayStart(zone, addDays(days.until, 1)) + hours(1) }; // prettier-ignore
      const shut = model.closed.has(days.from) || model.closed.has(days.until);
      for (const { offers } of await lentOver({ tx, now }, days))
        for (const { shelf, free, whyNot, within } of offers) {
          const pool = ground.pools.findIndex(({ poolId }) => poolId === shelf.poolId);
          const said = shut ? 0 : model.free(pool, span);
          const why = shut ? "hand_over_closed" : "not_free";
          if (within) {
            const { rules, zone: there } = shelf.timetable;
            const out = within.from ?? Math.min(...rules.map((rule) => rule.from));
            const back =
              within.until ?? Math.max(...rules.map((rule) => rule.until)) - shelf.slotMinutes;
            const part = { from: +instantOf(there, days.from, out), until: +instantOf(there, days.until, back) + shelf.slotMinutes * 60_000 + hours(1) }; // prettier-ignore
            assert.deepEqual([said, shut, free], [0, false, model.free(pool, part)], "part of the days"); // prettier-ignore
            continue;
          }
          assert.deepEqual([free, whyNot], [said, said ? undefined : why], "the catalogue");
        }
    }
  });
