import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import { note, type Hand } from "../journal.ts";
import type { Loan } from "../loans/queries.ts";
import { arrangeMost, type Kept } from "./arrange.ts";
import { turnOf } from "./turn.ts";

/** Units chosen for a loan, by the pool of each line. */
export type Chosen = ReadonlyMap<string, readonly string[]>;

/** `gone`: the loan changed meanwhile; `too_many`: more than was asked; `taken`: no other unit is left for who has it set aside. */
export type PrepareRefusal = "gone" | "too_many" | "taken";

/**
 * Sets units aside for a loan, in the place of those it had. What is set aside for a later loan may be given another unit of the same
 * shelf. Prepared when every line has all of its units. Who calls undoes what a refusal leaves (`whole`).
 */
export async function setAside(
  tx: Tx,
  loan: Loan,
  chosen: Chosen,
  hand: Hand,
): Promise<{ done: "prepared" | "in_part" } | { refused: PrepareRefusal }> {
  const state = await turnOf(tx, loan.id);
  if (state !== "accepted" && state !== "prepared" && state !== "out") return { refused: "gone" };
  let complete = true;
  await sql`set constraints allocation_unit_free deferred`.execute(tx);
  for (const line of loan.lines) {
    const units = [...new Set(chosen.get(line.poolId) ?? [])];
    const kept = await keepOnly(tx, loan.id, line.poolId, units);
    const added = units.filter((unit) => !kept.has.has(unit));
    if (kept.count + added.length > line.quantity) return { refused: "too_many" };
    complete &&= kept.count + added.length === line.quantity;
    if (!(await addAll(tx, loan.id, line, added))) return { refused: "gone" };
    if (units.length && !(await arrangePool(tx, line.poolId, loan.id, added)))
      return { refused: "taken" };
  }
  const settled = await act(tx, { allocation_unit_free: "taken" as const }, async () => {
    await sql`set constraints allocation_unit_free immediate`.execute(tx);
  });
  if ("refused" in settled) return settled;
  if (state === "out") return { done: "prepared" };
  await tx
    .updateTable("loan")
    .set({ state: complete ? "prepared" : "accepted", changed_at: hand.at })
    .where("loan_id", "=", loan.id)
    .execute();
  if (complete && state === "accepted") await note(tx, hand, "loan", loan.id, "prepared");
  return { done: complete ? "prepared" : "in_part" };
}

/** Puts back on the shelf what is set aside of a line and not among `units`. Gives the units the line has, and how many it has or has had: one that came back may leave again. */
async function keepOnly(tx: Tx, loanId: string, poolId: string, units: readonly string[]) {
  await sql`
    delete from allocation where loan_id = ${loanId} and pool_id = ${poolId} and state = 'set_aside'
      and unit_id <> all(${[...units]}::uuid[])`.execute(tx);
  const rows = await tx
    .selectFrom("allocation")
    .select(["unit_id", "state"])
    .where("loan_id", "=", loanId)
    .where("pool_id", "=", poolId)
    .where("state", "<>", "exchanged")
    .execute();
  const had = rows.filter(({ state }) => state === "set_aside" || state === "out");
  return { has: new Set(had.map((row) => row.unit_id)), count: rows.length };
}

/** Adds units for the time of the line's seat. False when one is not of this pool, or not ready. */
async function addAll(
  tx: Tx,
  loanId: string,
  { poolId, seatId }: Loan["lines"][number],
  units: readonly string[],
): Promise<boolean> {
  if (!units.length) return true;
  const { numAffectedRows } = await sql`
    insert into allocation (loan_id, pool_id, unit_id, state, from_at, until_at)
    select ${loanId}, ${poolId}, u.unit_id, 'set_aside', s.from_at, s.until_at
    from equipment_unit u, seat s
    where u.unit_id = any(${[...units]}::uuid[]) and u.pool_id = ${poolId} and u.state = 'ready' and s.seat_id = ${seatId}`.execute(
    tx,
  );
  return Number(numAffectedRows) === units.length;
}

/**
 * Gives other units to what is set aside in a pool and crosses what a loan has, and to what lacks one that is fit. False when there are
 * too few, or when the units `added` to the loan are what somebody lacks. What lacks one anyway keeps the unit that is not fit until
 * there is another, and hinders nobody.
 */
export async function arrangePool(
  tx: Tx,
  poolId: string,
  loanId: string,
  added: readonly string[] = [],
): Promise<boolean> {
  const { rows } = await sql<Kept & { mine: boolean }>`
    select allocation_id as id, extract(epoch from from_at)::float8 as from, extract(epoch from until_at)::float8 as until,
      unit_id as unit, state = 'out' or loan_id = ${loanId} as fixed, loan_id = ${loanId} as mine
    from allocation where pool_id = ${poolId} and state in ('set_aside', 'out') order by allocation_id for update`.execute(
    tx,
  );
  const ready = await tx
    .selectFrom("equipment_unit")
    .select("unit_id")
    .where("pool_id", "=", poolId)
    .where("state", "in", ["ready", "to_check"])
    .orderBy("tag")
    .execute();
  const units = ready.map((row) => row.unit_id);
  const given = arrangeMost(rows, units);
  if (!given) return false;
  const lacking = rows.filter(({ id }) => !given.has(id));
  const others = rows.filter(({ mine, unit }) => !mine || !added.includes(unit));
  const without = lacking.length ? arrangeMost(others, units) : undefined;
  if (lacking.some(({ id }) => without?.has(id))) return false;
  for (const { id, unit } of rows)
    if ((given.get(id) ?? unit) !== unit)
      await tx
        .updateTable("allocation")
        .set({ unit_id: given.get(id) ?? unit })
        .where("allocation_id", "=", id)
        .execute();
  return true;
}
