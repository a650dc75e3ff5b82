export { forget, periodic } from "./jobs.ts";
export { erasePerson, type Erased, type EraseOutcome, type PersonalData } from "./personal-data.ts";
export {
  ensurePerson,
  grantRole,
  hashToken,
  offerInDemonstration,
  openSession,
  personOfSession,
  rolesOf,
  type SignedIn,
} from "./queries.ts";
export type { Neighbours } from "./rooms.ts";
export { peopleRoutes } from "./routes.ts";
export { inviteStaff, type From, type InviteOutcome } from "./team/inviting.ts";
export { invitationDays, type InviteRefusal } from "./team/rules.ts";
export { urls as peopleUrls } from "./urls.ts";
