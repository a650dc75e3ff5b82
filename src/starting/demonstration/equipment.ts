import { equipment, lendingPlaces, type DemoModel } from "../../../db/demo/equipment.ts";
import {
  addModel,
  addUnits,
  saveLendingPlace,
  showModel,
  type ModelFields,
} from "../../modules/equipment/index.ts";
import {
  blankTimetable,
  weekdays,
  type Timetable,
  type Weekday,
} from "../../modules/scheduling/index.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { PlaceIds } from "./commune.ts";

export const before = (now: Date, days: number): Date =>
  new Date(now.getTime() - days * 86_400_000);

/** Who writes the invented equipment, and when. */
export const handAt = (at: Date) => ({ actor: { kind: "system" as const }, at });

/** A model and its units, shown; gives its identifier. */
export async function writeModel(
  tx: Tx,
  model: DemoModel,
  places: PlaceIds,
  hand: ReturnType<typeof handAt>,
  own?: { ownerId: string } & Pick<ModelFields, "ownerRules" | "longestDays">,
): Promise<string> {
  const { ownerId, ...rules } = own ?? { ownerId: undefined };
  const id = await addModel(tx, { ...fieldsOf(model), ...rules }, hand, ownerId);
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
  return id;
}

/** The invented equipment, shown, and where it is handed over; gives each model by its name. */
export async function writeEquipment(
  tx: Tx,
  places: PlaceIds,
  now: Date,
): Promise<Map<string, string>> {
  const hand = handAt(now);
  for (const { place, week, words } of lendingPlaces)
    await saveLendingPlace(
      tx,
      { placeId: places.get(place) ?? "", known: undefined },
      { slotMinutes: 30, slotMost: 2, words, timetable: timetableOf(week) },
      hand,
    );
  const models = new Map<string, string>();
  // Bought a year and a half ago: some of it is due to be looked after.
  const bought = handAt(before(now, 540));
  for (const model of equipment)
    models.set(model.name, await writeModel(tx, model, places, bought));
  return models;
}

type Week = Partial<Record<Weekday, readonly (readonly [number, number])[]>>;

export const timetableOf = (week: Week): Timetable => ({
  ...blankTimetable(),
  rules: weekdays.flatMap((weekday) =>
    (week[weekday] ?? []).map(([from, until]) => ({
      weekday,
      from,
      until,
      season: "always" as const,
      weeks: "every" as const,
      firstDay: null,
      lastDay: null,
    })),
  ),
});

const fieldsOf = (model: DemoModel): ModelFields => ({
  name: model.name,
  category: model.category,
  purpose: model.purpose,
  notice: model.notice ?? null,
  valueCents: model.value * 100,
  dayValueCents: model.dayValue ? model.dayValue * 100 : null,
  holdsData: model.holdsData ?? false,
  checklist: [...model.checklist],
  pieces: model.pieces.map(([quantity, name]) => ({ quantity, name })),
  decision: null,
  longestDays: null,
  leadOpenDays: null,
  bufferMinutes: null,
  onSiteOnly: model.onSiteOnly ?? false,
  ownerRules: null,
});
