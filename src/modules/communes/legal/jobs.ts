import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { Periodic } from "../../../platform/jobs.ts";
import { retention } from "./retention.ts";

/** Every night, mails and counts of attempts older than the page on personal data says are forgotten. */
export const forgetting = (house: House): Periodic[] => [
  {
    task: "forget_old_mail",
    cron: "17 2 * * *",
    run: (communeId) => house.database.write(communeId, (tx) => forgetOld(tx, house.clock.now())),
  },
];

export async function forgetOld(tx: Tx, now: Date): Promise<void> {
  await tx
    .deleteFrom("mail")
    .where(
      "created_at",
      "<",
      sql<Date>`${now}::timestamptz - make_interval(months => ${retention.messageMonths})`,
    )
    .execute();
  await tx
    .deleteFrom("rate_limit")
    .where(
      "window_start",
      "<",
      sql<Date>`${now}::timestamptz - make_interval(days => ${retention.securityDays})`,
    )
    .execute();
}
