import { wordsOf } from "../../app.ts";
import { createAssociation, prioritiesOf } from "../../modules/associations/index.ts";
import { saveLendingPlace } from "../../modules/equipment/lending-places/write.ts";
import { lendingPlacesOf } from "../../modules/equipment/lending-places/queries.ts";
import type { Hand } from "../../modules/equipment/journal.ts";
import { showModel } from "../../modules/equipment/models/write.ts";
import { saveLendingRules } from "../../modules/equipment/rules/queries.ts";
import { usualRules } from "../../modules/equipment/rules/rules.ts";
import { unitsOf } from "../../modules/equipment/units/queries.ts";
import { equipmentSeats } from "../../modules/equipment/waiting/offers.ts";
import { blankTimetable, seatJobs, weekdays } from "../../modules/scheduling/index.ts";
import { movableClock } from "../../platform/clock.ts";
import { readConfig } from "../../platform/config.ts";
import type { Tx } from "../../platform/db/database.ts";
import { asOwner, freshDatabase } from "../database.ts";
import { openGround } from "./ground.ts";
import { LendingModel } from "./life-model.ts";

/** Two of each model at a place open every day from 9 to 17 but those it closes, in a zone; the model beside it. */
export async function openLife(start: string, zone: string, bare: readonly string[] = []) {
  const fresh = await freshDatabase();
  for (const statement of bare) await asOwner(fresh.name, (client) => client.query(statement));
  const clock = movableClock(start);
  const ground = await openGround(fresh.ownerUrl, fresh.database, 2, clock.now());
  const write = <T>(work: (tx: Tx, now: Date) => Promise<T>) =>
    fresh.database.write(ground.communeId, (tx) => work(tx, clock.now()));
  const hand = () => ({
    actor: { kind: "person" as const, id: ground.agentId },
    at: clock.now(),
  });
  const { placeId } = ground;
  const openBut = (closed: ReadonlySet<string>) =>
    write(async (tx) => {
      const [known] = await lendingPlacesOf(tx, placeId);
      const rules = weekdays.map((weekday) => ({ weekday, from: 540, until: 1020, season: "always" as const, weeks: "every" as const, firstDay: null, lastDay: null })); // prettier-ignore
      const exceptions = [...closed].map((day) => ({ firstDay: day, lastDay: day, hours: null, words: null })); // prettier-ignore
      const timetable = { ...blankTimetable(zone), publicHolidays: "open" as const, rules, exceptions }; // prettier-ignore
      const terms = { slotMinutes: 30, slotMost: 2, words: null, timetable };
      await saveLendingPlace(tx, { placeId, known }, terms, hand());
    });
  await openBut(new Set());
  const model = new LendingModel(ground.pools.map(({ name }) => name !== "Table"));
  model.now = clock.now().getTime();
  await write(async (tx) => {
    await saveLendingRules(tx, { ...usualRules, leadOpenDays: 0 }, hand());
    for (const [pool, { poolId, modelId }] of ground.pools.entries()) {
      await showModel(tx, modelId, "shown", hand());
      const units = await unitsOf(tx, { poolId });
      for (const { id } of units) model.things.set(id, { id, pool, state: "ready" });
      model.capacity.push(units.length);
      model.counted.push(units.length);
    }
  });
  const borrowers = await write((tx) => borrowersOf(tx, hand()));
  const speaks = equipmentSeats({ words: wordsOf, config: readConfig({ LOG_LEVEL: "silent" }) });
  const [telling] = seatJobs({ database: fresh.database, clock }, [speaks]);
  return { fresh, clock, ground, zone, write, hand, openBut, model, borrowers, telling, told: new Map<string, string[]>() }; // prettier-ignore
}

/** Two services, and associations of two scores: two are alike. */
async function borrowersOf(tx: Tx, { at, actor }: Hand): Promise<Borrower[]> {
  const all: Borrower[] = [{ service: "Mairie" }, { service: "Médiathèque" }];
  for (const [name, publics] of [
    ["Voile", []],
    ["Entraide", ["seniors"]],
    ["Théâtre", ["seniors"]],
  ] as const) {
    // prettier-ignore
    const { id } = await createAssociation(tx, { name }, { source: "hand", at, actor });
    await tx.updateTable("association").set({ publics: [...publics] }).where("association_id", "=", id).execute(); // prettier-ignore
    const [priority] = await prioritiesOf(tx, [id]);
    all.push({ associationId: id, score: Math.round(priority?.score ?? 0) });
  }
  return all;
}
type Borrower = { service: string; score?: number } | { associationId: string; score: number };
export type Ground = Awaited<ReturnType<typeof openLife>>;
