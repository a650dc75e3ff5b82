import { createAssociations, type AssociationFacts } from "../src/modules/associations/index.ts";
import { addCommune, publish } from "../src/modules/communes/index.ts";
import { refreshAll, toolsOf } from "../src/modules/directory/index.ts";
import { activityDocuments } from "../src/modules/activities/index.ts";
import type { House } from "../src/platform/http/ask.ts";
import {
  writeDistricts,
  writePlaces,
  writeSettings,
} from "../src/starting/demonstration/commune.ts";
import { places } from "../db/demo/places.ts";
import { seeded } from "../src/platform/seeded.ts";
import { activities, hills, names, publicsAsked } from "./words.ts";

/** Associations as a large commune has them: half with a place, most with aims, some ceased. */
export function inventedFacts(count: number): AssociationFacts[] {
  const random = seeded(2026);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, rank) => {
    const [activity, theme, more] = pick(activities);
    const [where, title] = [pick(hills), pick(names)];
    const place = pick(places);
    return {
      name: `${title} ${activity} de ${where} ${rank + 1}`,
      themes: [theme],
      publics: [pick(publicsAsked)],
      aims: `Proposer une activité de ${activity} aux habitants de ${where} : ${more}. Accueillir chacun, sans condition de niveau, et participer à la vie du quartier.`,
      keywords: [activity, ...more.split(", ").slice(0, 2)],
      state: random() < 0.06 ? "ceased" : "active",
      createdOn: `${1950 + Math.floor(random() * 75)}-0${1 + Math.floor(random() * 9)}-15`,
      phone: `+33241${String(100_000 + rank).padStart(6, "0")}`,
      ...(random() < 0.5 ? { places: [{ name: place.name }] } : {}),
    };
  });
}

/** A commune with that many associations, found by its directory; gives its number. */
export async function buildCommune(
  house: House,
  ownerUrl: string,
  host: string,
  count: number,
): Promise<number> {
  const id = await addCommune(ownerUrl, { slug: "mesure", name: "Mesure", hosts: [host] });
  const at = house.clock.now();
  await house.database.write(id, async (tx) => {
    await writeSettings(tx, id, at.toISOString().slice(0, 10));
    await writePlaces(tx, await writeDistricts(tx));
    await createAssociations(tx, inventedFacts(count), {
      source: "hand",
      at,
      actor: { kind: "system" },
    });
    await refreshAll(tx, toolsOf(house, [activityDocuments]));
    await publish(tx);
  });
  return id;
}
