import { lendingPlaces } from "../../../../db/demo/equipment.ts";
import { demand, wishes, type Fate } from "../../../../db/demo/lending-year.ts";
import type { PlaceSlug } from "../../../../db/demo/places.ts";
import { slotsOn } from "../../../modules/equipment/index.ts";
import {
  blankTimetable,
  countOpenDays,
  instantOf,
  type OpeningCalendar,
} from "../../../modules/scheduling/index.ts";
import { addDays, dayOf } from "../../../platform/clock.ts";
import { seeded } from "../../../platform/seeded.ts";
import { timetableOf } from "../equipment.ts";

export const { zone } = blankTimetable();

/** A wish of an association, drawn by the season. */
export type Drawn = {
  /** Which of those who borrow: the first ones borrow much. */
  borrower: number;
  place: PlaceSlug;
  lines: ReadonlyMap<string, number>;
  purpose: string;
  asked: Date;
  from: Date;
  until: Date;
  openDays: number;
  fate: Fate | undefined;
};

/** What becomes of so many in a hundred; the others go as they should. */
const fates: readonly (readonly [Fate, number])[] = [
  ["refused", 4],
  ["cancelled", 6],
  ["early", 12],
  ["late", 13],
  ["in_part", 6],
  ["worn", 6],
  ["broken", 3],
  ["incomplete", 5],
  ["exchanged", 1],
];

/** A year of wishes and some weeks more, always the same for a day. */
export function drawnOver(now: Date, borrowers: number, calendar: OpeningCalendar): Drawn[] {
  const random = seeded(4209);
  const below = (most: number) => Math.floor(random() * most);
  const today = dayOf(now);
  const drawn: Drawn[] = [];
  let due = 0;
  for (let ahead = -362; ahead <= 45; ahead += 1) {
    const day = addDays(today, ahead);
    const month = Number(day.slice(5, 7));
    // What is to come is not all asked yet.
    due += ((demand[month - 1] ?? 0) / 30) * (ahead > 0 ? 0.6 : 1);
    for (; due >= 1; due -= 1) {
      const wish = drawWish(random(), month);
      const timetable = timetableOf(
        lendingPlaces.find(({ place }) => place === wish.place)?.week ?? {},
      );
      const { lead, length } = lengths(random(), random(), random());
      const moment = (wanted: string): Date | undefined => {
        for (let day = wanted; day <= addDays(wanted, 10); day = addDays(day, 1)) {
          const slots = slotsOn({ timetable, slotMinutes: 30 }, day, calendar);
          const slot = slots[below(slots.length)];
          if (slot !== undefined) return instantOf(zone, day, slot);
        }
        return undefined;
      };
      const from = moment(day);
      const until = from && moment(addDays(dayOf(from), length));
      const asked = instantOf(zone, addDays(day, -lead), 8 * 60 + below(780));
      const draws = {
        borrower: Math.floor(borrowers * random() ** 2),
        lines: new Map(Object.entries(wish.lines).map(([name, most]) => [name, 1 + below(most)])),
        purpose: wish.purposes[below(wish.purposes.length)] ?? "",
        fate: fateOf(random() * 100),
      };
      if (!from || !until || from >= until) continue;
      const openDays = countOpenDays(timetable, dayOf(asked), dayOf(from), calendar);
      drawn.push({ place: wish.place, asked, from, until, openDays, ...draws });
    }
  }
  return drawn;
}

function drawWish(drawn: number, month: number) {
  const weights = wishes.map(({ weight, peaks }) => (peaks.includes(month) ? weight * 2 : weight));
  let left = drawn * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex((weight) => (left -= weight) < 0);
  const wish = wishes[at];
  if (!wish) throw new Error("nothing is wished for");
  return wish;
}

/** How long before it is asked, and for how long: a few too late, too early or too long, which the rules refuse. */
function lengths(odd: number, lead: number, length: number): { lead: number; length: number } {
  const usual = { lead: 4 + Math.floor(lead ** 2 * 45), length: 1 + Math.floor(length ** 2 * 9) };
  if (odd < 0.01) return { ...usual, lead: -1 };
  if (odd < 0.05) return { ...usual, lead: Math.floor(lead * 2) };
  if (odd < 0.075) return { ...usual, lead: 190 + Math.floor(lead * 40) };
  return odd < 0.11 ? { ...usual, length: 18 + Math.floor(length * 12) } : usual;
}

function fateOf(drawn: number): Fate | undefined {
  let left = drawn;
  return fates.find(([, share]) => (left -= share) < 0)?.[0];
}
