import type { Route } from "../../platform/http/ask.ts";
import { againRoutes } from "./waiting/again-routes.ts";
import { keptWaitRoutes } from "./waiting/kept-routes.ts";
import { joinRoutes } from "./waiting/join-routes.ts";
import { ownWaitRoutes } from "./waiting/own-routes.ts";
import { askingRoutes } from "./asking/routes.ts";
import { kitRoutes } from "./kits/routes.ts";
import { exportRoutes } from "./exports/routes.ts";
import { inventoryRoutes } from "./inventory/routes.ts";
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
import { modelPhotoRoutes } from "./models/photo-routes.ts";
import { publicModelRoutes } from "./models/public-routes.ts";
import { movingRoutes } from "./loans/moving-routes.ts";
import { spotRoutes } from "./loans/spot-routes.ts";
import { modelRoutes } from "./models/routes.ts";
import { ownRoutes } from "./own/routes.ts";
import { partRoutes } from "./parts/routes.ts";
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
import { reportRoutes } from "./reports/routes.ts";
import { remindingRoutes } from "./reminding/routes.ts";
import { swapRoutes } from "./reminding/swap-routes.ts";
import { ruleRoutes } from "./rules/routes.ts";
import { annexDocument, statementDocument } from "./support-in-kind/papers.ts";
import { unitRoutes } from "./units/routes.ts";
import { upkeepRoutes } from "./upkeep/routes.ts";

export { standardKitPart } from "./kits/standard-part.tsx";

export const equipmentRoutes: Route[] = [
  ...askingRoutes,
  ...joinRoutes,
  ...ownWaitRoutes,
  ...againRoutes,
  ...keptWaitRoutes,
  ...publicModelRoutes,
  ...exportRoutes,
  ...inventoryRoutes,
  ...mineRoutes,
  ...ownRoutes,
  ...extensionRoutes,
  ...boardRoutes,
  ...addLoanRoutes,
  ...deskLoanRoutes,
  ...remindingRoutes,
  ...swapRoutes,
  ...movingRoutes,
  ...giveRoutes,
  ...returnRoutes,
  ...exchangeRoutes,
  ...checkRoutes,
  ...spotRoutes,
  ...modelRoutes,
  ...modelPhotoRoutes,
  ...unitRoutes,
  ...kitRoutes,
  ...partRoutes,
  ...upkeepRoutes,
  ...lendingPlaceRoutes,
  ...ruleRoutes,
  ...reportRoutes,
  ...labelRoutes,
  ...paperRoutes,
  ...counterRoutes,
  ...conventionRoutes,
  ...deskConventionRoutes,
];

/** What it prints, whose templates the commune may write again. */
export const equipmentDocuments: readonly Printable[] = [
  labelsDocument,
  slipDocument,
  conventionDocument,
  conditionDocument,
  pickingDocument,
  statementDocument,
  annexDocument,
];

export { equipmentFigures } from "./figures.ts";
export type { HoursOf } from "./support-in-kind/hours.ts";
export { supportInKindRoutes } from "./support-in-kind/routes.ts";
export { inventoryWork } from "./inventory/work.ts";
export { equipmentWork } from "./jobs.ts";
export { equipmentSeats } from "./waiting/offers.ts";
export { equipmentWaiting } from "./waiting.ts";
export { equipmentPeople } from "./personal-data.ts";
export { saveLendingPlace } from "./lending-places/write.ts";
export { equipmentAddresses } from "./models/public-routes.ts";
export { toAnswer as lendingToDo } from "./own/routes.ts";
export { addModel, showModel } from "./models/write.ts";
export type { ModelFields } from "./models/queries.ts";
export { addKit } from "./kits/write.ts";
export { addPart, movePart } from "./parts/write.ts";
export { addPlan, markDone } from "./upkeep/write.ts";
export { upkeepOf } from "./upkeep/queries.ts";
export { addUnits } from "./units/write.ts";
export { conventionUntil } from "./conventions/queries.ts";
export { slotsOn } from "./asking/hours.ts";
export { askForLoan, type Asked } from "./loans/ask.ts";
export { acceptLoan, cancelLoan, refuseLoan } from "./loans/decide.ts";
export { loanFacts, loansOf, type Loan } from "./loans/queries.ts";
export { noteRefusals } from "./loans/refusals.ts";
export { doSteps } from "./custody/check.ts";
export { exchangeUnit } from "./custody/exchange.ts";
export { handOver } from "./custody/hand-over.ts";
export { setAside } from "./custody/prepare.ts";
export { allocationsOf, candidatesFor } from "./custody/queries.ts";
export { stepsOf } from "./custody/steps.ts";
export { takeBack, type Return } from "./custody/take-back.ts";
export { modelsOf, type Model } from "./models/queries.ts";
export { poolsAt, type Pool } from "./pools/queries.ts";
export { lendingRules, saveLendingRules } from "./rules/queries.ts";
export { againstRequest, againstThing, rulesOfModel, usualRules } from "./rules/rules.ts";
export { changeState } from "./units/write.ts";
export { joinList } from "./waiting/join.ts";
export { unitsOf } from "./units/queries.ts";
