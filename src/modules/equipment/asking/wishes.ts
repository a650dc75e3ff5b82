import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { instantOf } from "../../scheduling/index.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { handOversAt, slotKey } from "../loans/queries.ts";
import type { Model } from "../models/queries.ts";
import type { Days } from "../rules/rules.ts";
import { wishOf, type Wish } from "./address.ts";
import { offerOf, slotsOn, type Frame, type Offer } from "./offer.ts";
import type { Lent } from "./page.tsx";
import { shelvesFor } from "./queries.ts";
import type { PickUp } from "./request-page.tsx";

export type Dated = Wish & { days: Days };
/** So many of a model at a place, and what that place can lend of it then. */
export type Picked = Offer & { model: Model; quantity: number };

/** Everything shown, and what each place can lend of it over the days asked. */
export async function lentOver(ask: Ask, days: Days): Promise<{ frame: Frame; lent: Lent[] }> {
  const frame = { today: dayOf(ask.now), now: ask.now };
  const { models, frame: looked } = await shelvesFor(ask.tx, days, frame);
  return {
    frame: looked,
    lent: models.map(({ model, shelves }) => ({
      model,
      offers: shelves.map((shelf) => offerOf(model, shelf, days, looked)),
    })),
  };
}

/** What the wish takes of each shelf; nothing for what is not lent then. */
export const pickedOf = (wish: Wish, lent: readonly Lent[]): Picked[] =>
  lent.flatMap(({ model, offers }) =>
    offers.flatMap((offer) => {
      const quantity = wish.quantities.get(offer.shelf.poolId) ?? 0;
      return quantity > 0 ? [{ ...offer, model, quantity }] : [];
    }),
  );

/** The places where it is picked up, each with the hours left on both days. */
export async function pickUpsOf(
  ask: Ask,
  days: Days,
  picked: Picked[],
  frame: Frame,
): Promise<PickUp[]> {
  const places = await lendingPlacesOf(ask.tx);
  const ids = [...new Set(picked.map(({ shelf }) => shelf.placeId))];
  const until = new Date(`${addDays(days.until, 2)}T00:00:00Z`);
  const met = await handOversAt(ask.tx, ids, new Date(`${addDays(days.from, -1)}T00:00:00Z`), until); // prettier-ignore
  return ids.flatMap((placeId) => {
    const here = picked.filter(({ shelf }) => shelf.placeId === placeId);
    const [shelf] = here.map((one) => one.shelf);
    const place = places.find((one) => one.placeId === placeId);
    if (!shelf || !place) return [];
    const left = (day: string) =>
      slotsOn(shelf, day, frame.calendar).filter((minute) => {
        const at = instantOf(shelf.timetable.zone, day, minute);
        return at > ask.now && (met.get(slotKey(placeId, at)) ?? 0) < place.slotMost;
      });
    return [
      {
        placeId,
        name: place.name,
        words: place.words,
        chosen: here.map(({ model, quantity }) => ({ model, poolId: shelf.poolId, placeId, quantity })), // prettier-ignore
        out: left(days.from),
        back: left(days.until),
      },
    ];
  });
}

/** What the address or the form asks for; nothing without days or without things. */
export function dated(get: (name: string) => string, names: Iterable<string>): Dated | undefined {
  const { days, ...wish } = wishOf(get, names);
  return days && wish.quantities.size > 0 ? { ...wish, days } : undefined;
}
