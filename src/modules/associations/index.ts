export * from "./codes.ts";
export { plainWords, slugOf } from "./identity/names.ts";
export { memberships } from "./members.ts";
