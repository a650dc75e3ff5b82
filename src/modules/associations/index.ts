export * from "./codes.ts";
export type { Address, AssociationFacts, PlaceFacts } from "./facts.ts";
export { plainWords, slugOf } from "./identity/names.ts";
export { memberships } from "./members.ts";
