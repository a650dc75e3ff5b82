import { kits, own, parts, plans } from "../../../db/demo/equipment-kept.ts";
import {
  addKit,
  addPart,
  addPlan,
  markDone,
  movePart,
  saveLendingPlace,
  upkeepOf,
} from "../../modules/equipment/index.ts";
import { dayOf } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { WrittenAssociation } from "./associations.ts";
import type { PlaceIds } from "./commune.ts";
import { before, handAt, timetableOf, writeModel } from "./equipment.ts";
import type { StaffIds } from "./people.ts";

type Around = {
  models: ReadonlyMap<string, string>;
  places: PlaceIds;
  associations: readonly WrittenAssociation[];
  staff: StaffIds;
};

/** What keeps the invented equipment going: kits, parts, upkeep, and what an association lends itself. */
export async function writeKept(tx: Tx, around: Around, now: Date): Promise<void> {
  const { models } = around;
  const keeper = around.staff.find(({ role }) => role === "equipment_manager")?.id ?? "";
  for (const { lines, ...kit } of kits) {
    const counted = Object.entries(lines).map(([name, quantity]) => ({
      modelId: models.get(name) ?? "",
      quantity,
    }));
    await addKit(tx, { ...kit, shown: true, lines: counted }, handAt(now));
  }
  await writeParts(tx, around, keeper, now);
  await writePlans(tx, models, keeper, now);
  await writeOwn(tx, around, now);
}

async function writeParts(tx: Tx, { models, places }: Around, by: string, now: Date) {
  const placeId = places.get("maison-des-associations") ?? "";
  for (const { name, shelf, threshold, received, used, ...part } of parts) {
    const modelIds = part.models.map((model) => models.get(model) ?? "");
    const added = await addPart(tx, { name, shelf, threshold, placeId, modelIds }, handAt(now));
    if ("refused" in added) throw new Error(`the part ${name} was not added`);
    const move = (kind: "received" | "used", quantity: number, at: Date) =>
      movePart(tx, { id: added.done }, { kind, quantity, unitId: null, by }, handAt(at));
    await move("received", received, before(now, 60));
    await move("used", used, before(now, 9));
  }
}

/** Plans of a year ago, done three weeks ago but on the units left. */
async function writePlans(
  tx: Tx,
  models: ReadonlyMap<string, string>,
  by: string,
  now: Date,
): Promise<void> {
  const begun = handAt(before(now, 365));
  const left = new Map<string, number>();
  for (const { model, left: count, ...plan } of plans)
    left.set(await addPlan(tx, models.get(model) ?? "", plan, begun), count);
  const theirs = Map.groupBy(await upkeepOf(tx, dayOf(now)), ({ plan }) => plan.id);
  for (const [planId, all] of theirs)
    for (const { unitId, nth } of all.slice(0, all.length - (left.get(planId) ?? 0)))
      await markDone(tx, { planId, unitId, nth }, null, handAt(before(now, 21)), by);
}

async function writeOwn(tx: Tx, { associations, places }: Around, now: Date): Promise<void> {
  const owner = associations.find(({ name }) => name === own.association);
  const placeId = places.get(own.place);
  if (!owner || !placeId) throw new Error(`${own.association} lends nothing`);
  const week = { WE: [[1020, 1200]], FR: [[1020, 1200]], SA: [[540, 720]] } as const;
  await saveLendingPlace(
    tx,
    { placeId, known: undefined, ownerId: owner.id },
    { slotMinutes: 30, slotMost: 1, words: own.words, timetable: timetableOf(week) },
    handAt(now),
  );
  const { ownerRules, longestDays } = own;
  await writeModel(tx, own.model, places, handAt(before(now, 90)), { ownerId: owner.id, ownerRules, longestDays }); // prettier-ignore
}
