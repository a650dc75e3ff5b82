import { addDays, dayOf } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/database.ts";
import { commitmentIds } from "../../modules/communes/index.ts";
import type { WrittenAssociation } from "./associations.ts";
import type { StaffIds } from "./people.ts";

/** What a year of use leaves behind: commitments under way, visits, proposals waiting for an answer. */
export async function writeActivity(
  tx: Tx,
  associations: readonly WrittenAssociation[],
  staff: StaffIds,
  now: Date,
): Promise<void> {
  await writeCommitments(tx, staff, now);
  await writeVisits(tx, associations, dayOf(now));
  await writeProposals(tx, associations, now);
  await writeClaims(tx, associations, now);
}

const states = ["in_place", "preparing", "in_place", "preparing", "not_started"] as const;

async function writeCommitments(tx: Tx, staff: StaffIds, now: Date): Promise<void> {
  const owners = staff.filter((one) => one.role !== "elected");
  const rows = commitmentIds.map((commitment, rank) => {
    const owner = owners[rank % owners.length];
    const started = ["2.1", "2.2", "4.2"].includes(commitment);
    return {
      commitment,
      state: started ? "in_place" : (states[rank % states.length] ?? "preparing"),
      owner_label: owner ? `${owner.name}, ${owner.title.toLowerCase()}` : "",
      noted_at: new Date(now.getTime() - (rank + 3) * 9 * 86_400_000),
      noted_by: owner?.id ?? null,
    };
  });
  await tx.insertInto("commitment_state").values(rows).execute();
}

/** Views of the last 14 months, busier in September and at the week-end; the same at each start of the same day. */
async function writeVisits(
  tx: Tx,
  associations: readonly WrittenAssociation[],
  today: string,
): Promise<void> {
  const kinds = [
    ["home", 24],
    ["search", 41],
    ["association", 57],
  ] as const;
  const rows = [];
  for (let ago = 1; ago <= 420; ago++) {
    const day = addDays(today, -ago);
    const month = Number(day.slice(5, 7));
    const season = month === 9 ? 2.4 : month === 8 ? 0.45 : month === 6 ? 1.3 : 1;
    const wave = 1 + 0.35 * Math.sin(ago * 0.9) + (ago % 7 === 0 ? 0.3 : 0);
    for (const [page_kind, base] of kinds) {
      const subject_id =
        page_kind === "association"
          ? (associations[(ago * 37) % associations.length]?.id ?? "")
          : "";
      rows.push({
        day,
        page_kind,
        channel: "site",
        subject_id,
        views: Math.round(base * season * wave * (1.25 - ago / 1200)),
      });
    }
  }
  await tx.insertInto("visit_count").values(rows).execute();
}

async function writeProposals(
  tx: Tx,
  associations: readonly WrittenAssociation[],
  now: Date,
): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const chosen = associations.find((one) => one.facts.state === "active" && one.facts.when);
  await tx
    .insertInto("proposal")
    .values([
      {
        kind: "new_association",
        association_id: null,
        name: "Les Tricoteuses du jeudi",
        body: "Nous nous retrouvons chaque jeudi après-midi pour tricoter ensemble et pour les bébés de la maternité. Tout le monde peut venir, nous prêtons les aiguilles.",
        topic: null,
        proposed: null,
        place: "Maison de quartier des Fontaines",
        sender_email: "tricoteuses@courriel.example",
        created_at: before(2),
      },
      {
        kind: "error",
        association_id: chosen?.id ?? null,
        name: null,
        body: "L’horaire a changé depuis la rentrée : c’est maintenant à 18 h 30, et non à 18 h.",
        topic: "schedule",
        proposed: JSON.stringify({ schedule: "Le mardi à 18 h 30" }),
        place: null,
        sender_email: null,
        created_at: before(1),
      },
    ])
    .execute();
}

/** Someone the town hall does not know asks to manage a page. */
async function writeClaims(
  tx: Tx,
  associations: readonly WrittenAssociation[],
  now: Date,
): Promise<void> {
  const asked = associations.find(({ name }) => name === "AMAP du Coteau");
  if (!asked) return;
  await tx
    .insertInto("claim_request")
    .values({
      association_id: asked.id,
      name: "Perrine Gaudin",
      title: "secrétaire",
      email: "perrine.gaudin@courriel.example",
      phone: "+33241000077",
      message: "Notre ancienne présidente a déménagé. Je m’occupe des inscriptions depuis juin.",
      asked_at: new Date(now.getTime() - 3 * 86_400_000),
    })
    .execute();
}
