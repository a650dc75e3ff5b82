import { said } from "../../../../db/demo/lending-year.ts";
import {
  allocationsOf,
  cancelLoan,
  candidatesFor,
  changeState,
  doSteps,
  exchangeUnit,
  handOver,
  modelsOf,
  setAside,
  stepsOf,
  takeBack,
  unitsOf,
  type Loan,
  type Model,
  type Return,
} from "../../../modules/equipment/index.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { whole } from "../../../platform/db/whole.ts";
import { Asking } from "./asking.ts";

/** What is said of the first thing that comes back, and how many do not come yet. */
export type Told = Partial<Pick<Return, "became" | "words">> & {
  incomplete?: boolean;
  leave?: number;
};
type Allocation = Awaited<ReturnType<typeof allocationsOf>>[number];

/** The counter of equipment as one agent keeps it, at any moment of the year. */
export class Counter {
  readonly asking: Asking;
  private constructor(
    private readonly tx: Tx,
    readonly keeper: string,
    private readonly models: ReadonlyMap<string, Model>,
  ) {
    this.asking = new Asking(tx, keeper, models);
  }

  static async open(tx: Tx, keeper: string): Promise<Counter> {
    return new Counter(tx, keeper, new Map((await modelsOf(tx)).map((one) => [one.name, one])));
  }

  hand = (at: Date) => ({ actor: { kind: "person" as const, id: this.keeper }, at });

  /** Units for each line, those set aside for it first; fewer when fewer are there. */
  private async unitsFor(loan: Loan) {
    const there = await candidatesFor(this.tx, loan.id);
    return loan.lines.map(({ poolId, quantity }) => ({
      poolId,
      units: there.filter((one) => one.poolId === poolId && one.free).slice(0, quantity).map(({ unitId }) => unitId), // prettier-ignore
    }));
  }

  async prepare(loan: Loan, at: Date): Promise<void> {
    const chosen = new Map((await this.unitsFor(loan)).map(({ poolId, units }) => [poolId, units]));
    await whole(this.tx, () => setAside(this.tx, loan, chosen, this.hand(at)));
  }

  /** Hands over what is there; a loan nothing of which is there is given up. */
  async give(loan: Loan, at: Date): Promise<void> {
    const leaving = (await this.unitsFor(loan)).flatMap(
      ({ poolId, units }) =>
      units.map((unitId) => ({ unitId, poolId, condition: "good" as const, missing: [], words: null, fileIds: [] })), // prettier-ignore
    );
    const given = leaving.length
      ? await whole(this.tx, () => handOver(this.tx, loan, leaving, this.hand(at)))
      : { refused: "gone" };
    if ("refused" in given) await cancelLoan(this.tx, loan, this.hand(at));
  }

  private async outOf({ id }: Loan): Promise<Allocation[]> {
    return (await allocationsOf(this.tx, [id])).filter(({ state }) => state === "out");
  }

  /** Takes back all of a loan, or all but its last units; `told` is what is said of the first. Gives what came back. */
  async receive(loan: Loan, at: Date, told: Told = {}): Promise<Allocation[]> {
    const out = await this.outOf(loan);
    const { incomplete, leave = 0, ...first } = told;
    const back = out.slice(0, Math.max(1, out.length - leave));
    const returns = back.map(({ unitId, pieces }, nth): Return => {
      const missing = incomplete && nth === 0 ? pieces.slice(-1) : [];
      const usual = { unitId, became: "good", words: null, missing, fileIds: [] } as const;
      return nth === 0 ? { ...usual, ...first } : usual;
    });
    if (returns.length) await takeBack(this.tx, loan, returns, this.hand(at));
    return back;
  }

  /** Gives another unit for the first one out, when one is free. */
  async exchange(loan: Loan, at: Date): Promise<void> {
    const [old] = await this.outOf(loan);
    const there = await candidatesFor(this.tx, loan.id);
    const fresh = there.find((one) => one.free && one.poolId === old?.poolId);
    if (!old || !fresh) return;
    const given = { unitId: old.unitId, became: "broken", words: said.exchanged, missing: [], fileIds: [] } as const; // prettier-ignore
    await whole(this.tx, () => exchangeUnit(this.tx, loan, given, fresh.unitId, this.hand(at)));
  }

  /** Does all the steps of units that are to be checked. */
  async check(units: readonly Allocation[], at: Date): Promise<void> {
    for (const { unitId, modelName } of units) await this.doAll(unitId, modelName, at);
  }

  private async doAll(unitId: string, modelName: string, at: Date): Promise<void> {
    const model = this.models.get(modelName);
    if (model) await doSteps(this.tx, unitId, stepsOf(model), null, this.hand(at));
  }

  /** Brings back what is broken or lost of a loan: found or mended, then checked. */
  async restore({ id }: Loan, at: Date, from: "repair" | "lost", words: string): Promise<void> {
    for (const { tag, modelName } of await allocationsOf(this.tx, [id])) {
      const [unit] = await unitsOf(this.tx, { tag });
      if (unit?.state !== from) continue;
      await changeState(this.tx, unit, "to_check", words, this.hand(at));
      await this.doAll(unit.id, modelName, at);
    }
  }
}
