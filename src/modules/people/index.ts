export { absencesFrom, awayOn, type Away } from "./absences/queries.ts";
export { answeringFor } from "./absences/rules.ts";
export { forget, periodic } from "./jobs.ts";
export { erasePerson, type EraseOutcome, type Whom } from "./erasing/erase.ts";
export {
  forgetInTexts,
  patternOf,
  sameEmail,
  sameName,
  samePhone,
  withoutPattern,
  withoutThem,
  type Sought,
} from "./erasing/sought.ts";
export { gesturesIn, mentionsIn, partsOf, sayingOf, valuesIn, type Told } from "./mine/told.ts";
export {
  forgetMessages,
  type Erasing,
  type Held,
  type PersonalData,
  type Unsearched,
} from "./personal-data.ts";
export { emailTyped } from "./email-typed.ts";
export { isUuid } from "./identifiers.ts";
export { limited, type Limit } from "./limited.ts";
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
export type { Neighbours, SpaceToDo } from "./rooms.ts";
export { peopleRoutes } from "./routes.ts";
export { alreadyInside, enter } from "./sign-in/entering.ts";
export { limits } from "./sign-in/rules.ts";
export { inviteStaff, type From, type InviteOutcome } from "./team/inviting.ts";
export { invitationDays, type InviteRefusal } from "./team/rules.ts";
export { findStaff } from "./team/find.ts";
export { bucket, newToken, sessionTokenOf } from "./tokens.ts";
export { urls as peopleUrls } from "./urls.ts";
