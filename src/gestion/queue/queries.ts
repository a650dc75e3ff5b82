import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { record } from "../../modules/journal/index.ts";

export type Delay = { until: string; by: string };

/** What was put off and is not back yet on a day, by key. */
export async function delaysOn(tx: Tx, day: string): Promise<Map<string, Delay>> {
  const rows = await tx
    .selectFrom("queue_delay as d")
    .innerJoin("person", "person.person_id", "d.set_by")
    .select(["d.item_key", "person.name", sql<string>`d.until_day::text`.as("until")])
    .where("d.until_day", ">", day)
    .execute();
  return new Map(rows.map((row) => [row.item_key, { until: row.until, by: row.name }]));
}

/** To whom things were given, by key. */
export async function assignments(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.selectFrom("queue_assignment").select(["item_key", "agent_id"]).execute();
  return new Map(rows.map((row) => [row.item_key, row.agent_id]));
}

type By = { by: string; at: Date };

/** Puts an item off until a day. */
export async function putOff(tx: Tx, key: string, until: string, { by, at }: By): Promise<void> {
  const row = { until_day: until, set_by: by, set_at: at };
  await tx
    .insertInto("queue_delay")
    .values({ item_key: key, ...row })
    .onConflict((conflict) => conflict.columns(["commune_id", "item_key"]).doUpdateSet(row))
    .execute();
  await note(tx, key, "queue.put_off", { until: [null, until] }, { by, at });
}

/** Takes back at once what was put off. */
export async function takeBack(tx: Tx, key: string, by: By): Promise<void> {
  const gone = await tx
    .deleteFrom("queue_delay")
    .where("item_key", "=", key)
    .returning("item_key")
    .execute();
  if (gone.length) await note(tx, key, "queue.taken_back", {}, by);
}

/** Gives items to an agent, or back to whom they belong by themselves. */
export async function give(
  tx: Tx,
  keys: readonly string[],
  agentId: string | null,
  { by, at }: By,
): Promise<void> {
  const before = await assignments(tx);
  await tx.deleteFrom("queue_assignment").where("item_key", "in", keys).execute();
  if (agentId)
    await tx
      .insertInto("queue_assignment")
      .values(keys.map((item_key) => ({ item_key, agent_id: agentId, set_by: by, set_at: at })))
      .execute();
  for (const key of keys)
    await note(tx, key, "queue.given", { agent: [before.get(key) ?? null, agentId] }, { by, at });
}

const note = (
  tx: Tx,
  key: string,
  action: string,
  change: Record<string, unknown>,
  { by, at }: By,
) =>
  record(tx, {
    actor: { kind: "person", id: by },
    at,
    subject: { kind: "queue", id: key },
    action,
    change,
  });

/** What somebody did today, in lines of history by action. */
export async function doneToday(tx: Tx, personId: string, day: string) {
  const { rows } = await sql<{ action: string; count: number }>`
    select action, count(*)::integer as count from journal
    where actor_kind = 'person' and actor_id = ${personId}
      and at >= (${day}::date)::timestamp at time zone 'Europe/Paris' and action not like 'queue.%'
    group by action order by 2 desc, 1`.execute(tx);
  return rows;
}

/** Colleagues to whom something may be given. */
export const colleagues = (tx: Tx) =>
  tx
    .selectFrom("person")
    .select(["person_id as id", "name"])
    .where(
      sql<boolean>`exists (select from staff_role s where s.commune_id = person.commune_id
        and s.person_id = person.person_id and s.role <> 'elected')`,
    )
    .orderBy("name")
    .orderBy("person_id")
    .execute();

/** Marks left on what is long gone. */
export async function forgetMarks(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom("queue_delay").where("set_at", "<", before).execute();
  await tx.deleteFrom("queue_assignment").where("set_at", "<", before).execute();
}
