import { act, type Tx } from "../../../platform/db/database.ts";
import type { Role } from "../../../platform/http/person.ts";
import { record, type Actor } from "../../journal/index.ts";
import { forgetIdentity } from "../provider/queries.ts";
import { grantRole, rolesOf } from "../queries.ts";
import { endSessions } from "../space/queries.ts";
import { rolesChange, type TeamRefusal } from "./rules.ts";

export type Member = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  lastSeenOn: string | null;
};

/** Everyone who works for the commune here, by name. */
export async function team(tx: Tx): Promise<Member[]> {
  const rows = await tx
    .selectFrom("staff_role")
    .innerJoin("person", "person.person_id", "staff_role.person_id")
    .select(["person.person_id as id", "name", "email", "last_seen_on as lastSeenOn", "role"])
    .orderBy("name")
    .orderBy("person.person_id")
    .orderBy("role")
    .execute();
  const members = new Map<string, Member>();
  for (const { role, ...who } of rows) {
    const member = members.get(who.id) ?? { ...who, roles: [] };
    member.roles.push(role as Role);
    members.set(who.id, member);
  }
  return [...members.values()];
}

export const memberById = async (tx: Tx, id: string): Promise<Member | undefined> =>
  (await team(tx)).find((member) => member.id === id);

type Change = { personId: string; actor: Actor; at: Date };
type Outcome = { done: unknown } | { refused: TeamRefusal };

// The database has the last word: two administrators may be removing each other at this very moment.
const refusals = { staff_role_administrator_kept: "last_administrator" } as const;

/** Gives someone of the team other roles. */
export const changeRoles = (
  tx: Tx,
  { personId, actor, at }: Change,
  wanted: readonly Role[],
): Promise<Outcome> =>
  act(tx, refusals, async () => {
    const before = await rolesOf(tx, personId);
    const { given, taken } = rolesChange(before, wanted);
    if (!given.length && !taken.length) return;
    await takeRoles(tx, personId, taken);
    for (const role of given)
      await grantRole(tx, personId, role, actor.kind === "person" ? actor.id : undefined);
    await record(tx, {
      actor,
      at,
      subject: { kind: "person", id: personId },
      action: "staff.roles_changed",
      change: { roles: { old: before, new: [...wanted].sort() } },
    });
  });

/** Takes all roles from someone and closes their sessions; what they did stays in the journal. */
export const removeAccess = (tx: Tx, { personId, actor, at }: Change): Promise<Outcome> =>
  act(tx, refusals, async () => {
    const before = await rolesOf(tx, personId);
    await takeRoles(tx, personId, before);
    await endSessions(tx, personId);
    await forgetIdentity(tx, personId);
    await tx
      .updateTable("sign_in_token")
      .set({ used_at: at })
      .where("person_id", "=", personId)
      .where("used_at", "is", null)
      .execute();
    await record(tx, {
      actor,
      at,
      subject: { kind: "person", id: personId },
      action: "staff.removed",
      change: { roles: { old: before, new: [] } },
    });
  });

async function takeRoles(tx: Tx, personId: string, roles: readonly Role[]): Promise<void> {
  if (roles.length)
    await tx
      .deleteFrom("staff_role")
      .where("person_id", "=", personId)
      .where("role", "in", roles)
      .execute();
}
