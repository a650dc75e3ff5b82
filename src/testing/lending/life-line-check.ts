import assert from "node:assert/strict";
import { sql } from "kysely";
import { waitsOf } from "../../modules/equipment/waiting/queries.ts";
import type { Tx } from "../../platform/db/database.ts";
import { meet, type Wait } from "./life-kinds.ts";
import type { LendingModel } from "./life-model.ts";

type Row = {
  loan: string;
  state: string;
  ends: number | null;
  offers: number;
  tells: string | null;
  withdrawn: boolean;
};

/** What letters have still to say. */
function toTell({ over, ends, told, owed }: Wait): string | null {
  if (over !== null) return over === "late" ? "closed" : over;
  if (ends !== null) return told ? null : "offered";
  return owed ? "withdrawn" : null;
}

/** Who waits is where the model says: offered what is free in their turn, never for longer than told, three times at most. */
export async function checkLine(tx: Tx, now: Date, model: LendingModel): Promise<void> {
  const { rows } = await sql<Row>`
    select l.loan_id as loan, s.state, s.notices as offers, s.to_tell as tells, s.withdrawn_at is not null as withdrawn,
      (extract(epoch from s.expires_at) * 1000)::float8 as ends
    from loan l join loan_line n using (loan_id) join seat s using (seat_id) where l.state = 'waiting'`.execute(tx); // prettier-ignore
  for (const { state, ends, offers } of rows) {
    assert.ok(state !== "offered" || (ends ?? 0) > now.getTime(), "an offer kept after its end");
    assert.ok(offers <= (state === "waiting" ? 2 : 3), "more offers than three");
  }
  const waits = await waitsOf(tx, now);
  for (const pool of model.capacity.keys()) {
    const line = model.line(pool);
    for (const { loan, wait, line: mine } of model.waiters(pool)) {
      const state = wait.over ? "expired" : wait.ends === null ? "waiting" : "offered";
      const tells = toTell(wait);
      const row = rows.find((one) => one.loan === loan.id);
      assert.deepEqual(row, { loan: loan.id, state, offers: wait.offers, tells, withdrawn: wait.withdrawn, ends: wait.ends }, "who waits"); // prettier-ignore
      const place = line.findIndex((one) => one.loan === loan);
      const ahead = line.slice(0, Math.max(0, place)).filter((one) => meet(one.line, mine));
      const services = wait.ahead ? 0 : ahead.filter((one) => one.wait.ahead).length;
      const said = waits.find(({ loanId }) => loanId === loan.id);
      assert.deepEqual([said?.before, said?.services, said?.offeredUntil?.getTime() ?? null], [ahead.length, services, wait.ends], "a place in the list"); // prettier-ignore
    }
  }
}
