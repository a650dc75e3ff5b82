import {
  againstRequest,
  againstThing,
  askForLoan,
  lendingRules,
  loanFacts,
  loansOf,
  noteRefusals,
  poolsAt,
  rulesOfModel,
  type Asked,
  type Loan,
  type Model,
  type Pool,
} from "../../../modules/equipment/index.ts";
import { seasonAround } from "../../../modules/communes/index.ts";
import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { whole } from "../../../platform/db/whole.ts";

export type Wanted = {
  borrower: Asked["borrower"];
  /** Who asks for the association; nothing when it called and an agent wrote it. */
  askedBy: string | null;
  insuredUntil: string | null;
  placeId: string;
  lines: ReadonlyMap<string, number>;
  purpose: string;
  from: Date;
  until: Date;
  /** Days the place is open before it leaves. */
  openDays: number;
  regime: Asked["regime"];
  reviewOn: string | null;
  /** Written by an agent, who agrees with who borrows: no rule stands against it. */
  agreed: boolean;
};

/** Requests as the site answers them: by its rules, by what is free. */
export class Asking {
  constructor(
    private readonly tx: Tx,
    private readonly keeper: string,
    private readonly models: ReadonlyMap<string, Model>,
  ) {}

  /** Pools of a place: read once, nothing is bought in the year. */
  private readonly pools = new Map<string, Pool[]>();
  private async poolsOf(placeId: string): Promise<Pool[]> {
    const known = this.pools.get(placeId) ?? (await poolsAt(this.tx, placeId));
    this.pools.set(placeId, known);
    return known;
  }

  /** Asks, and keeps why not when it is refused. Gives the loan. */
  async ask(wanted: Wanted, at: Date): Promise<Loan | undefined> {
    const { placeId, lines, from, until } = wanted;
    const rules = await lendingRules(this.tx);
    const pools = await this.poolsOf(placeId);
    const picked = [...lines].flatMap(([name, quantity]) => {
      const pool = pools.find((one) => one.name === name);
      const model = this.models.get(name);
      return pool && model ? [{ pool, model, quantity }] : [];
    });
    const days = { from: dayOf(from), until: dayOf(until) };
    const refuse = async (
      met: ReturnType<typeof againstRequest>,
      hindered: { model: { id: string }; quantity: number; whyNot: string | undefined }[],
    ) => {
      if ("associationId" in wanted.borrower)
        await noteRefusals(this.tx, { associationId: wanted.borrower.associationId, days, at, rules: met, hindered }); // prettier-ignore
      return undefined;
    };
    if (!wanted.agreed) {
      const met = againstRequest(rules, await this.factsOf(wanted, at), days, dayOf(at));
      const hindered = picked.flatMap(({ model, quantity }) => {
        const whyNot = againstThing(rules, model, days, wanted.openDays);
        return whyNot ? [{ model, quantity, whyNot }] : [];
      });
      if (met.length || hindered.length) return refuse(met, hindered);
    }
    const asked: Asked = {
      ...wanted,
      requestId: crypto.randomUUID(),
      slotMost: wanted.agreed ? null : 2,
      decided: wanted.regime === "on_site",
      ...(wanted.regime === "on_site" ? { decidedBy: this.keeper } : {}),
      lines: picked.map(({ pool, quantity }) => {
        const minutes =
          wanted.regime === "on_site" ? 0 : 30 + rulesOfModel(rules, pool).bufferMinutes;
        const blockedUntil = new Date(until.getTime() + minutes * 60_000);
        return { poolId: pool.poolId, counterId: pool.counterId, quantity, blockedUntil };
      }),
    };
    const hand = { actor: { kind: "person" as const, id: wanted.askedBy ?? this.keeper }, at };
    const outcome = await whole(this.tx, () => askForLoan(this.tx, asked, hand));
    if ("done" in outcome) return (await loansOf(this.tx, { id: outcome.done }))[0];
    const short = outcome.refused === "not_free" ? outcome.poolId : "";
    return refuse([], picked.filter(({ pool }) => pool.poolId === short).map((one) => ({ ...one, whyNot: undefined }))); // prettier-ignore
  }

  private async factsOf({ borrower, from, insuredUntil }: Wanted, at: Date) {
    const season = seasonAround(dayOf(from));
    const span = { from: new Date(`${season.from}T00:00:00Z`), until: new Date(`${season.to}T23:59:59Z`) }; // prettier-ignore
    const nothing = { registered: true, late: 0, seasonLoans: 0 };
    const facts = "associationId" in borrower ? await loanFacts(this.tx, borrower.associationId, span, at) : nothing; // prettier-ignore
    return { insuredUntil, conventionUntil: null, designated: false, ...facts };
  }
}
