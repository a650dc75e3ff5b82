import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { record, type Actor } from "../../journal/index.ts";
import { memberRoles, wider, type MemberRefusal, type MemberRole, type Topic } from "./rules.ts";

export type Member = {
  id: string;
  name: string;
  email: string;
  role: MemberRole;
  topics: Topic[];
  since: Date;
};

/** The people of an association: those responsible first, then by name. */
export async function membersOf(tx: Tx, associationId: string): Promise<Member[]> {
  const rows = await tx
    .selectFrom("association_member as m")
    .innerJoin("person as p", "p.person_id", "m.person_id")
    .select(["p.person_id as id", "p.name", "p.email", "m.role", "m.topics", "m.since"])
    .where("m.association_id", "=", associationId)
    .orderBy(sql`array_position(${[...memberRoles]}::text[], m.role)`)
    .orderBy("p.name")
    .orderBy("p.person_id")
    .execute();
  return rows.map((row) => ({
    ...row,
    role: row.role as MemberRole,
    topics: row.role === "editor" ? (row.topics as Topic[]) : [],
  }));
}

export type Change = { associationId: string; personId: string; actor: Actor; at: Date };

/** Two owners removing each other wait here: the second one sees what the first one did. */
export async function lockPeople(tx: Tx, associationId: string): Promise<Member[]> {
  await tx
    .selectFrom("association")
    .select("association_id")
    .where("association_id", "=", associationId)
    .forUpdate()
    .execute();
  return membersOf(tx, associationId);
}

type Outcome = { done: Member } | { refused: MemberRefusal };

const lastOwner = (members: readonly Member[], personId: string) =>
  !members.some(({ id, role }) => role === "owner" && id !== personId);

/** Gives someone of the association another role or other topics; the last one responsible stays so. */
export async function changeRole(
  tx: Tx,
  change: Change,
  wanted: { role: MemberRole; topics: readonly Topic[] },
): Promise<Outcome> {
  const members = await lockPeople(tx, change.associationId);
  const before = members.find(({ id }) => id === change.personId);
  if (!before) return { refused: "gone" };
  if (before.role === "owner" && wanted.role !== "owner" && lastOwner(members, change.personId))
    return { refused: "last_owner" };
  await setMember(tx, change, wanted);
  await tell(tx, change, "association.member_changed", before.role, wanted.role);
  return { done: before };
}

/**
 * Takes someone's access away. Nobody takes it from the last one responsible; they may leave by themselves (`leaving`), and
 * an agent may (`byAgent`): then the association waits for an agent to look after it.
 */
export async function removeMember(
  tx: Tx,
  change: Change,
  how: { leaving?: boolean; byAgent?: boolean } = {},
): Promise<Outcome> {
  const members = await lockPeople(tx, change.associationId);
  const before = members.find(({ id }) => id === change.personId);
  if (!before) return { refused: "gone" };
  const last = before.role === "owner" && lastOwner(members, change.personId);
  if (last && !how.leaving && !how.byAgent) return { refused: "last_owner" };
  await dropMember(tx, change.associationId, change.personId);
  const action = how.leaving ? "association.member_left" : "association.member_removed";
  await tell(tx, change, action, before.role, null);
  return { done: before };
}

export const dropMember = (tx: Tx, associationId: string, personId: string) =>
  tx
    .deleteFrom("association_member")
    .where("association_id", "=", associationId)
    .where("person_id", "=", personId)
    .execute();

/** Writes someone's place in an association, new or not. */
export const setMember = (
  tx: Tx,
  { associationId, personId, at }: Pick<Change, "associationId" | "personId" | "at">,
  { role, topics }: { role: MemberRole; topics: readonly Topic[] },
) =>
  tx
    .insertInto("association_member")
    .values({
      association_id: associationId,
      person_id: personId,
      role,
      topics: [...topics],
      since: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["commune_id", "association_id", "person_id"])
        .doUpdateSet({ role, topics: [...topics] }),
    )
    .execute();

/** Gives a place to someone; what they already had and is wider stays. */
export async function joinMember(
  tx: Tx,
  change: Change,
  given: { role: MemberRole; topics: readonly Topic[] },
): Promise<void> {
  const before = (await lockPeople(tx, change.associationId)).find(
    ({ id }) => id === change.personId,
  );
  const role = before ? wider(before.role, given.role) : given.role;
  const all = [...new Set([...(before?.topics ?? []), ...given.topics])];
  await setMember(tx, change, { role, topics: all });
  await tell(tx, change, "association.member_joined", before?.role ?? null, role);
}

/** A line of history about someone's place: who it is stays an identifier, never a name. */
const tell = (
  tx: Tx,
  change: Change,
  action: string,
  old: MemberRole | null,
  now: MemberRole | null,
) =>
  record(tx, {
    actor: change.actor,
    at: change.at,
    subject: { kind: "association", id: change.associationId },
    action,
    change: { [`member:${change.personId}`]: [old, now] },
  });

export type Review = { reviewedOn: string; assemblyMonth: number | null };

/** When the people of an association last looked at who has access: at the latest when the first of them came. */
export async function reviewOf(tx: Tx, associationId: string): Promise<Review | undefined> {
  const { rows } = await sql<{ reviewed_on: string | null; month: number | null }>`
    select coalesce(r.reviewed_on, (min(m.since) at time zone 'Europe/Paris')::date) as reviewed_on, r.assembly_month as month
    from association_member m left join access_review r on r.association_id = m.association_id
    where m.association_id = ${associationId} group by r.reviewed_on, r.assembly_month`.execute(tx);
  const row = rows[0];
  return row?.reviewed_on ? { reviewedOn: row.reviewed_on, assemblyMonth: row.month } : undefined;
}

/** Notes that someone looked at who has access today, or the month of the assembly. */
export const noteReview = (
  tx: Tx,
  associationId: string,
  known: { reviewed_on?: string; assembly_month?: number | null; reminded_on?: string },
) =>
  tx
    .insertInto("access_review")
    .values({ association_id: associationId, ...known })
    .onConflict((conflict) => conflict.columns(["commune_id", "association_id"]).doUpdateSet(known))
    .execute();
