import { addDays } from "../../../platform/clock.ts";
import {
  countOpenDays,
  instantOf,
  openingsOn,
  peakOf,
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

/** A model at a place, and all that is promised of it around the days looked at. */
export type Shelf = {
  poolId: string;
  counterId: string;
  capacity: number;
  placeId: string;
  placeName: string;
  slotMinutes: number;
  timetable: Timetable;
  uses: readonly Use[];
};

export type WhyNot = ThingRule | "hand_over_closed";

/** What a place can lend of a model over some days: how many, or why none and when next. */
export type Offer = {
  shelf: Shelf;
  free: number;
  whyNot: WhyNot | undefined;
  /** The nearest days of the same length when something is free. */
  nearest: Days | undefined;
};

/** What the days are looked at with. */
export type Frame = { rules: LendingRules; calendar: OpeningCalendar; today: string };

/** How far the nearest free days are looked for, before and after. */
export const nearestDays = 45;

/**
 * How many of a shelf are free from the first hour of the first day to the last of the last one, and until it is ready again: what
 * is free for the longest is free whichever hours are chosen.
 */
export function offerOf(model: Model, shelf: Shelf, days: Days, frame: Frame): Offer {
  const none = (whyNot: WhyNot): Offer => ({
    shelf,
    free: 0,
    whyNot,
    nearest:
      whyNot === "too_long" || whyNot === "not_lent"
        ? undefined
        : nearestOf(model, shelf, days, frame),
  });
  const against = hindrance(model, shelf, days, frame);
  if (against) return none(against);
  const free = freeIn(model, shelf, days, frame.rules);
  return free > 0 ? { shelf, free, whyNot: undefined, nearest: undefined } : none("not_free");
}

function hindrance(model: Model, { timetable }: Shelf, days: Days, frame: Frame) {
  const { rules, calendar, today } = frame;
  const openDays = countOpenDays(timetable, today, days.from, calendar);
  const against = againstThing(rules, model, days, openDays);
  if (against) return against;
  const open = [days.from, days.until].every((day) => openingsOn(timetable, day, calendar).length);
  return open ? undefined : "hand_over_closed";
}

/** The time a loan of these days takes at most, until what comes back is ready again. */
export function spanAt({ timetable }: Shelf, days: Days, bufferMinutes: number): Span {
  const { zone } = timetable;
  return {
    from: instantOf(zone, days.from, 0).getTime(),
    until: instantOf(zone, addDays(days.until, 1), 0).getTime() + bufferMinutes * 60_000,
  };
}

const freeIn = (model: Model, shelf: Shelf, days: Days, rules: LendingRules): number => {
  const span = spanAt(shelf, days, rulesOfModel(rules, model).bufferMinutes);
  return Math.max(0, shelf.capacity - peakOf(shelf.uses, span));
};

function nearestOf(model: Model, shelf: Shelf, days: Days, frame: Frame): Days | undefined {
  if (shelf.capacity === 0) return undefined;
  for (let distance = 1; distance <= nearestDays; distance += 1)
    for (const shift of [distance, -distance]) {
      const moved = { from: addDays(days.from, shift), until: addDays(days.until, shift) };
      if (moved.from < frame.today || hindrance(model, shelf, moved, frame)) continue;
      if (freeIn(model, shelf, moved, frame.rules) > 0) return moved;
    }
  return undefined;
}

/** When hand-overs begin on a day, as minutes of that day: slots that end before the place closes. */
export const slotsOn = (
  { timetable, slotMinutes }: Pick<Shelf, "timetable" | "slotMinutes">,
  day: string,
  calendar: OpeningCalendar,
): number[] =>
  openingsOn(timetable, day, calendar).flatMap(({ from, until }) =>
    Array.from(
      { length: Math.max(0, Math.floor((until - from) / slotMinutes)) },
      (_, nth) => from + nth * slotMinutes,
    ),
  );
