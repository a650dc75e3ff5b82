import { createAssociation } from "../../associations/index.ts";
import { ensurePlace } from "../../places/index.ts";
import type { TestSite } from "../../../testing/site.ts";

const desk = "/gestion/materiel";
const as = "equipment_manager" as const;
const week = { season: "same", public: "closed", commune_days: "on", slotMinutes: "30", slotMost: "2", words: "" }; // prettier-ignore

/** Two video projectors at one place, shown to all, and an association that the president writes for. */
export async function lend(
  site: TestSite,
): Promise<{ model: string; place: string; association: string }> {
  site.clock.set("2026-11-26T09:00:00Z");
  const origin = { source: "hand", at: site.clock.now(), actor: { kind: "system" } } as const;
  const { association, place } = await site.database.write(site.communeId, async (tx) => {
    const { id } = await createAssociation(tx, { name: "Lire ensemble" }, origin);
    const member = { association_id: id, person_id: site.personId("president"), role: "owner" };
    await tx.insertInto("association_member").values(member).execute();
    return { association: id, place: await ensurePlace(tx, { name: "Maison des associations" }) };
  });
  const acted = async (path: string, fields: Record<string, string>) => {
    const answer = await site.post(path, fields, { as });
    if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
    return (answer.location ?? "").split("?")[0] ?? "";
  };
  await acted(`${desk}/lieux/nouveau`, { ...week, place, week_MO: "9h-12h", week_FR: "9h-12h" });
  const path = await acted(`${desk}/modeles/nouveau`, { name: "Vidéoprojecteur", category: "screen", purpose: "Montrer un film à une salle.", pieces: "2 câbles HDMI\nTélécommande", value: "450", dayValue: "12,50", decision: "" }); // prettier-ignore
  await acted(`${path}/exemplaires`, { tags: "VP-01 à VP-02", place });
  await acted(`${path}/publication`, {});
  return { model: path.split("/").at(-1) ?? "", place, association };
}

/** The president asks for one projector for a weekend; gives the loan. */
export async function borrow(site: TestSite, place: string): Promise<string> {
  const free = await site.get("/materiel?du=2026-12-04&au=2026-12-07");
  const pool = /name="q_([0-9a-f-]{36})"/.exec(free.html)?.[1] ?? "";
  const asked = await site.post("/materiel/demande", { du: "2026-12-04", au: "2026-12-07", [`q_${pool}`]: "1", purpose: "Ciné-club des aînés", [`out_${place}`]: "540", [`back_${place}`]: "600" }, { as: "president" }); // prettier-ignore
  if (asked.status !== 303) throw new Error(`asking: ${asked.status}`);
  const board = await site.get(desk, { as });
  return /\/gestion\/materiel\/prets\/([0-9a-f-]{36})/.exec(board.html)?.[1] ?? "";
}
