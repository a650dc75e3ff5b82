export { memberships } from "./members.ts";
