import { createAssociation } from "../associations/index.ts";
import { openTestSite } from "../../testing/site.ts";
import { activitiesOf } from "./record/queries.ts";

/** A site with one association, whose president writes its activities; `env` are settings of the operator. */
export async function openProgramme(env: Record<string, string> = {}) {
  const site = await openTestSite(env);
  const origin = { source: "hand", at: site.clock.now(), actor: { kind: "system" } } as const;
  const { id } = await site.database.write(site.communeId, async (tx) => {
    const made = await createAssociation(tx, { name: "Les Amis du Yoga" }, origin);
    await tx
      .insertInto("association_member")
      .values({ association_id: made.id, person_id: site.personId("president"), role: "owner" })
      .execute();
    return made;
  });
  return {
    site,
    id,
    base: `/espace/fiches/${id}/activites`,
    desk: `/gestion/associations/${id}/activites`,
    all: () => site.database.read(site.communeId, (tx) => activitiesOf(tx, { associationId: id })),
  };
}

export type ProgrammeSite = Awaited<ReturnType<typeof openProgramme>>;

export const president = "president" as const;

/** What somebody types for a regular activity. */
export const yoga = {
  title: "Yoga doux",
  what: "Des postures lentes.",
  rhythm: "weekly",
  days: ["WE"],
  rank: "",
  from: "18:30",
  to: "19:45",
  first_day: "2026-09-16",
  last_day: "2027-06-30",
  skip: ["school"],
  place: "Maison des associations",
  street: "3 rue des Lilas",
  placeDetail: "Salle B",
  minAge: "60",
  maxAge: "",
  priceKind: "unknown",
  priceFrom: "120,50 €",
};

/** A page whose spaces are all alike. */
export const plain = (html: string): string => html.replaceAll(/\s/g, " ");
