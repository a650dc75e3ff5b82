import { openings, registered } from "../../../db/demo/registrations.ts";
import { activitiesOf } from "../../modules/activities/index.ts";
import { slugOf } from "../../modules/associations/index.ts";
import { openingById, openRegistrations, register } from "../../modules/registrations/index.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { WrittenAssociation } from "./associations.ts";

/** Registrations of some invented activities: places left, full with people who wait, without limit. */
export async function writeRegistrations(
  tx: Tx,
  associations: readonly WrittenAssociation[],
  now: Date,
): Promise<void> {
  for (const { association, capacity, come, asked, ...more } of openings) {
    const found = associations.find(({ name }) => name === association);
    if (!found) throw new Error(`no invented association is called ${association}`);
    const [activity] = (await activitiesOf(tx, { associationId: found.id })).filter(
      ({ state }) => state === "published",
    );
    if (!activity) continue;
    const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    const outcome = await openRegistrations(
      tx,
      { activityId: activity.id, occurrenceId: null, startsAt: null, hours: null },
      {
        capacity,
        opensAt: null,
        closesAt: null,
        most: 4,
        asked,
        question: "question" in more ? more.question : null,
        message: "message" in more ? more.message : null,
        waiting: true,
        offerMinutes: 1440,
      },
      { actor: { kind: "system" }, at: before(10_000) },
    );
    const opening = "done" in outcome ? await openingById(tx, outcome.done) : undefined;
    if (!opening) continue;
    for (const [at, name] of registered.slice(0, come).entries()) {
      const phoneOnly = at % 3 === 2;
      await register(
        tx,
        opening,
        {
          people: [{ name, age: asked.some((one) => one === "age") ? 8 + at : null }],
          email: phoneOnly ? null : `${slugOf(name)}@courriel.example`,
          phone: phoneOnly ? `0600000${String(100 + at)}` : null,
          answers: "question" in more ? { free: at % 2 ? "Un grille-pain" : "Une lampe" } : {},
          lang: "fr",
          madeBy: at % 5 === 4 ? "association" : "resident",
          wait: true,
        },
        { actor: { kind: "resident" }, at: before(9000 - at * 400) },
      );
    }
  }
}
