import type { Tx } from "../../platform/db/database.ts";
import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";

/** How long things are kept, in days. */
export const kept = { invitations: 30, formAnswers: 30, rateLimits: 1, mails: 90 } as const;

/** Forgets what has served its time, every night in every commune. */
export const periodic = (house: House): Periodic[] => [
  {
    task: "people_retention",
    cron: "17 2 * * *",
    run: (communeId) => house.database.write(communeId, (tx) => forget(tx, house.clock.now())),
  },
];

/** Deletes expired tokens, sessions and invitations, old form answers, hit counts and mails. */
export async function forget(tx: Tx, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await tx.deleteFrom("sign_in_token").where("expires_at", "<", now).execute();
  await tx.deleteFrom("session").where("expires_at", "<", now).execute();
  const invitations = await tx
    .deleteFrom("staff_invitation")
    .where("expires_at", "<", before(kept.invitations))
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
  await tx.deleteFrom("form_answer").where("answered_at", "<", before(kept.formAnswers)).execute();
  await tx.deleteFrom("rate_limit").where("window_start", "<", before(kept.rateLimits)).execute();
  await tx.deleteFrom("mail").where("created_at", "<", before(kept.mails)).execute();
}
