import type { Tx } from "../../../platform/db/database.ts";
import type { Decision } from "../codes.ts";
import { note, type Hand } from "../journal.ts";
import { usualRules, type LendingRules } from "./rules.ts";

/** The rules of the commune; those of the house until it has said its own. */
export async function lendingRules(tx: Tx): Promise<LendingRules> {
  const row = await tx.selectFrom("lending_rules").selectAll().executeTakeFirst();
  return row
    ? {
        openTo: row.open_to as LendingRules["openTo"],
        decision: row.decision as Decision,
        insurance: row.insurance,
        convention: row.convention,
        guaranteed: row.guaranteed,
        lateWaits: row.late_waits,
        seasonLoans: row.season_loans,
        furthestDays: row.furthest_days,
        leadOpenDays: row.lead_open_days,
        longestDays: row.longest_days,
        bufferMinutes: row.buffer_minutes,
        usefulYears: row.useful_years,
        remindBefore: row.remind_before,
        remindAfter: row.remind_after,
      }
    : usualRules;
}

/** Writes the rules of the commune, from now on; what is promised stays promised. */
export async function saveLendingRules(tx: Tx, rules: LendingRules, hand: Hand): Promise<void> {
  const before = await lendingRules(tx);
  const columns = {
    open_to: rules.openTo,
    decision: rules.decision,
    insurance: rules.insurance,
    convention: rules.convention,
    guaranteed: rules.guaranteed,
    late_waits: rules.lateWaits,
    season_loans: rules.seasonLoans,
    furthest_days: rules.furthestDays,
    lead_open_days: rules.leadOpenDays,
    longest_days: rules.longestDays,
    buffer_minutes: rules.bufferMinutes,
    useful_years: rules.usefulYears,
    remind_before: rules.remindBefore,
    remind_after: rules.remindAfter,
    changed_at: hand.at,
  };
  await tx
    .insertInto("lending_rules")
    .values(columns)
    .onConflict((met) => met.column("commune_id").doUpdateSet(columns))
    .execute();
  const changed = Object.fromEntries(
    (Object.keys(rules) as (keyof LendingRules)[])
      .filter((name) => before[name] !== rules[name])
      .map((name) => [name, [before[name], rules[name]]]),
  );
  await note(tx, hand, "rules", "lending", "edited", changed);
}
