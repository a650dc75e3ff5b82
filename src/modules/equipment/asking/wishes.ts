import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { instantOf } from "../../scheduling/index.ts";
import { handOversAt, slotKey } from "../loans/queries.ts";
import type { Model } from "../models/queries.ts";
import type { Days } from "../rules/rules.ts";
import { wishOf, type Wish } from "./address.ts";
import { nearestDays, offerOf, withNearest, type Frame, type Offer } from "./offer.ts";
import { backWithin, comesWithin, slotsOn } from "./hours.ts";
import type { Lent } from "./page.tsx";
import { shelvesFor, usesAround } from "./queries.ts";
import type { PickUp } from "./request-page.tsx";

export type Dated = Wish & { days: Days };
/** So many of a model at a place, and what that place can lend of it then. */
export type Picked = Offer & { model: Model; quantity: number };

type Looking = Pick<Ask, "tx" | "now">;

/** Everything shown, and what each place can lend of it over the days asked, or when next. */
export async function lentOver(ask: Looking, days: Days): Promise<Lent[]> {
  const { lent, frame } = await offersOver(ask, days);
  const none = lent.flatMap(({ offers }) => offers.filter(({ free }) => free === 0));
  const shelves = none.map(({ shelf }) => shelf);
  const uses = await usesAround(ask.tx, shelves, days, ask.now, nearestDays);
  return lent.map(({ model, offers }) => ({
    model,
    offers: offers.map((offer) =>
      withNearest(model, offer, uses.get(offer.shelf.counterId) ?? [], days, frame),
    ),
  }));
}

export type Looked = { frame: Frame; picked: Picked[]; pickUps: PickUp[] };

/** What the wish takes of each shelf, those alone read, and when it is picked up; nothing for what is not lent then. */
export async function lookedAt(ask: Ask, wish: Dated): Promise<Looked> {
  const pools = [...wish.quantities.keys()];
  const { days } = wish;
  const around = { from: new Date(`${addDays(days.from, -1)}T00:00:00Z`), until: new Date(`${addDays(days.until, 2)}T00:00:00Z`) }; // prettier-ignore
  const [{ lent, frame }, met] = await Promise.all([
    offersOver(ask, days, pools),
    handOversAt(ask.tx, { pools }, around.from, around.until),
  ]);
  const picked = lent.flatMap(({ model, offers }) =>
    offers.map((offer) => ({
      ...offer,
      model,
      quantity: wish.quantities.get(offer.shelf.poolId) ?? 0,
    })),
  );
  return { frame, picked, pickUps: pickUpsOf(ask, days, picked, frame, met) };
}

async function offersOver(
  { tx, now }: Looking,
  days: Days,
  poolIds?: readonly string[],
): Promise<{ frame: Frame; lent: Lent[] }> {
  const { models, frame } = await shelvesFor(tx, days, { today: dayOf(now), now }, poolIds);
  const lent = models.map(({ model, shelves }) => ({
    model,
    offers: shelves.map((shelf) => offerOf(model, shelf, days, frame)),
  }));
  return { frame, lent };
}

/** The places where it is picked up, each with the hours left on both days. */
function pickUpsOf(
  ask: Ask,
  days: Days,
  picked: Picked[],
  frame: Frame,
  met: ReadonlyMap<string, number>,
): PickUp[] {
  const ids = [...new Set(picked.map(({ shelf }) => shelf.placeId))];
  return ids.flatMap((placeId) => {
    const here = picked.filter(({ shelf }) => shelf.placeId === placeId);
    const [shelf] = here.map((one) => one.shelf);
    if (!shelf) return [];
    const left = (day: string) =>
      slotsOn(shelf, day, frame.calendar).filter((minute) => {
        const at = instantOf(shelf.timetable.zone, day, minute);
        return at > ask.now && (met.get(slotKey(placeId, at)) ?? 0) < shelf.slotMost;
      });
    return [
      {
        placeId,
        name: shelf.placeName,
        words: shelf.words,
        chosen: here.map(({ model, quantity, within }) => ({ model, quantity, within })),
        out: left(days.from).filter((one) => here.every(({ within }) => comesWithin(within, one))),
        back: left(days.until).filter((one) => here.every(({ within }) => backWithin(within, one))),
      },
    ];
  });
}

/** What the address or the form asks for; nothing without days or without things. */
export function dated(get: (name: string) => string, names: Iterable<string>): Dated | undefined {
  const { days, ...wish } = wishOf(get, names);
  return days && wish.quantities.size > 0 ? { ...wish, days } : undefined;
}
