import { recordSupport, sayTools, type Support } from "../../modules/associations/index.ts";
import { leaders } from "../../../db/demo/people.ts";
import { addDays, dayOf } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { WrittenAssociation } from "./associations.ts";
import type { StaffIds } from "./people.ts";

const done: readonly Pick<Support, "kind" | "note">[] = [
  { kind: "visit", note: "Tour du local : la connexion ne passe pas dans la grande salle." },
  { kind: "phone", note: "Mot de passe de la messagerie retrouvé ensemble." },
  { kind: "appointment", note: "Premier tableau des adhérents, avec les cotisations." },
  { kind: "session", note: null },
  { kind: "phone", note: "Comment joindre un document trop lourd." },
  { kind: "diagnosis", note: "Dix minutes de questions. Le plus urgent : sauvegarder les photos." },
  { kind: "software_access", note: "Accès ouvert à l’agenda partagé." },
  { kind: "other", note: "Relecture de l’affiche du loto avant impression." },
];

/** Whom the commune counts on: by the jobs they give, or because nobody else does what they do. */
const designated = [
  { kind: "employer", criterion: "jobs", words: "Quatre salariés, dont deux à plein temps." },
  {
    kind: "structuring",
    criterion: "only_one",
    words: "La seule aide aux devoirs de la rive nord.",
  },
  {
    kind: "structuring",
    criterion: "carries_others",
    words: "Prête sa salle et son comptable à neuf associations.",
  },
  { kind: "employer", criterion: "jobs", words: "Un emploi aidé depuis deux ans." },
  {
    kind: "structuring",
    criterion: "publics",
    words: "Va chez les personnes âgées qui ne sortent plus.",
  },
] as const;

async function writeDesignations(
  tx: Tx,
  associations: readonly WrittenAssociation[],
  staff: StaffIds,
  now: Date,
): Promise<void> {
  const referent = staff.find(({ role }) => role === "referent");
  await tx
    .insertInto("association_designation")
    .values(
      designated.map((one, n) => ({
        ...one,
        association_id: associations[n * 17]?.id ?? "",
        since: addDays(dayOf(now), -200 + n * 30),
        made_by: referent?.id ?? null,
        made_at: now,
      })),
    )
    .execute();
}

/** What some associations said of their essential tools: two of them wait for an answer. */
async function writeTools(
  tx: Tx,
  associations: readonly WrittenAssociation[],
  by: string,
  now: Date,
): Promise<void> {
  const said = [
    { computer: "has", connection: "lacks", printer: "no_need" },
    { computer: "has", connection: "has", accounting: "lacks", mailbox: "has" },
    { computer: "has", connection: "has", printer: "has", storage: "has", video: "no_need" },
  ] as const;
  for (const [n, one] of said.entries())
    await sayTools(tx, new Map(Object.entries(one)), {
      associationId: associations[n * 11 + 2]?.id ?? "",
      byKind: "agent",
      by,
      at: new Date(now.getTime() - (n * 9 + 4) * 86_400_000),
    });
}

/** What the town hall did for associations over two years, more this year than the one before. */
export async function writeSupport(
  tx: Tx,
  associations: readonly WrittenAssociation[],
  staff: StaffIds,
  now: Date,
): Promise<void> {
  await writeDesignations(tx, associations, staff, now);
  const referent = staff.find(({ role }) => role === "referent");
  if (referent) await writeTools(tx, associations, referent.id, now);
  const agents = staff.filter(({ role }) => ["referent", "front_desk"].includes(role));
  const led = associations.find(({ name }) => name === leaders[0]?.associations[0]);
  for (let n = 0; n < 72; n++) {
    const association = n < 5 ? led : associations[(n * 17 + Math.floor(n / 9) * 5) % 60];
    const agent = agents[n % agents.length];
    const what = done[(n * 5 + (n % 3)) % done.length];
    if (!association || !what) continue;
    const day = addDays(dayOf(now), -(3 + n * 7 + Math.floor((n * n) / 24)));
    await recordSupport(tx, {
      ...what,
      associationId: association.id,
      day,
      source: { kind: "hand", id: crypto.randomUUID() },
      by: agent?.id ?? null,
      at: new Date(`${day}T16:00:00Z`),
    });
  }
}
