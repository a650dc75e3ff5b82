import { randomUUID } from "node:crypto";
import { whole } from "../../../platform/db/whole.ts";
import { requirePerson, type Ask } from "../../../platform/http/ask.ts";
import { instantOf } from "../../scheduling/index.ts";
import { askForLoan, type AskRefusal } from "../loans/ask.ts";
import { acceptedAtOnce, rulesOfModel } from "../rules/rules.ts";
import type { Frame, Shelf } from "./offer.ts";
import type { Dated, Picked } from "./wishes.ts";

export type Promised = {
  wish: Dated;
  association: { id: string };
  purpose: string;
  picked: readonly Picked[];
  frame: Frame;
  /** The commune guarantees the loans of this association, when its rules say so. */
  designated: boolean;
};

export type NotPromised = AskRefusal & { placeId: string };

/** One loan for each place, all of them or none: gives the request that holds them. `decided`: the rules accepted them all. */
export const promise = (
  ask: Ask,
  promised: Promised,
): Promise<{ done: string; decided: boolean } | NotPromised> =>
  whole(ask.tx, async () => {
    const requestId = randomUUID();
    let decided = true;
    for (const [placeId, here] of Map.groupBy(promised.picked, ({ shelf }) => shelf.placeId)) {
      const [first] = here;
      if (!first) continue;
      const asked = askedAt(ask, promised, first.shelf, here);
      const outcome = await askForLoan(ask.tx, { ...asked, requestId }, handOf(ask));
      if ("refused" in outcome) return { ...outcome, placeId };
      decided &&= asked.decided;
    }
    return { done: requestId, decided };
  });

const handOf = (ask: Ask) => ({
  actor: { kind: "person" as const, id: requirePerson(ask).id },
  at: ask.now,
});

function askedAt(
  ask: Ask,
  { wish, association, purpose, frame, designated }: Promised,
  place: Shelf,
  here: readonly Picked[],
) {
  const at = (way: "out" | "back") =>
    instantOf(
      place.timetable.zone,
      way === "out" ? wish.days.from : wish.days.until,
      Number(ask.form.get(`${way}_${place.placeId}`)),
    );
  const until = at("back");
  const ready = (minutes: number) =>
    new Date(until.getTime() + (place.slotMinutes + minutes) * 60_000);
  return {
    borrower: { associationId: association.id },
    placeId: place.placeId,
    slotMost: place.slotMost,
    regime: "loan" as const,
    purpose,
    from: at("out"),
    until,
    reviewOn: null,
    askedBy: requirePerson(ask).id,
    decided: here.every(({ model }) => acceptedAtOnce(frame.rules, model, designated)),
    lines: here.map(({ shelf, model, quantity }) => ({
      poolId: shelf.poolId,
      counterId: shelf.counterId,
      quantity,
      blockedUntil: ready(rulesOfModel(frame.rules, model).bufferMinutes),
    })),
  };
}
