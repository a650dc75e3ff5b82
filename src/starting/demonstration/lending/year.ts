import { askedOfOwner, onTheSpot, today, type Dated } from "../../../../db/demo/lending-year.ts";
import { leaders } from "../../../../db/demo/people.ts";
import { saveLendingRules, usualRules } from "../../../modules/equipment/index.ts";
import { calendarOf, instantOf } from "../../../modules/scheduling/index.ts";
import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { WrittenAssociation } from "../associations.ts";
import type { PlaceIds } from "../commune.ts";
import { before, handAt } from "../equipment.ts";
import type { StaffIds } from "../people.ts";
import { Agenda } from "./agenda.ts";
import { Counter } from "./counter.ts";
import { follow, nthOf, type Course } from "./course.ts";
import { addWaits } from "./waits.ts";
import { drawnOver, zone } from "./wishes.ts";

type Around = { places: PlaceIds; associations: readonly WrittenAssociation[]; staff: StaffIds };
type Someone = { id: string; personId: string | null };

/**
 * A year of lending and some weeks to come, lived in the order of time: each thing is done by the functions of the room at its moment,
 * and what would come later than now is left as it stands. So the board of the day is full of what a day holds.
 */
export async function writeLendingYear(tx: Tx, around: Around, now: Date): Promise<void> {
  const { places, associations, staff } = around;
  const keeper = staff.find(({ role }) => role === "equipment_manager")?.id ?? "";
  const calendar = await calendarOf(tx, addDays(dayOf(now), -370), addDays(dayOf(now), 80));
  // Stricter at first; what was refused led the commune to ask for less.
  const strict = { ...usualRules, openTo: "registered", insurance: true, seasonLoans: 5 } as const;
  await saveLendingRules(tx, strict, handAt(before(now, 400)));

  const agenda = new Agenda();
  const counter = await Counter.open(tx, keeper);
  const who = await borrowersOf(tx, associations);
  const begin = (course: Course) => follow(tx, agenda, counter, course);
  agenda.add(before(now, 240), (at) => saveLendingRules(tx, usualRules, handAt(at)));
  for (const [nth, course] of [...today, askedOfOwner].entries())
    begin(datedCourse(course, who, places, now, nth));
  for (const [nth, drawn] of drawnOver(now, who.length, calendar).entries()) {
    const { asked, fate, borrower, place, ...wanted } = drawn;
    const someone = who[borrower];
    if (!someone) continue;
    const insuredUntil = borrower % 6 === 5 ? null : addDays(dayOf(now), 200);
    const common = { placeId: places.get(place) ?? "", regime: "loan", reviewOn: null, agreed: false } as const; // prettier-ignore
    begin({ wanted: { ...wanted, ...common, ...of(someone), insuredUntil }, asked, fate, nth });
  }
  for (const course of spotCourses(places, now).filter(({ asked }) => !isAugust(asked)))
    begin(course);
  addWaits(tx, agenda, counter, { who, places, now });
  await agenda.until(now);
}

const of = ({ id, personId }: Someone) => ({ borrower: { associationId: id }, askedBy: personId });

/** Those who borrow, the most often first: those of the people one enters as, then some forty others; the rest never does. */
async function borrowersOf(tx: Tx, all: readonly WrittenAssociation[]): Promise<Someone[]> {
  const led = leaders.map((leader) => leader.associations[0]);
  const known = all.filter(({ facts }) => facts.state === "active");
  const first = led.flatMap((name) => known.find((one) => one.name === name) ?? []);
  const others = known.filter((one, nth) => !first.includes(one) && nth % 3 === 0).slice(0, 40);
  const rows = await tx
    .selectFrom("association_member")
    .select(["association_id", "person_id"])
    .where("role", "=", "owner")
    .execute();
  const owners = new Map(rows.map((row) => [row.association_id, row.person_id]));
  const informal = known.filter(({ facts }) => !facts.rna).slice(0, 2);
  return [...new Set([...first.slice(0, 4), ...informal, ...others, ...first.slice(4)])].map(({ id }) => ({ id, personId: owners.get(id) ?? null })); // prettier-ignore
}

/** A loan of `today`: on its days whatever they are, for it was agreed on with an agent. */
function datedCourse(
  dated: Dated,
  who: readonly Someone[],
  places: PlaceIds,
  now: Date,
  nth: number,
): Course {
  const day = (days: number, hour: number) => instantOf(zone, addDays(dayOf(now), days), hour * 60);
  const lastHour = Math.min(
    Math.max(17, new Date(now.getTime() + 2 * 3_600_000).getUTCHours() + 2),
    23,
  );
  const { place, lines, purpose, asked, from, until, upTo, fate, review } = dated;
  return {
    asked: asked === -1 ? before(now, 0.3) : day(asked, 10),
    fate,
    upTo,
    nth,
    wanted: {
      ...of(who[(nth * 7) % who.length] ?? { id: "", personId: null }),
      insuredUntil: null,
      placeId: places.get(place) ?? "",
      lines: new Map(Object.entries(lines)),
      purpose,
      from: day(from, from === 0 ? lastHour : 14),
      until: day(until, until === 0 ? lastHour : 16),
      openDays: 9,
      regime: review === undefined ? "loan" : "provision",
      reviewOn: review === undefined ? null : addDays(dayOf(now), review),
      agreed: true,
    },
  };
}

const isAugust = (at: Date): boolean => dayOf(at).slice(5, 7) === "08";

/** Every fourth week or so, a service of the town hall uses something where it is; one does now. */
function spotCourses(places: PlaceIds, now: Date): Course[] {
  return Array.from({ length: 16 }, (_, nth) => {
    const from = nth ? instantOf(zone, addDays(dayOf(now), -nth * 23), 14 * 60) : before(now, 0.02);
    return {
      asked: from,
      nth,
      upTo: nth ? "checked" : "out",
      wanted: {
        borrower: { service: nthOf(onTheSpot.services, nth) },
        askedBy: null,
        insuredUntil: null,
        placeId: places.get(onTheSpot.place) ?? "",
        lines: new Map([[nthOf(onTheSpot.models, nth), 1]]),
        purpose: nthOf(onTheSpot.purposes, nth),
        from,
        until: new Date(from.getTime() + 3 * 3_600_000),
        openDays: 0,
        regime: "on_site",
        reviewOn: null,
        agreed: true,
      },
    };
  });
}
