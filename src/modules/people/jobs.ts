import { dayOf } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { retention } from "../../platform/retention.ts";
import { forgetAbsences } from "./absences/queries.ts";
import { eraseForgotten } from "./erasing/forgotten.ts";
import type { PersonalData } from "./personal-data.ts";

/** Forgets what has served its time, every night in every commune. */
export const periodic = (house: House, rooms: readonly PersonalData[]): Periodic[] => [
  {
    task: "people_retention",
    cron: "17 2 * * *",
    run: async (communeId) => {
      const now = house.clock.now();
      await house.database.write(communeId, (tx) => forget(tx, now));
      await eraseForgotten(house.database, communeId, { rooms, at: now });
    },
  },
];

/** Deletes expired tokens, challenges, sessions and invitations, old form answers, hit counts and mails. */
export async function forget(tx: Tx, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await tx.deleteFrom("sign_in_token").where("expires_at", "<", now).execute();
  await tx.deleteFrom("address_proof").where("expires_at", "<", now).execute();
  await tx.deleteFrom("passkey_challenge").where("expires_at", "<", now).execute();
  await tx.deleteFrom("provider_entry").where("expires_at", "<", now).execute();
  await tx.deleteFrom("session").where("expires_at", "<", now).execute();
  const invitations = await tx
    .deleteFrom("staff_invitation")
    .where("expires_at", "<", before(retention.invitationDays))
    .returning("invitation_id")
    .execute();
  if (invitations.length)
    await tx
      .deleteFrom("journal_personal")
      .where("about_kind", "=", "invitation")
      .where(
        "about_id",
        "in",
        invitations.map((row) => row.invitation_id),
      )
      .execute();
  await tx
    .deleteFrom("form_answer")
    .where("answered_at", "<", before(retention.formAnswerDays))
    .execute();
  await tx
    .deleteFrom("rate_limit")
    .where("window_start", "<", before(retention.attemptHours / 24))
    .execute();
  await forgetAbsences(tx, dayOf(before(retention.absenceDays)));
  await tx.deleteFrom("mail").where("created_at", "<", before(retention.mailDays)).execute();
}
