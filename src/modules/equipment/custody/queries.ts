import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Condition, EventKind } from "./codes.ts";

/** `exchanged`: it came back and another one took its place. */
export type AllocationState = "set_aside" | "out" | "back" | "lost" | "exchanged";

/** How a unit was when it left, or when it came back. */
export type Report = {
  condition: Condition | null;
  missing: string[];
  words: string | null;
  at: Date;
  fileIds: string[];
};

/** A unit of a loan: which, where it stands, how it was. */
export type Allocation = {
  id: string;
  loanId: string;
  poolId: string;
  unitId: string;
  tag: string;
  modelName: string;
  state: AllocationState;
  outAt: Date | null;
  backAt: Date | null;
  /** What its case holds, in words. */
  pieces: string[];
  out: Report | null;
  back: Report | null;
  /** It came back from this loan, and is to be checked before it is lent again. */
  toCheck: boolean;
};

const reportOf = (kinds: string) => sql`(
  select jsonb_build_object('condition', e.condition, 'missing', e.missing, 'words', e.words, 'at', e.at,
    'fileIds', array(select p.file_id from custody_photo p where p.event_id = e.event_id order by p.position))
  from custody_event e where e.unit_id = l.unit_id and e.loan_id = l.loan_id and e.kind = any(${kinds}::text[])
  order by e.at desc limit 1)`;

type Raw = Omit<Allocation, "out" | "back"> & { out: RawReport | null; back: RawReport | null };
type RawReport = Omit<Report, "at"> & { at: string };

/** The units of some loans, by loan then tag. */
export async function allocationsOf(tx: Tx, loanIds: readonly string[]): Promise<Allocation[]> {
  if (!loanIds.length) return [];
  const { rows } = await sql<Raw>`
    select l.allocation_id as id, l.loan_id as "loanId", l.pool_id as "poolId", l.unit_id as "unitId", u.tag, m.name as "modelName",
      l.state, l.out_at as "outAt", l.back_at as "backAt",
      array(select case when p.quantity = 1 then p.name else p.quantity || ' ' || p.name end
        from model_piece p where p.model_id = m.model_id order by p.position) as pieces,
      ${reportOf("{handed}")} as out, ${reportOf("{returned,lost}")} as back,
      l.state in ('back', 'exchanged') and u.state = 'to_check'
        and not exists (select from allocation o where o.unit_id = l.unit_id and o.out_at > l.out_at) as "toCheck"
    from allocation l
    join equipment_unit u on u.unit_id = l.unit_id
    join equipment_pool p on p.pool_id = l.pool_id
    join equipment_model m on m.model_id = p.model_id
    where l.loan_id = any(${[...loanIds]}::uuid[])
    order by l.loan_id, m.name, u.tag`.execute(tx);
  return rows.map(({ out, back, ...row }) => ({ ...row, out: dated(out), back: dated(back) }));
}

const dated = (report: RawReport | null): Report | null =>
  report && { ...report, at: new Date(report.at) };

/** A unit that may serve a line: whether it is free for the whole of it, and where it is. */
export type Candidate = { unitId: string; poolId: string; tag: string; free: boolean };

/**
 * Units that may serve the lines of a loan, those it has first, then those free for all of its time, the least lent first. Only what is
 * ready leaves; what somebody else still has is not there.
 */
export async function candidatesFor(tx: Tx, loanId: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select u.unit_id as "unitId", u.pool_id as "poolId", u.tag,
      not exists (select from allocation o where o.unit_id = u.unit_id and o.loan_id <> n.loan_id and o.state in ('set_aside', 'out')
        and tstzrange(o.from_at, o.until_at) && tstzrange(s.from_at, s.until_at)) as free
    from loan_line n
    join seat s on s.seat_id = n.seat_id
    join equipment_unit u on u.pool_id = n.pool_id and u.state = 'ready'
    where n.loan_id = ${loanId}
      and not exists (select from allocation o where o.unit_id = u.unit_id and o.state = 'out')
    order by exists (select from allocation o where o.unit_id = u.unit_id and o.loan_id = n.loan_id) desc, free desc,
      (select count(*) from custody_event e where e.unit_id = u.unit_id and e.kind = 'handed'), u.tag`.execute(
    tx,
  );
  return rows;
}

/** What happened to a unit, the last first. */
export type Happening = Report & {
  id: string;
  kind: EventKind;
  loanId: string | null;
  borrower: string | null;
};

export async function historyOf(tx: Tx, unitId: string, limit = 100): Promise<Happening[]> {
  const { rows } = await sql<Happening>`
    select e.event_id as id, e.kind, e.condition, e.missing, e.words, e.at, e.loan_id as "loanId",
      coalesce(a.name, l.service) as borrower,
      array(select p.file_id from custody_photo p where p.event_id = e.event_id order by p.position) as "fileIds"
    from custody_event e
    left join loan l on l.loan_id = e.loan_id
    left join association a on a.association_id = l.association_id
    where e.unit_id = ${unitId} order by e.at desc, e.event_id limit ${limit}`.execute(tx);
  return rows;
}
