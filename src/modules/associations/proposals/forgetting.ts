import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { forgetInTexts, patternOf, withoutPattern, type Sought } from "../../people/index.ts";
import { contactWithout } from "../contacts/forgetting.ts";

const texts = ["body", "place", "schedule", "website", "answer"] as const;

/** Erases who sent a proposal or an error report, and what they said of themselves in it; what they proposed stays. */
export async function forgetInProposals(tx: Tx, who: Sought): Promise<number> {
  const mentions = (columns: readonly string[]) =>
    sql<boolean>`concat_ws(' ', ${sql.join(columns.map((column) => sql.ref(column)))}) ~* ${patternOf(who)}`;
  const rows = await tx
    .selectFrom("proposal")
    .select(["proposal_id", "sender_name", "sender_email", "sender_phone"])
    .select(mentions([...texts, "proposed"]).as("spoken"))
    .where(mentions([...texts, "proposed", "sender_name", "sender_email", "sender_phone"]))
    .forUpdate()
    .execute();
  let count = 0;
  for (const row of rows) {
    const sender = { name: row.sender_name, email: row.sender_email, phone: row.sender_phone };
    const left = contactWithout(sender, who);
    if (left !== sender || row.spoken) count += 1;
    await tx
      .updateTable("proposal")
      .set({
        sender_name: left?.name ?? null,
        sender_email: left?.email ?? null,
        sender_phone: left?.phone ?? null,
      })
      .where("proposal_id", "=", row.proposal_id)
      .execute();
  }
  await forgetInTexts(tx, "proposal", texts, who);
  const left = withoutPattern(sql`proposed::text`, patternOf(who));
  await sql`update proposal set proposed = ${left}::jsonb where proposed::text ~* ${patternOf(who)}`.execute(
    tx,
  );
  return count;
}
