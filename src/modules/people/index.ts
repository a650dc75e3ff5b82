export {
  ensurePerson,
  grantRole,
  hashToken,
  openSession,
  personOfSession,
  type SignedIn,
} from "./queries.ts";
