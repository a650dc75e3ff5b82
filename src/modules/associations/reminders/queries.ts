import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Section } from "../codes.ts";
import { usualRule, type ReminderRule, type Step } from "./rules.ts";

/** The rule in force; the usual one, off, while the commune has not decided. */
export async function reminderRule(tx: Tx): Promise<ReminderRule> {
  const row = await tx.selectFrom("reminder_rule").selectAll().executeTakeFirst();
  return row
    ? { active: row.active, answerDays: row.answer_days, quietMonths: row.quiet_months }
    : usualRule;
}

export async function saveReminderRule(tx: Tx, rule: ReminderRule): Promise<void> {
  const row = {
    active: rule.active,
    answer_days: rule.answerDays,
    quiet_months: [...rule.quietMonths],
  };
  await tx
    .insertInto("reminder_rule")
    .values(row)
    .onConflict((conflict) => conflict.column("commune_id").doUpdateSet(row))
    .execute();
}

/** A step that is due for a listing; with a contact when it is a mail. */
export type Due = {
  associationId: string;
  name: string;
  sections: Section[];
  climb: number;
  step: Step;
  contactId: string | null;
  contactName: string | null;
  email: string | null;
  hash: string | null;
};

/** Every step due on a day (`reminders_due` of the database), in no order. */
export async function dueSteps(tx: Tx, day: string, answerDays: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select association_id as "associationId", name, sections, climb, step, contact_id as "contactId",
      contact_name as "contactName", email, address_hash as hash
    from reminders_due(${day}::date, ${answerDays})`.execute(tx);
  return rows;
}

/** Notes steps as taken; one another worker took meanwhile stays as it is. */
export async function takeSteps(tx: Tx, due: readonly Due[], day: string, at: Date): Promise<void> {
  for (let from = 0; from < due.length; from += 500)
    await tx
      .insertInto("reminder")
      .values(
        due.slice(from, from + 500).map((one) => ({
          association_id: one.associationId,
          climb: one.climb,
          step: one.step,
          sections: one.sections,
          taken_at: at,
          taken_on: day,
          contact_id: one.contactId,
          address_hash: one.hash,
        })),
      )
      .onConflict((conflict) => conflict.constraint("reminder_step_once").doNothing())
      .execute();
}
