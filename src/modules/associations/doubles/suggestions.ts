import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Reason } from "../duplicates/reasons.ts";

export type Suspected = { first: string; second: string; score: number; reasons: Reason[] };

/** The lower identifier comes first. */
export const ordered = (one: string, other: string): [string, string] =>
  one < other ? [one, other] : [other, one];

const open = (tx: Tx, about?: string) =>
  tx
    .selectFrom("duplicate_suggestion as s")
    .innerJoin("association as a", "a.association_id", "s.first_id")
    .innerJoin("association as b", "b.association_id", "s.second_id")
    .where("s.state", "=", "open")
    .where("a.merged_into", "is", null)
    .where("b.merged_into", "is", null)
    .$if(about !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb("s.first_id", "=", about ?? ""), eb("s.second_id", "=", about ?? "")]),
      ),
    );

/** How many pairs wait for a person; those of one record when `about` says which. */
export async function openCount(tx: Tx, about?: string): Promise<number> {
  const row = await open(tx, about)
    .select(sql<number>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The pairs one record may be one of, the surest first. */
export const openPairs = (tx: Tx, about: string) => surest(tx, about).execute();

const surest = (tx: Tx, about?: string) =>
  open(tx, about)
    .select(["s.first_id as first", "s.second_id as second", "s.score", "s.reasons"])
    .orderBy("s.score", "desc")
    .orderBy("s.first_id")
    .orderBy("s.second_id");

/** The surest pair that waits, after those one has passed. */
export async function nextSuspected(
  tx: Tx,
  passed: number,
  about?: string,
): Promise<Suspected | undefined> {
  const row = await surest(tx, about).offset(passed).limit(1).executeTakeFirst();
  return row && { ...row, reasons: row.reasons as Reason[] };
}

/** The surest pairs that wait, with their names and since when. */
export const suspectedPairs = (tx: Tx, limit: number) =>
  open(tx)
    .select(["s.first_id as first", "s.second_id as second", "s.found_at as since"])
    .select(["a.name as firstName", "b.name as secondName"])
    .orderBy("s.score", "desc")
    .orderBy("s.first_id")
    .orderBy("s.second_id")
    .limit(limit)
    .execute();

/** What was decided of a pair, if it was ever suspected; locked until the transaction ends. */
export async function lockSuspected(tx: Tx, one: string, other: string) {
  const [first, second] = ordered(one, other);
  return tx
    .selectFrom("duplicate_suggestion")
    .selectAll()
    .where("first_id", "=", first)
    .where("second_id", "=", second)
    .forUpdate()
    .executeTakeFirst();
}

/** Remembers what a person decided of a pair, suspected or not. */
export async function decidePair(
  tx: Tx,
  pair: readonly [string, string],
  decision: { state: "merged" | "distinct"; at: Date; by: string | null },
): Promise<void> {
  const [first_id, second_id] = ordered(...pair);
  const decided = { state: decision.state, decided_at: decision.at, decided_by: decision.by };
  await tx
    .insertInto("duplicate_suggestion")
    .values({ first_id, second_id, score: 0, reasons: "[]", ...decided })
    .onConflict((conflict) =>
      conflict.columns(["commune_id", "first_id", "second_id"]).doUpdateSet(decided),
    )
    .execute();
}

/** What became of other suspicions about an absorbed record, to be put back if the two are separated. */
export type Carried = { closed: object[]; added: { first_id: string; second_id: string }[] };

/** What was suspected or denied of the absorbed record is now said of the record kept, unless it already was. */
export async function carrySuspicions(tx: Tx, kept: string, absorbed: string): Promise<Carried> {
  const { rows: added } = await sql<Carried["added"][number]>`
    insert into duplicate_suggestion (first_id, second_id, score, reasons, state, found_at, decided_at, decided_by)
    select least(other, ${kept}::uuid), greatest(other, ${kept}::uuid), score, reasons, state, found_at, decided_at, decided_by
    from (select *, case when first_id = ${absorbed} then second_id else first_id end as other
          from duplicate_suggestion where ${absorbed} in (first_id, second_id)) s
    where other <> ${kept} and state in ('open', 'distinct')
    on conflict do nothing returning first_id, second_id`.execute(tx);
  const { rows: closed } = await sql<{ row: object }>`
    delete from duplicate_suggestion s
    where ${absorbed} in (first_id, second_id) and state = 'open' returning to_jsonb(s) as row`.execute(
    tx,
  );
  return { closed: closed.map(({ row }) => row), added };
}

/** Puts suspicions back where they were before two records became one, where nobody decided since. */
export async function carryBack(tx: Tx, carried: Carried, mergedAt: Date): Promise<void> {
  for (const { first_id, second_id } of carried.added)
    await tx
      .deleteFrom("duplicate_suggestion")
      .where("first_id", "=", first_id)
      .where("second_id", "=", second_id)
      .where((eb) => eb.or([eb("decided_at", "is", null), eb("decided_at", "<=", mergedAt)]))
      .execute();
  await sql`
    insert into duplicate_suggestion
    select * from jsonb_populate_recordset(null::duplicate_suggestion, ${JSON.stringify(carried.closed)}::jsonb)
    on conflict do nothing`.execute(tx);
}
