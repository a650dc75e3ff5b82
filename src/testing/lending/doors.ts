import { randomUUID } from "node:crypto";
import { doSteps, roundOf } from "../../modules/equipment/custody/check.ts";
import type { Condition } from "../../modules/equipment/custody/codes.ts";
import { exchangeUnit } from "../../modules/equipment/custody/exchange.ts";
import { handOver } from "../../modules/equipment/custody/hand-over.ts";
import { setAside } from "../../modules/equipment/custody/prepare.ts";
import { allocationsOf, candidatesFor } from "../../modules/equipment/custody/queries.ts";
import { takeBack } from "../../modules/equipment/custody/take-back.ts";
import type { UnitState } from "../../modules/equipment/codes.ts";
import { askForLoan } from "../../modules/equipment/loans/ask.ts";
import { acceptLoan, cancelLoan, refuseLoan } from "../../modules/equipment/loans/decide.ts";
import { moveEnd } from "../../modules/equipment/loans/extend.ts";
import { loansOf, type Loan } from "../../modules/equipment/loans/queries.ts";
import { addUnits, changeState } from "../../modules/equipment/units/write.ts";
import { unitsOf } from "../../modules/equipment/units/queries.ts";
import type { Tx } from "../../platform/db/database.ts";
import { whole } from "../../platform/db/whole.ts";
import type { Ground } from "./ground.ts";

const hour = 3_600_000;
export const buffer = hour;

export type Way = "web" | "rules" | "agent" | "spot";
export type Wanted = { lines: readonly { pool: number; quantity: number }[]; from: Date; until: Date; way: Way }; // prettier-ignore
export type Picking = {
  below: (most: number) => number;
  chance: (share: number) => boolean;
};

type Answer = { done: unknown } | { refused: string };
const gone = { refused: "gone" } as const;
const plain = { missing: [], words: null, fileIds: [] };

const loanOf = async (tx: Tx, id: string): Promise<Loan | undefined> =>
  (await loansOf(tx, { id }))[0];

/** The doors of lending, each as its route enters it: what is read, then what is done, in one transaction. */
export function doorsOf({ agentId, placeId, pools }: Ground, { below, chance }: Picking) {
  const handAt = (at: Date) => ({ actor: { kind: "person" as const, id: agentId }, at });

  /** Units for the lines of a loan as a hurried agent picks them: mostly those proposed, all or some. */
  async function picked(tx: Tx, loan: Loan, all: boolean) {
    const units = await allocationsOf(tx, [loan.id]);
    const candidates = await candidatesFor(tx, loan.id);
    return loan.lines.flatMap((line) => {
      const given = units.filter(({ poolId, state }) => poolId === line.poolId && !["set_aside", "exchanged"].includes(state)); // prettier-ignore
      const options = candidates.filter(({ poolId }) => poolId === line.poolId);
      const wanted = all || chance(0.7) ? line.quantity - given.length : below(line.quantity);
      const from = chance(0.3) ? below(options.length || 1) : 0;
      return [...options.slice(from), ...options.slice(0, from)].slice(0, Math.max(0, wanted)).map(({ unitId, poolId }) => ({ unitId, poolId })); // prettier-ignore
    });
  }

  const give = (tx: Tx, loan: Loan, units: readonly { unitId: string; poolId: string }[], now: Date) => // prettier-ignore
    handOver(tx, loan, units.map((unit) => ({ ...plain, ...unit, condition: "good" as const })), handAt(now)); // prettier-ignore

  return {
    ask: (tx: Tx, { lines, from, until, way }: Wanted, now: Date) =>
      whole(tx, async () => {
        if (way === "spot" && until <= now) return { refused: "past" as const };
        const asked = {
          requestId: randomUUID(),
          borrower: { service: "École" },
          placeId,
          slotMost: way === "web" ? 6 : null,
          regime: way === "spot" ? ("on_site" as const) : ("loan" as const),
          purpose: "Atelier",
          from: way === "spot" ? now : from,
          until,
          reviewOn: null,
          askedBy: way === "web" ? agentId : null,
          decided: way !== "web",
          ...(way === "agent" || way === "spot" ? { decidedBy: agentId } : {}),
          lines: lines.flatMap(({ pool, quantity }) => {
            const { poolId, counterId } = pools[pool] ?? {};
            const blockedUntil = new Date(until.getTime() + (way === "spot" ? 0 : buffer));
            return poolId && counterId ? [{ poolId, counterId, quantity, blockedUntil }] : [];
          }),
        };
        const lent = await askForLoan(tx, asked, handAt(now));
        if ("refused" in lent || way !== "spot") return lent;
        const loan = await loanOf(tx, lent.done);
        const unit = loan && (await picked(tx, loan, true))[0];
        if (!loan || !unit) return { refused: "nothing" as const };
        const given = await give(tx, loan, [unit], now);
        return "refused" in given ? given : lent;
      }),

    decide: async (tx: Tx, id: string, now: Date): Promise<Answer> => {
      const loan = await loanOf(tx, id);
      if (!loan) return gone;
      const done = chance(0.85)
        ? await acceptLoan(tx, loan, null, handAt(now), agentId)
        : await refuseLoan(tx, loan, "Non", handAt(now), agentId);
      return done ? { done } : gone;
    },

    prepare: async (tx: Tx, id: string, now: Date): Promise<Answer> => {
      const loan = await loanOf(tx, id);
      if (!loan) return gone;
      const units = Map.groupBy(await picked(tx, loan, chance(0.8)), ({ poolId }) => poolId);
      const chosen = new Map([...units].map(([pool, some]) => [pool, some.map(({ unitId }) => unitId)])); // prettier-ignore
      return whole(tx, () => setAside(tx, loan, chosen, handAt(now)));
    },

    handOver: async (tx: Tx, id: string, now: Date): Promise<Answer> => {
      const loan = await loanOf(tx, id);
      const units = loan ? await picked(tx, loan, false) : [];
      if (!loan || !units.length) return gone;
      return whole(tx, () => give(tx, loan, units, now));
    },

    moveEnd: async (tx: Tx, id: string, now: Date): Promise<Answer> => {
      const loan = await loanOf(tx, id);
      if (!loan) return gone;
      const until = new Date(loan.until.getTime() + (below(12) - 4) * 6 * hour);
      if (until <= now || until <= loan.from) return { refused: "past" };
      return whole(tx, () => moveEnd(tx, loan, { until, slotMost: null }, handAt(now)));
    },

    takeBack: async (tx: Tx, id: string, now: Date): Promise<Answer> => {
      const loan = await loanOf(tx, id);
      const all = chance(0.5);
      const out = (await allocationsOf(tx, [id])).filter(({ state }) => state === "out" && (all || chance(0.5))); // prettier-ignore
      if (!loan || !out.length) return gone;
      const became = (): Condition | "lost" => chance(0.8) ? "good" : (["worn", "broken", "lost"] as const)[below(3)] ?? "good"; // prettier-ignore
      const back = await takeBack(tx, loan, out.map(({ unitId }) => ({ ...plain, unitId, became: became() })), handAt(now)); // prettier-ignore
      return { done: back.done };
    },

    exchange: async (tx: Tx, id: string, now: Date): Promise<Answer> => {
      const loan = await loanOf(tx, id);
      const units = await allocationsOf(tx, [id]);
      const old = units.find(({ state }) => state === "out");
      const fresh = (await candidatesFor(tx, id)).find(({ poolId, unitId }) => poolId === old?.poolId && !units.some((one) => one.unitId === unitId && one.state === "set_aside")); // prettier-ignore
      if (!loan || !old || !fresh) return gone;
      const became = chance(0.5) ? ("broken" as const) : ("good" as const);
      return whole(tx, () => exchangeUnit(tx, loan, { ...plain, unitId: old.unitId, became }, fresh.unitId, handAt(now))); // prettier-ignore
    },

    cancel: async (tx: Tx, id: string, now: Date): Promise<Answer> => {
      const loan = await loanOf(tx, id);
      return loan && (await cancelLoan(tx, loan, handAt(now))) ? { done: true } : gone;
    },

    /** What is away comes back to the shelf, or something on the shelf is away. */
    state: async (tx: Tx, pool: number, now: Date): Promise<Answer> => {
      const units = await unitsOf(tx, { poolId: pools[pool]?.poolId ?? "" });
      const away = units.filter(({ state }) => ["repair", "lost", "retired"].includes(state));
      const mend = away.length > 0 && chance(0.7);
      const unit = mend ? away[below(away.length)] : units[below(units.length)];
      if (!unit) return gone;
      const to: UnitState = mend ? "to_check" : (["repair", "lost", "retired", "to_check", "ready"] as const)[below(5)] ?? "ready"; // prettier-ignore
      const answer = await changeState(tx, unit, to, null, handAt(now));
      return ["counted", "short"].includes(answer) ? { done: answer } : { refused: answer };
    },

    check: async (tx: Tx, pool: number, now: Date): Promise<Answer> => {
      const units = await unitsOf(tx, { poolId: pools[pool]?.poolId ?? "" });
      const unit = units.find(({ state }) => state === "to_check");
      if (!unit) return gone;
      const left = await doSteps(tx, unit.id, await roundOf(tx, unit.id), null, handAt(now));
      return left.length ? { refused: "steps_left" } : { done: true };
    },

    addUnit: (tx: Tx, pool: number, tag: string, now: Date) =>
      addUnits(tx, { modelId: pools[pool]?.modelId ?? "", placeId, tags: [tag], serial: null, dataPlan: null, acquiredOn: null }, handAt(now)), // prettier-ignore
  };
}
