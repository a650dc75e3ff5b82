import type { Route } from "../../platform/http/ask.ts";
import { askingRoutes } from "./asking/routes.ts";
import { lendingPlaceRoutes } from "./lending-places/routes.ts";
import { deskLoanRoutes } from "./loans/desk-routes.ts";
import { mineRoutes } from "./loans/mine-routes.ts";
import { labelRoutes } from "./papers/labels-routes.ts";
import { labelsDocument } from "./papers/labels.ts";
import type { Printable } from "../printing/index.ts";
import { modelRoutes } from "./models/routes.ts";
import { reportRoutes } from "./reports/routes.ts";
import { ruleRoutes } from "./rules/routes.ts";
import { annexDocument, statementDocument } from "./support-in-kind/papers.ts";
import { unitRoutes } from "./units/routes.ts";

export const equipmentRoutes: Route[] = [
  ...askingRoutes,
  ...mineRoutes,
  ...deskLoanRoutes,
  ...modelRoutes,
  ...unitRoutes,
  ...lendingPlaceRoutes,
  ...ruleRoutes,
  ...reportRoutes,
  ...labelRoutes,
];

/** What it prints, whose templates the commune may write again. */
export const equipmentDocuments: readonly Printable[] = [
  labelsDocument,
  statementDocument,
  annexDocument,
];

export { equipmentFigures } from "./figures.ts";
export type { HoursOf } from "./support-in-kind/hours.ts";
export { supportInKindRoutes } from "./support-in-kind/routes.ts";
export { equipmentPeople } from "./personal-data.ts";
export { saveLendingPlace } from "./lending-places/write.ts";
export { addModel, showModel } from "./models/write.ts";
export type { ModelFields } from "./models/queries.ts";
export { addUnits } from "./units/write.ts";
