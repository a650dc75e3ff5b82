import { addDays } from "../../../platform/clock.ts";
import {
  countOpenDays,
  dayStart,
  openingsOn,
  peaksOf,
  type OpeningCalendar,
  type Span,
  type Timetable,
  type Use,
} from "../../scheduling/index.ts";
import type { Model } from "../models/queries.ts";
import {
  againstThing,
  rulesOfModel,
  type Days,
  type LendingRules,
  type ThingRule,
} from "../rules/rules.ts";
import { partOfDays, type Within } from "./hours.ts";

/** A model at a place, and what is promised of it over the days looked at. */
export type Shelf = {
  poolId: string;
  counterId: string;
  capacity: number;
  placeId: string;
  placeName: string;
  /** How to find it, whom to ask for. */
  words: string | null;
  /** Length of a hand-over, in minutes; how many at once. */
  slotMinutes: number;
  slotMost: number;
  timetable: Timetable;
  uses: readonly Use[];
};

export type WhyNot = ThingRule | "hand_over_closed";

/** What a place can lend of a model over some days: how many, or why none and when next. */
export type Offer = {
  shelf: Shelf;
  free: number;
  whyNot: WhyNot | undefined;
  /** When it is free for part of the first or the last day only: the hours between which it is. */
  within: Within | undefined;
  /** The nearest days of the same length when something is free. */
  nearest: Days | undefined;
};

/** What the days are looked at with. */
export type Frame = { rules: LendingRules; calendar: OpeningCalendar; today: string };

/** How far the nearest free days are looked for, before and after. */
export const nearestDays = 45;

const mayCome = ({ free, whyNot }: Offer): boolean =>
  free === 0 && whyNot !== "too_long" && whyNot !== "not_lent";

/** An offer of nothing, with the nearest days when there is something; nothing new for what never is. */
export const withNearest = (
  model: Model,
  offer: Offer,
  uses: readonly Use[],
  days: Days,
  frame: Frame,
): Offer =>
  mayCome(offer)
    ? { ...offer, nearest: nearestOf(model, { ...offer.shelf, uses }, days, frame) }
    : offer;

/**
 * How many of a shelf are free from the first hour of the first day to the last of the last one, and until it is ready again: what
 * is free for the longest is free whichever hours are chosen. What comes back in the morning, or leaves in the evening, is free for
 * the hours that fit.
 */
export function offerOf(model: Model, shelf: Shelf, days: Days, frame: Frame): Offer {
  const against = hindrance(model, shelf, days, frame);
  const offer = { shelf, whyNot: undefined, within: undefined, nearest: undefined };
  if (against) return { ...offer, free: 0, whyNot: against };
  const { bufferMinutes } = rulesOfModel(frame.rules, model);
  const peak = peaksOf(shelf.uses);
  const free = shelf.capacity - peak(spanAt(shelf, days, bufferMinutes));
  if (free > 0) return { ...offer, free };
  const part = shelf.capacity > 0 && partOfDays(shelf, days, { calendar: frame.calendar, peak, bufferMinutes }); // prettier-ignore
  return part ? { ...offer, ...part } : { ...offer, free: 0, whyNot: "not_free" };
}

function hindrance(model: Model, { timetable }: Shelf, days: Days, frame: Frame) {
  const { rules, calendar, today } = frame;
  const { leadOpenDays } = rulesOfModel(rules, model);
  const openDays = countOpenDays(timetable, today, days.from, calendar, leadOpenDays);
  const against = againstThing(rules, model, days, openDays);
  if (against) return against;
  const open = [days.from, days.until].every((day) => openingsOn(timetable, day, calendar).length);
  return open ? undefined : "hand_over_closed";
}

/** The time a loan of these days takes at most, until what comes back is ready again. */
export const spanAt = (
  { timetable: { zone } }: Shelf,
  days: Days,
  bufferMinutes: number,
): Span => ({
  from: dayStart(zone, days.from),
  until: dayStart(zone, addDays(days.until, 1)) + bufferMinutes * 60_000,
});

function nearestOf(model: Model, shelf: Shelf, days: Days, frame: Frame): Days | undefined {
  if (shelf.capacity === 0) return undefined;
  const { bufferMinutes } = rulesOfModel(frame.rules, model);
  const peak = peaksOf(shelf.uses);
  const taken = (moved: Days) => peak(spanAt(shelf, moved, bufferMinutes)) >= shelf.capacity;
  for (let distance = 1; distance <= nearestDays; distance += 1)
    for (const shift of [distance, -distance]) {
      const moved = { from: addDays(days.from, shift), until: addDays(days.until, shift) };
      if (moved.from < frame.today || taken(moved)) continue;
      if (!hindrance(model, shelf, moved, frame)) return moved;
    }
  return undefined;
}
