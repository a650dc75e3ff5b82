import { addDays, dayOf } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/database.ts";
import { loansOf } from "../../modules/equipment/loans/queries.ts";
import { acceptWait, leaveList } from "../../modules/equipment/waiting/answer.ts";
import { joinList } from "../../modules/equipment/waiting/join.ts";
import { waitsOf } from "../../modules/equipment/waiting/queries.ts";
import { dayStart } from "../../modules/scheduling/index.ts";
import { buffer, type Picking, type Wanted } from "./doors.ts";
import type { Ground } from "./ground.ts";

const zone = "Europe/Paris";
const hour = 3_600_000;
const gone = { refused: "gone" } as const;

const daysOf = ({ from, until }: Pick<Wanted, "from" | "until">) => ({
  from: dayOf(from),
  until: dayOf(until),
});

/** The doors of the waiting list of loans: joining it, saying yes to what is offered, leaving it. */
export function waitingDoorsOf({ agentId, placeId, pools }: Ground, { below, chance }: Picking) {
  const handAt = (at: Date) => ({ actor: { kind: "person" as const, id: agentId }, at });

  return {
    join: (tx: Tx, { lines, ...wanted }: Wanted, now: Date) => {
      const [{ pool, quantity } = { pool: 0, quantity: 1 }] = lines;
      const { poolId = "", counterId = "" } = pools[pool] ?? {};
      const borrower = { service: `Service ${below(1000)}` };
      const shelf = { poolId, counterId, placeId, zone, bufferMinutes: buffer / 60_000 };
      return joinList(tx, { ...shelf, borrower, quantity, purpose: "Atelier", askedBy: null, days: daysOf(wanted) }, handAt(now)); // prettier-ignore
    },

    accept: async (tx: Tx, id: string, now: Date) => {
      const [loan] = await loansOf(tx, { id });
      const [wait] = await waitsOf(tx, now, { loanIds: [id] });
      if (!loan || !wait?.offeredUntil) return gone;
      const { from, until } = daysOf(loan);
      const out = new Date(dayStart(zone, from) + 9 * hour);
      const back = new Date(dayStart(zone, addDays(until, 1)) - (2 + below(4)) * hour);
      const place = { slotMinutes: 30, slotMost: 6, bufferMinutes: buffer / 60_000 };
      const decided = chance(0.5) ? ({ how: "rules" } as const) : undefined;
      return acceptWait(tx, loan, { out, back, ...place, decided }, handAt(now));
    },

    leave: async (tx: Tx, id: string, now: Date) => {
      const [loan] = await loansOf(tx, { id });
      return loan && (await leaveList(tx, loan, handAt(now))) ? { done: true } : gone;
    },
  };
}
