export {
  commitmentIds,
  commitmentsOf,
  axes,
  axisOf,
  type CommitmentId,
} from "./commitments/codes.ts";
export { hostBook } from "./hosts.ts";
export { addCommune, type NewCommune } from "./operate.ts";
export { publish } from "./published.ts";
export { tenantOf } from "./tenant.ts";
