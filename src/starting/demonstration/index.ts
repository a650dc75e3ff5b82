import { sql } from "kysely";
import { synonyms } from "../../../db/demo/synonyms.ts";
import { addGroup, refreshAll, toolsOf } from "../../modules/directory/index.ts";
import { activityDocuments } from "../../modules/activities/index.ts";
import { addCommune, publish } from "../../modules/communes/index.ts";
import { isLoopback, type Config } from "../../platform/config.ts";
import { dayOf } from "../../platform/clock.ts";
import { gatherStatistics } from "../../platform/db/statistics.ts";
import type { House } from "../../platform/http/ask.ts";
import { commune } from "../../../db/demo/commune.ts";
import { demoAssociations } from "../../../db/demo/records.ts";
import { writeActivities } from "./activities.ts";
import { writeActivity } from "./activity.ts";
import { writeAssociations } from "./associations.ts";
import { writeEquipment } from "./equipment.ts";
import { writeKept } from "./equipment-kept.ts";
import { writeEvents } from "./events.ts";
import { writeLendingYear } from "./lending/year.ts";
import { givePapers, readMonthlyFile } from "./monthly.ts";
import { writeDistricts, writePlaces, writeSettings } from "./commune.ts";
import { writeLeaders, writeStaff } from "./people.ts";
import { writeNews } from "./news.ts";
import { writeRegistrations } from "./registrations.ts";
import { writeBookings } from "./bookings.ts";
import { writeResourcePlaces } from "./resource-places.ts";
import { writeReminders } from "./reminders.ts";
import { writeSupport } from "./support.ts";
import { writeTexts } from "./texts.ts";

/** Creates the invented commune on first start, whole or not at all; a later start finds it and does nothing. */
export async function ensureDemonstration(house: House, ownerUrl: string): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select commune_id as id from commune_hosts() where demonstration limit 1`.execute(
    house.database.outside,
  );
  const communeId = rows[0]?.id ?? (await addCommune(ownerUrl, invented));
  const now = house.clock.now();
  const made = await house.database.write(communeId, async (tx) => {
    // An earlier first start may have been killed between the commune and its content.
    const begun = await tx.selectFrom("district").select("district_id").limit(1).executeTakeFirst();
    if (begun) return false;
    await writeSettings(tx, communeId, dayOf(now));
    const districts = await writeDistricts(tx);
    const places = await writePlaces(tx, districts);
    const staff = await writeStaff(tx);
    const associations = await writeAssociations(tx, demoAssociations(dayOf(now)), {
      places,
      staff,
      now,
    });
    await writeLeaders(tx, associations);
    await writeTexts(tx, associations, now);
    await writeActivity(tx, associations, staff, now);
    await writeActivities(tx, associations, places, now);
    await writeEvents(tx, associations, places, now);
    await writeRegistrations(tx, associations, now);
    await writeNews(tx, associations, staff, now);
    await writeResourcePlaces(tx, associations, places, now);
    await writeBookings(tx, associations, now);
    const models = await writeEquipment(tx, places, now);
    await writeKept(tx, { models, places, associations, staff }, now);
    await writeLendingYear(tx, { places, associations, staff }, now);
    await writeSupport(tx, associations, staff, now);
    await writeReminders(tx, now);
    for (const words of synonyms) await addGroup(tx, words, { at: now, id: null });
    await refreshAll(tx, toolsOf(house, [activityDocuments]));
    await publish(tx);
    return true;
  });
  if (!made) return;
  await gatherStatistics(ownerUrl);
  await givePapers(house, communeId);
  await readMonthlyFile(house, communeId);
}

const invented = {
  slug: "valbrume",
  name: commune.name,
  insee: commune.insee,
  hosts: ["valbrume.localhost"],
  demonstration: true,
};

/** What the terminal says once the site answers. */
export function welcomeLines(config: Config, port: number): string[] {
  const address = config.publicUrl ?? `http://localhost:${port}`;
  const lines = ["", `  Maillage est prêt :  ${address}`];
  if (config.demonstration && isLoopback(config.host))
    lines.push(
      "",
      `  Commune de démonstration : ${commune.name} (inventée).`,
      `  Pour y entrer : ${address}/connexion, puis « Entrer comme… »`,
      "    Administration du site, Suivi des associations, Matériel, Accueil, Communication, Élu,",
      "    ou Responsable d’association. Aucun mot de passe.",
    );
  return [...lines, "", "  Pour arrêter : Ctrl+C", ""];
}
