import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

type Line = { loan: string; pool: string; quantity: number; seats: number; seat: string; from: number; until: number }; // prettier-ignore
type Allocation = { loan: string; pool: string; unit: string; unitPool: string; unitState: string; state: string; from: number; until: number; outAt: number | null; backAt: number | null }; // prettier-ignore
type Seen = {
  loans: { id: string; state: string; from: number; until: number }[];
  lines: Line[];
  allocations: Allocation[];
  events: { unit: string; loan: string | null; kind: string }[];
};

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/** All of lending at one instant, in one statement: one snapshot, whatever the level. */
async function seen(tx: Tx): Promise<Seen> {
  const { rows } = await sql<Seen>`select
    (select coalesce(jsonb_agg(jsonb_build_object('id', loan_id, 'state', state, 'from', ${ms("from_at")}, 'until', ${ms("until_at")})), '[]') from loan) as loans,
    (select coalesce(jsonb_agg(jsonb_build_object('loan', n.loan_id, 'pool', n.pool_id, 'quantity', n.quantity, 'seats', s.quantity,
      'seat', s.state, 'from', ${ms("s.from_at")}, 'until', ${ms("s.until_at")})), '[]') from loan_line n join seat s using (seat_id)) as lines,
    (select coalesce(jsonb_agg(jsonb_build_object('loan', o.loan_id, 'pool', o.pool_id, 'unit', o.unit_id, 'unitPool', u.pool_id, 'unitState', u.state,
      'state', o.state, 'from', ${ms("o.from_at")}, 'until', ${ms("o.until_at")}, 'outAt', ${ms("o.out_at")}, 'backAt', ${ms("o.back_at")})), '[]')
      from allocation o join equipment_unit u using (unit_id)) as allocations,
    (select coalesce(jsonb_agg(jsonb_build_object('unit', unit_id, 'loan', loan_id, 'kind', kind) order by at), '[]')
      from custody_event where kind in ('handed', 'returned') or (kind = 'lost' and loan_id is not null)) as events`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Error("there is always one row");
  return row;
}

/** Every fault in what lending keeps at this moment; nothing when all is as it says. */
export async function audit(tx: Tx, clock: { now: () => Date }): Promise<string[]> {
  const all = await seen(tx);
  const now = clock.now().getTime();
  const byLoan = Map.groupBy(all.allocations, ({ loan }) => loan);
  const linesOf = Map.groupBy(all.lines, ({ loan }) => loan);
  return [
    ...[...Map.groupBy(all.allocations, ({ unit }) => unit).values()].flatMap(unitFaults),
    ...historyFaults(all),
    ...all.loans.flatMap((loan) => [
      ...loanFaults(loan.state, linesOf.get(loan.id) ?? [], byLoan.get(loan.id) ?? []),
      ...promiseFaults(loan, linesOf.get(loan.id) ?? [], byLoan.get(loan.id) ?? [], now),
    ]),
  ];
}

const has = ({ state }: Allocation) => state === "set_aside" || state === "out";

/** One unit serves one loan at a time, as planned and as it was; what is out was ready when it left and nobody said otherwise since. */
function unitFaults(mine: readonly Allocation[]): string[] {
  const faults: string[] = [];
  for (const [nth, one] of mine.entries()) {
    if (one.pool !== one.unitPool) faults.push("a unit of another shelf");
    if (one.state === "out" && one.unitState !== "ready") faults.push(`out and ${one.unitState}`);
    for (const other of mine.slice(nth + 1)) {
      if (has(one) && has(other) && one.from < other.until && other.from < one.until)
        faults.push("a unit set aside or out twice at once");
      if (one.outAt === null || other.outAt === null) continue;
      const [ended, otherEnded] = [one.backAt ?? Infinity, other.backAt ?? Infinity];
      if (one.outAt < otherEnded && other.outAt < ended) faults.push("a unit out twice at once");
    }
  }
  return faults;
}

/** The history of a unit goes from hand to hand, and says what the allocations say. */
function historyFaults({ allocations, events }: Seen): string[] {
  const faults: string[] = [];
  for (const [unit, happened] of Map.groupBy(events, (event) => event.unit)) {
    let holder: string | null = null;
    for (const { kind, loan } of happened) {
      if (kind === "handed" ? holder !== null : holder !== loan)
        faults.push(`${kind} while ${holder ? "another" : "no"} loan has it`);
      holder = kind === "handed" ? loan : null;
    }
    const out = allocations.find((one) => one.unit === unit && one.state === "out");
    if ((out?.loan ?? null) !== holder) faults.push("history and allocation name two holders");
  }
  const left = allocations.filter(({ state }) => state !== "set_aside").length;
  const handed = events.filter(({ kind }) => kind === "handed").length;
  if (left !== handed) faults.push(`${left} units left, ${handed} handed`);
  const lost = allocations.filter(({ state }) => state === "lost").length;
  const saidLost = events.filter(({ kind }) => kind === "lost").length;
  if (lost !== saidLost) faults.push(`${lost} units lost, ${saidLost} said lost`);
  return faults;
}

/** A loan is where its units are. */
function loanFaults(state: string, lines: readonly Line[], units: readonly Allocation[]): string[] {
  const faults: string[] = [];
  const count = (pool: string, ...states: string[]) =>
    units.filter((one) => one.pool === pool && states.includes(one.state)).length;
  const any = (...states: string[]) => units.some((one) => states.includes(one.state));
  for (const { pool, quantity, seat } of lines) {
    if (count(pool, "set_aside", "out", "back", "lost") > quantity)
      faults.push("more units than the line has");
    if (state === "prepared" && count(pool, "set_aside") !== quantity)
      faults.push("prepared in part");
    const promised = !["refused", "cancelled"].includes(state);
    // What expired is told to who waited, who then waits no more.
    const right = state === "waiting" ? ["waiting", "offered", "expired"].includes(seat) : (seat === "taken") === promised; // prettier-ignore
    if (!right) faults.push(`${state} with a seat ${seat}`);
  }
  if (["accepted", "prepared"].includes(state) && any("out", "back", "lost", "exchanged"))
    faults.push(`${state} and something left`);
  if (state === "asked" && units.length) faults.push("asked and prepared");
  if (state === "out" && !any("out")) faults.push("out and nothing is");
  if (["returned", "closed", "refused", "cancelled"].includes(state) && any("set_aside", "out"))
    faults.push(`${state} and something is not back`);
  if (["returned", "closed"].includes(state) && !any("back", "lost"))
    faults.push(`${state} and nothing ever came back`);
  return faults;
}

/** What is had or still to be had is promised, for as long as it is had; what is over is promised no more. */
function promiseFaults(
  { state, until }: Seen["loans"][number],
  lines: readonly Line[],
  units: readonly Allocation[],
  now: number,
): string[] {
  const faults: string[] = [];
  for (const line of lines) {
    const mine = units.filter(({ pool }) => pool === line.pool);
    const had = mine.filter(has);
    if (["asked", "accepted", "prepared"].includes(state) && line.seats !== line.quantity)
      faults.push("a line promised in part");
    if (state === "out" && had.length > line.seats) faults.push("more had than promised");
    if (had.length && line.until < until) faults.push("promised for less long than lent");
    if (mine.some((one) => one.state === "out") && line.from > now)
      faults.push("out before it is promised");
    if (had.some((one) => one.until < Math.min(line.until, until)))
      faults.push("set aside for less long than promised");
    const blocked = 90 * 60_000;
    if (["returned", "closed"].includes(state) && line.until > now + blocked)
      faults.push("promised after it is over");
  }
  return faults;
}
