import type { Route } from "../../platform/http/ask.ts";
import { askingRoutes } from "./asking/routes.ts";
import { lendingPlaceRoutes } from "./lending-places/routes.ts";
import { boardRoutes } from "./board/routes.ts";
import { checkRoutes } from "./custody/check-routes.ts";
import { exchangeRoutes } from "./custody/exchange-routes.ts";
import { giveRoutes } from "./custody/give-routes.ts";
import { returnRoutes } from "./custody/return-routes.ts";
import { addLoanRoutes } from "./loans/add-routes.ts";
import { extensionRoutes } from "./loans/extension-routes.ts";
import { deskLoanRoutes } from "./loans/desk-routes.ts";
import { mineRoutes } from "./loans/mine-routes.ts";
import { movingRoutes } from "./loans/moving-routes.ts";
import { spotRoutes } from "./loans/spot-routes.ts";
import { modelRoutes } from "./models/routes.ts";
import { ruleRoutes } from "./rules/routes.ts";
import { unitRoutes } from "./units/routes.ts";

export const equipmentRoutes: Route[] = [
  ...askingRoutes,
  ...mineRoutes,
  ...extensionRoutes,
  ...boardRoutes,
  ...addLoanRoutes,
  ...deskLoanRoutes,
  ...movingRoutes,
  ...giveRoutes,
  ...returnRoutes,
  ...exchangeRoutes,
  ...checkRoutes,
  ...spotRoutes,
  ...modelRoutes,
  ...unitRoutes,
  ...lendingPlaceRoutes,
  ...ruleRoutes,
];

export { equipmentPeople } from "./personal-data.ts";
export { saveLendingPlace } from "./lending-places/write.ts";
export { addModel, showModel } from "./models/write.ts";
export type { ModelFields } from "./models/queries.ts";
export { addUnits } from "./units/write.ts";
