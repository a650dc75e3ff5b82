import { resourcePlaces, type DemoResourcePlace } from "../../../db/demo/resource-places.ts";
import {
  addBookable,
  addCircle,
  addResourcePlace,
  moveTo,
  resourcePlaces as kept,
  writeHours,
} from "../../modules/resource-places/index.ts";
import { minuteTyped, type Timetable } from "../../modules/scheduling/index.ts";
import { dayOf } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { WrittenAssociation } from "./associations.ts";
import type { PlaceIds } from "./commune.ts";

/** The invented resource places, open, with what one books there. */
export async function writeResourcePlaces(
  tx: Tx,
  associations: readonly WrittenAssociation[],
  places: PlaceIds,
  now: Date,
): Promise<void> {
  const by = { actor: { kind: "system" } as const, at: now };
  for (const one of resourcePlaces) {
    const holder = associations.find(({ facts }) => facts.name === one.association);
    const id = await addResourcePlace(
      tx,
      {
        ...one,
        siret: one.siret ?? null,
        remote: one.remote ?? null,
        phone: one.phone ?? null,
        email: one.email ?? null,
        hybrid: one.remote !== undefined,
        website: null,
        acceslibre: null,
        cost: ["free"],
        entry: ["come", "phone"],
      },
      { placeId: places.get(one.place) ?? "", associationId: holder?.id ?? null },
      by,
    );
    const [place] = await kept(tx, { id });
    if (!place) continue;
    await writeHours(tx, place, timetableOf(one), by);
    await moveTo(tx, place, "published", by);
    for (const { kind, name, units, people, holds, who } of one.bookables)
      await addBookable(
        tx,
        id,
        {
          kind,
          name,
          units,
          people,
          holds,
          who,
          least: 60,
          most: kind === "room" ? 240 : 120,
          aheadDays: kind === "room" ? 60 : 30,
          dailyMinutes: kind === "room" ? null : 120,
          open: true,
          hourValueCents: kind === "room" ? 1200 : 200,
        },
        by,
      );
    for (const { topic, about, notes, weekday, rank, from, minutes } of one.circles)
      await addCircle(
        tx,
        id,
        { topic, about, notes },
        {
          rhythm: { kind: "monthly", on: [{ rank, day: weekday }] },
          firstDay: dayOf(now),
          lastDay: null,
          startMinute: minuteTyped(from) ?? 0,
          durationMinutes: minutes,
          zone: "Europe/Paris",
          skipPublicHolidays: true,
          skipSchoolHolidays: false,
        },
        by,
      );
  }
}

const rulesOf = (list: DemoResourcePlace["hours"], season: Timetable["rules"][number]["season"]) =>
  list.flatMap(([days, from, until]) =>
    days.split(" ").map((weekday) => ({
      weekday: weekday as Timetable["rules"][number]["weekday"],
      from: minuteTyped(from) ?? 0,
      until: minuteTyped(until) ?? 0,
      season,
      weeks: "every" as const,
      firstDay: null,
      lastDay: null,
    })),
  );

function timetableOf({ hours, holidays }: DemoResourcePlace): Timetable {
  return {
    zone: "Europe/Paris",
    publicHolidays: "closed",
    closedDays: true,
    rules: [
      ...rulesOf(hours, holidays ? "term" : "always"),
      ...rulesOf(holidays ?? [], "school_holidays"),
    ],
    exceptions: [],
  };
}
