import type { Role } from "../../../platform/http/person.ts";

/** Why an invitation is not sent. */
export type InviteRefusal = "already_staff" | "already_invited";

/** Why roles or access do not change. */
export type TeamRefusal = "last_administrator";

export const invitationDays = 7;

/** What changes between two sets of roles. */
export const rolesChange = (
  before: readonly Role[],
  after: readonly Role[],
): { given: Role[]; taken: Role[] } => ({
  given: after.filter((role) => !before.includes(role)),
  taken: before.filter((role) => !after.includes(role)),
});
