import type { Route } from "../../platform/http/ask.ts";
import { askingRoutes } from "./asking/routes.ts";
import { exportRoutes } from "./exports/routes.ts";
import { inventoryRoutes } from "./inventory/routes.ts";
import { lendingPlaceRoutes } from "./lending-places/routes.ts";
import { deskLoanRoutes } from "./loans/desk-routes.ts";
import { mineRoutes } from "./loans/mine-routes.ts";
import { modelRoutes } from "./models/routes.ts";
import { ruleRoutes } from "./rules/routes.ts";
import { unitRoutes } from "./units/routes.ts";

export const equipmentRoutes: Route[] = [
  ...askingRoutes,
  ...exportRoutes,
  ...inventoryRoutes,
  ...mineRoutes,
  ...deskLoanRoutes,
  ...modelRoutes,
  ...unitRoutes,
  ...lendingPlaceRoutes,
  ...ruleRoutes,
];

export { inventoryWork } from "./inventory/work.ts";
export { equipmentPeople } from "./personal-data.ts";
export { saveLendingPlace } from "./lending-places/write.ts";
export { addModel, showModel } from "./models/write.ts";
export type { ModelFields } from "./models/queries.ts";
export { addUnits } from "./units/write.ts";
