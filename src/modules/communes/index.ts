export { hostBook } from "./hosts.ts";
export { tenantOf } from "./tenant.ts";
