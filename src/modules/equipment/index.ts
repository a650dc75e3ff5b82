import type { Route } from "../../platform/http/ask.ts";
import { askingRoutes } from "./asking/routes.ts";
import { lendingPlaceRoutes } from "./lending-places/routes.ts";
import { deskLoanRoutes } from "./loans/desk-routes.ts";
import { mineRoutes } from "./loans/mine-routes.ts";
import { labelRoutes } from "./papers/labels-routes.ts";
import { labelsDocument } from "./papers/labels.ts";
import { deskConventionRoutes } from "./conventions/desk-routes.ts";
import { conventionDocument } from "./conventions/document.ts";
import { conventionRoutes } from "./conventions/space-routes.ts";
import { conditionDocument } from "./papers/condition-report.ts";
import { slipDocument } from "./papers/loan-slip.ts";
import { pickingDocument } from "./papers/picking.ts";
import { paperRoutes } from "./papers/routes.ts";
import { counterRoutes } from "./signing/counter-routes.ts";
import type { Printable } from "../printing/index.ts";
import { modelRoutes } from "./models/routes.ts";
import { ruleRoutes } from "./rules/routes.ts";
import { unitRoutes } from "./units/routes.ts";

export const equipmentRoutes: Route[] = [
  ...askingRoutes,
  ...mineRoutes,
  ...deskLoanRoutes,
  ...modelRoutes,
  ...unitRoutes,
  ...lendingPlaceRoutes,
  ...ruleRoutes,
  ...labelRoutes,
  ...paperRoutes,
  ...counterRoutes,
  ...conventionRoutes,
  ...deskConventionRoutes,
];

/** What it prints, whose templates the commune may write again. */
export const equipmentDocuments: readonly Printable[] = [
  slipDocument,
  conventionDocument,
  conditionDocument,
  pickingDocument,
  labelsDocument,
];

export { equipmentWork } from "./jobs.ts";
export { equipmentWaiting } from "./waiting.ts";
export { equipmentPeople } from "./personal-data.ts";
export { saveLendingPlace } from "./lending-places/write.ts";
export { addModel, showModel } from "./models/write.ts";
export type { ModelFields } from "./models/queries.ts";
export { addUnits } from "./units/write.ts";
export { conventionUntil } from "./conventions/queries.ts";
