import { equipment, lendingPlaces, type DemoModel } from "../../../db/demo/equipment.ts";
import {
  addModel,
  addUnits,
  saveLendingPlace,
  showModel,
  type ModelFields,
} from "../../modules/equipment/index.ts";
import { blankTimetable, weekdays, type Timetable } from "../../modules/scheduling/index.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { PlaceIds } from "./commune.ts";

/** The invented equipment, shown, and where it is handed over. */
export async function writeEquipment(tx: Tx, places: PlaceIds, now: Date): Promise<void> {
  const hand = { actor: { kind: "system" as const }, at: now };
  for (const { place, week, words } of lendingPlaces)
    await saveLendingPlace(
      tx,
      { placeId: places.get(place) ?? "", known: undefined },
      { slotMinutes: 30, slotMost: 2, words, timetable: timetableOf(week) },
      hand,
    );
  for (const model of equipment) {
    const id = await addModel(tx, fieldsOf(model), hand);
    for (const { place, tag, count, plan } of model.units)
      await addUnits(
        tx,
        {
          modelId: id,
          placeId: places.get(place) ?? "",
          tags: Array.from(
            { length: count },
            (_, nth) => `${tag}-${String(nth + 1).padStart(2, "0")}`,
          ),
          serial: null,
          dataPlan: plan ?? null,
          acquiredOn: null,
        },
        hand,
      );
    await showModel(tx, id, "shown", hand);
  }
}

type Week = (typeof lendingPlaces)[number]["week"];

const timetableOf = (week: Week): Timetable => ({
  ...blankTimetable(),
  rules: weekdays.flatMap((weekday) =>
    ((week as Partial<Record<string, readonly (readonly [number, number])[]>>)[weekday] ?? []).map(
      ([from, until]) => ({
        weekday,
        from,
        until,
        season: "always" as const,
        weeks: "every" as const,
        firstDay: null,
        lastDay: null,
      }),
    ),
  ),
});

const fieldsOf = (model: DemoModel): ModelFields => ({
  name: model.name,
  category: model.category,
  purpose: model.purpose,
  notice: null,
  valueCents: model.value * 100,
  dayValueCents: model.dayValue * 100,
  holdsData: model.holdsData ?? false,
  checklist: [...model.checklist],
  pieces: model.pieces.map(([quantity, name]) => ({ quantity, name })),
  decision: null,
  longestDays: null,
  leadOpenDays: null,
  bufferMinutes: null,
  onSiteOnly: false,
  ownerRules: null,
});
