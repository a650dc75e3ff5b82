import { waited, type Waited } from "../../../../db/demo/lending-year.ts";
import {
  acceptLoan,
  cancelLoan,
  joinList,
  lendingRules,
  poolsAt,
  rulesOfModel,
  type Loan,
} from "../../../modules/equipment/index.ts";
import { instantOf } from "../../../modules/scheduling/index.ts";
import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { PlaceIds } from "../commune.ts";
import { before } from "../equipment.ts";
import type { Agenda } from "./agenda.ts";
import type { Counter } from "./counter.ts";
import { zone } from "./wishes.ts";

type Someone = { id: string; personId: string | null };
type Around = { who: readonly Someone[]; places: PlaceIds; now: Date };
const nobody: Someone = { id: "", personId: null };

/** Writes in the agenda who waits: all of a model is promised, somebody joins its list, and some of it is given back. */
export function addWaits(tx: Tx, agenda: Agenda, counter: Counter, around: Around): void {
  const { who, now } = around;
  for (const wait of waited) {
    // The association one enters as is offered what it waited for; who had it is another.
    const waiter = who[wait.freed ? 1 : 2] ?? nobody;
    agenda.add(before(now, 3), async (at) => {
      const loan = await takeAll(tx, counter, wait, around, at);
      if (!loan) return;
      agenda.add(before(now, 2), (then) => join(tx, wait, waiter, around, then));
      if (wait.freed)
        agenda.add(before(now, 0.05), async (then) => {
          await cancelLoan(tx, loan, counter.hand(then));
        });
    });
  }
}

/** All that can be promised of a model on those days, accepted by who lends it. */
async function takeAll(
  tx: Tx,
  counter: Counter,
  { place, model, theirs, from, until }: Waited,
  { who, places, now }: Around,
  at: Date,
): Promise<Loan | undefined> {
  const { id, personId } = who[8] ?? nobody;
  const day = (days: number, hour: number) => instantOf(zone, addDays(dayOf(now), days), hour * 60);
  const wanted = {
    borrower: { associationId: id },
    askedBy: personId,
    insuredUntil: null,
    placeId: places.get(place) ?? "",
    purpose: theirs,
    from: day(from, 14),
    until: day(until, 16),
    openDays: 9,
    regime: "loan",
    reviewOn: null,
    agreed: true,
  } as const;
  // Two of each are lent; one may be mended.
  const loan =
    (await counter.asking.ask({ ...wanted, lines: new Map([[model, 2]]) }, at)) ??
    (await counter.asking.ask({ ...wanted, lines: new Map([[model, 1]]) }, at));
  if (!loan) return undefined;
  const lender = who.find((one) => one.id === loan.ownerId)?.personId;
  await acceptLoan(tx, loan, null, counter.hand(at), lender ?? counter.keeper, loan.ownerId ? "association" : "agent"); // prettier-ignore
  return loan;
}

async function join(
  tx: Tx,
  { place, model, purpose, from, until }: Waited,
  { id, personId }: Someone,
  { places, now }: Around,
  at: Date,
): Promise<void> {
  const placeId = places.get(place) ?? "";
  const pool = (await poolsAt(tx, placeId)).find(({ name }) => name === model);
  if (!pool) return;
  const { poolId, counterId } = pool;
  const days = { from: addDays(dayOf(now), from), until: addDays(dayOf(now), until) };
  const { bufferMinutes } = rulesOfModel(await lendingRules(tx), pool);
  const borrower = { associationId: id };
  const asked = { borrower, placeId, purpose, askedBy: personId, poolId, counterId, quantity: 1, days, zone, bufferMinutes }; // prettier-ignore
  await joinList(tx, asked, { actor: personId ? { kind: "person", id: personId } : { kind: "system" }, at }); // prettier-ignore
}
