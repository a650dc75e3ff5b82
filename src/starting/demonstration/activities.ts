import { capital } from "../../ui/dates.ts";
import type { Tx } from "../../platform/db/database.ts";
import { dayOf } from "../../platform/clock.ts";
import {
  addActivity,
  addSlot,
  activitiesOf,
  publishActivity,
} from "../../modules/activities/index.ts";
import { seasonYear } from "../../modules/communes/index.ts";
import { addSeries } from "../../modules/scheduling/index.ts";
import type { DemoAssociation } from "../../../db/demo/types.ts";
import type { WrittenAssociation } from "./associations.ts";
import type { PlaceIds } from "./commune.ts";
import { toldHours } from "./told-hours.ts";

const agesOf = ({ publics }: DemoAssociation) => {
  if (publics.includes("everyone") || publics.length > 2) return {};
  if (publics.every((one) => one === "children" || one === "teens"))
    return { minAge: 6, maxAge: 17 };
  return publics[0] === "seniors" ? { minAge: 60 } : { minAge: 16 };
};

function priceOf(prices: string | undefined) {
  if (/^(gratuit|libre)/i.test(prices ?? "")) return { priceKind: "free" as const };
  const euros = /(\d+(?:,\d+)?)(?: à \d+(?:,\d+)?)?\s*€/.exec(prices ?? "")?.[1];
  return euros
    ? {
        priceKind: "paid" as const,
        priceFrom: Number(euros.replace(",", ".")),
        priceNote: prices ?? null,
      }
    : {};
}

/** The activities that invented associations tell in their hours: this season's, and for some last season's not yet taken up. */
export async function writeActivities(
  tx: Tx,
  associations: readonly WrittenAssociation[],
  places: PlaceIds,
  now: Date,
): Promise<void> {
  const today = dayOf(now);
  const year = seasonYear(today);
  let rank = 0;
  for (const { id, facts } of associations) {
    const hours = facts.state === "active" ? toldHours(facts.when) : [];
    const [keyword] = facts.keywords;
    if (!hours.length || !keyword) continue;
    // One in six still waits for its association to say whether it goes on.
    const season = rank++ % 6 === 5 ? year - 1 : year;
    const hand = { actor: { kind: "system" } as const, at: now, source: "association" as const };
    const [place] = facts.places;
    const made = await addActivity(
      tx,
      {
        associationId: id,
        kind: "regular",
        season,
        fields: {
          title: capital(keyword),
          what: facts.aims,
          themes: [...facts.themes],
          publics: [...facts.publics],
          ...agesOf(facts),
          ...priceOf(facts.prices),
          placeId: (place && places.get(place)) ?? null,
          registration: facts.registration ?? null,
          trial: rank % 3 === 0 ? "free" : "unknown",
        },
      },
      hand,
    );
    for (const slot of hours) {
      const seriesId = await addSeries(
        tx,
        { actor: hand.actor, at: now },
        {
          ...slot,
          firstDay: `${season}-09-01`,
          lastDay: `${season + 1}-06-30`,
          skipPublicHolidays: true,
          skipSchoolHolidays: slot.rhythm.kind === "weekly",
          zone: "Europe/Paris",
        },
      );
      await addSlot(tx, made.id, { seriesId, placeId: null, placeDetail: null });
    }
    const [draft] = await activitiesOf(tx, { ids: [made.id] });
    if (draft) await publishActivity(tx, draft, today, hand);
  }
}
