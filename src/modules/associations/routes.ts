import type { Route } from "../../platform/http/ask.ts";
import { campaignRoutes } from "./campaigns/routes.ts";
import { claimingDeskRoutes } from "./claiming/desk-routes.tsx";
import { claimingRoutes } from "./claiming/routes.tsx";
import { confirmingDeskRoutes } from "./confirming/desk-routes.ts";
import { confirmingRoutes } from "./confirming/routes.ts";
import { contactRoutes } from "./contacts/routes.tsx";
import { documentRoutes } from "./documents/routes.ts";
import { doublesRoutes } from "./doubles/routes.ts";
import { newRoutes } from "./edit/new-routes.tsx";
import { pictureRoutes } from "./edit/picture-routes.tsx";
import { editRoutes } from "./edit/routes.tsx";
import { venueRoutes } from "./edit/venue-routes.tsx";
import { checkRoutes } from "./freshness/check-routes.ts";
import { freshnessRoutes } from "./freshness/routes.tsx";
import { countedRoutes } from "./handover/counted-routes.ts";
import { handoverRoutes } from "./handover/routes.tsx";
import { historyRoutes } from "./history/routes.tsx";
import { letterRoutes } from "./letters/routes.ts";
import { bulkRoutes } from "./list/bulk-routes.tsx";
import { listRoutes } from "./list/routes.tsx";
import { noteRoutes } from "./notes/routes.tsx";
import { priorityRoutes } from "./priority/routes.tsx";
import { memberRoutes } from "./members/routes.tsx";
import { decideRoutes } from "./proposals/decide-routes.tsx";
import { proposeRoutes } from "./proposals/propose-routes.tsx";
import { reportRoutes } from "./proposals/report-routes.tsx";
import { callRoutes } from "./reminders/calls-routes.ts";
import { addressRoutes } from "./reminders/desk-routes.ts";
import { reminderRuleRoutes } from "./reminders/rule-routes.ts";
import { stopRoutes } from "./reminders/stop-routes.ts";
import { designationRoutes } from "./designations/routes.ts";
import { needRoutes } from "./tools/need-routes.ts";
import { toolListRoutes } from "./tools/settings-routes.ts";
import type { ToolsPart } from "./tools/part.ts";
import { toolRoutes } from "./tools/tools-routes.ts";
import { supportRoutes } from "./support/desk-routes.ts";
import { supportPeriodRoutes } from "./support/period-routes.ts";
import { supportInSpaceRoutes } from "./support/space-routes.tsx";
import { lockingRoutes } from "./situation/locking.ts";
import { textRoutes } from "./translations/routes.ts";
import { situationRoutes } from "./situation/routes.tsx";
import { spaceRoutes } from "./space/routes.tsx";

/**
 * Every address of this room; those with a word in place of an identifier come first. `tools` is what rooms above have for
 * what an association lacks.
 */
export const routes = (tools: readonly ToolsPart[]): Route[] => [
  ...proposeRoutes,
  ...reportRoutes,
  ...claimingRoutes,
  ...claimingDeskRoutes,
  ...memberRoutes,
  ...countedRoutes,
  ...handoverRoutes,
  ...spaceRoutes,
  ...documentRoutes,
  ...textRoutes,
  ...confirmingRoutes,
  ...confirmingDeskRoutes,
  ...freshnessRoutes,
  ...reminderRuleRoutes,
  ...stopRoutes,
  ...callRoutes,
  ...addressRoutes,
  ...campaignRoutes,
  ...letterRoutes,
  ...priorityRoutes,
  ...checkRoutes,
  ...listRoutes,
  ...bulkRoutes,
  ...newRoutes,
  ...contactRoutes,
  ...noteRoutes,
  ...toolRoutes(tools),
  ...needRoutes(tools),
  ...toolListRoutes,
  ...designationRoutes,
  ...supportRoutes,
  ...supportPeriodRoutes,
  ...supportInSpaceRoutes,
  ...venueRoutes,
  ...pictureRoutes,
  ...editRoutes,
  ...historyRoutes,
  ...doublesRoutes,
  ...decideRoutes,
  ...lockingRoutes,
  ...situationRoutes(tools),
];
