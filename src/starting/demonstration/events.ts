import { events } from "../../../db/demo/events.ts";
import {
  addActivity,
  addSlot,
  activitiesOf,
  publishActivity,
} from "../../modules/activities/index.ts";
import { addSeries, weekdayOf } from "../../modules/scheduling/index.ts";
import { addDays, dayOf } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { WrittenAssociation } from "./associations.ts";
import type { PlaceIds } from "./commune.ts";

/** The invented events around the day the site is first started. */
export async function writeEvents(
  tx: Tx,
  associations: readonly WrittenAssociation[],
  places: PlaceIds,
  now: Date,
): Promise<void> {
  const today = dayOf(now);
  const saturday = addDays(today, 5 - weekdayOf(today));
  const hand = { actor: { kind: "system" } as const, at: now, source: "association" as const };
  for (const event of events) {
    const found = associations.find(({ facts }) => facts.name === event.association);
    if (!found) throw new Error(`no invented association is called ${event.association}`);
    const [place] = found.facts.places;
    const made = await addActivity(
      tx,
      {
        associationId: found.id,
        kind: "event",
        season: null,
        fields: {
          title: event.title,
          what: event.what,
          themes: [...found.facts.themes],
          publics: ["everyone"],
          placeId: (place && places.get(place)) ?? null,
          ...(event.price === undefined
            ? { priceKind: "free" as const }
            : { priceKind: "paid" as const, priceFrom: event.price }),
        },
      },
      hand,
    );
    const [hour = 0, minute = 0] = event.from.split(":").map(Number);
    const day = addDays(saturday, event.fromSaturday);
    const seriesId = await addSeries(tx, hand, {
      rhythm: { kind: "once" },
      firstDay: day,
      lastDay: null,
      startMinute: hour * 60 + minute,
      durationMinutes: event.minutes,
      zone: "Europe/Paris",
      skipPublicHolidays: false,
      skipSchoolHolidays: false,
    });
    await addSlot(tx, made.id, { seriesId, placeId: null, placeDetail: null });
    const [draft] = await activitiesOf(tx, { ids: [made.id] });
    if (draft) await publishActivity(tx, draft, today, hand);
  }
}
