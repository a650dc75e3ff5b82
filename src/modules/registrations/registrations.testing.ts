import assert from "node:assert/strict";
import { openTestSite } from "../../testing/site.ts";
import { activitiesOf } from "../activities/index.ts";
import { seatWork } from "../scheduling/index.ts";
import { registrationWork } from "./jobs.ts";
import { createAssociation } from "../associations/index.ts";
import { registrationsOf, type Registration } from "./record/queries.ts";

/** What an association decides when it opens registrations. */
export const settings = {
  scope: "whole",
  capacity: "5",
  most: "4",
  waiting: "on",
  offer: "1440",
  question: "",
  opensOn: "",
  closesOn: "",
  message: "",
};

/** Somebody who registers. */
export const jeanne = { "name-1": "Jeanne Roc", phone: "", email: "jeanne@courriel.example" };

const as = "president" as const;

const yoga = {
  title: "Yoga doux",
  what: "Des postures lentes.",
  rhythm: "weekly",
  days: ["WE"],
  rank: "",
  from: "18:30",
  to: "19:45",
  first_day: "2026-09-16",
  last_day: "2027-06-30",
  place: "Maison des associations",
  street: "3 rue des Lilas",
  placeDetail: "Salle B",
  minAge: "",
  maxAge: "",
  priceKind: "unknown",
  priceFrom: "",
};

/** A site with one association, whose president looks after its activities. */
async function openClub() {
  const site = await openTestSite();
  const origin = { source: "hand", at: site.clock.now(), actor: { kind: "system" } } as const;
  const { id } = await site.database.write(site.communeId, async (tx) => {
    const made = await createAssociation(tx, { name: "Les Amis du Yoga" }, origin);
    await tx
      .insertInto("association_member")
      .values({ association_id: made.id, person_id: site.personId("president"), role: "owner" })
      .execute();
    return made;
  });
  const [base, desk] = [`/espace/fiches/${id}/activites`, `/gestion/associations/${id}/activites`];
  return { site, id, base, desk };
}

/** A published activity whose registrations are open, as its president opened them. */
export async function openEnrolment(decided: Record<string, string | readonly string[]> = {}) {
  const club = await openClub();
  const { site, base } = club;
  await site.post(`${base}/nouvelle?genre=regular`, yoga, { as });
  const [activity] = await site.database.read(site.communeId, (tx) =>
    activitiesOf(tx, { associationId: club.id }),
  );
  assert.ok(activity);
  await site.post(`${base}/${activity.id}/publication`, {}, { as });
  const home = `${base}/${activity.id}/inscriptions`;
  const opened = await site.post(`${home}/ouvrir`, { ...settings, ...decided }, { as });
  assert.equal(opened.status, 303, opened.html);
  const openings = await site.database.read(site.communeId, (tx) =>
    tx
      .selectFrom("registration_opening")
      .select(["opening_id as id", "occurrence_id as occurrenceId"])
      .orderBy("told_starts_at")
      .execute(),
  );
  const [opening] = openings;
  assert.ok(opening);
  /** A second goes by: people come one after the other. */
  const tick = () => site.clock.set(new Date(site.clock.now().getTime() + 1000).toISOString());
  return {
    ...club,
    activity,
    home,
    tick,
    openingId: opening.id,
    /** The association's page of the opening, and the residents' form. */
    roll: `${home}/${opening.id}`,
    form: `/activites/yoga-doux/inscription/${opening.id}`,
    registrations: (): Promise<Registration[]> =>
      site.database.read(site.communeId, (tx) => registrationsOf(tx, { openingId: opening.id })),
    /** Sends the residents' form; gives the address of the registration. */
    enrol: async (
      fields: Record<string, string>,
      options: { ip?: string; path?: string } = {},
    ): Promise<string> => {
      tick();
      const path = options.path ?? `/activites/yoga-doux/inscription/${opening.id}`;
      const answer = await site.post(path, fields, { ip: options.ip ?? "198.51.100.7" });
      assert.equal(answer.status, 303, answer.html);
      return answer.location ?? "";
    },
    /** Mails about registrations, the oldest first. */
    mails: () =>
      site.database.read(site.communeId, (tx) =>
        tx
          .selectFrom("mail")
          .select(["to_email as to", "subject", "text_body as text"])
          .where("kind", "=", "registration")
          .orderBy("created_at")
          .execute(),
      ),
    /** What the clock does every few minutes. */
    round: async () => {
      for (const { task, run } of [...seatWork(site.house), ...registrationWork(site.house)])
        if (task.endsWith("_round")) await run(site.communeId);
      await site.runJobs();
    },
    calls: () =>
      site.database.read(site.communeId, (tx) =>
        tx.selectFrom("registration_call").selectAll().orderBy("made_at").execute(),
      ),
  };
}

export type Enrolment = Awaited<ReturnType<typeof openEnrolment>>;
