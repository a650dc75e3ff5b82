import type { Route } from "../../platform/http/ask.ts";
import { agendaRoutes } from "./agenda/routes.ts";
import { calendarFileRoutes } from "./calendar/routes.ts";
import { dateRoutes } from "./edit/date-routes.ts";
import { findingRoutes } from "./finding/routes.ts";
import { hoursRoutes } from "./edit/hours-routes.ts";
import { newRoutes } from "./edit/new-routes.ts";
import { readingRoutes } from "./reading/routes.ts";
import { programmeRoutes } from "./edit/routes.ts";
import { renewalRoutes } from "./renewal/routes.ts";

/** Every address of activities; those with a fixed word before those with a name. */
export const activityRoutes: Route[] = [
  ...newRoutes,
  ...renewalRoutes,
  ...programmeRoutes,
  ...hoursRoutes,
  ...dateRoutes,
  ...findingRoutes,
  ...agendaRoutes,
  ...calendarFileRoutes,
  ...readingRoutes,
];

export { activityDocuments } from "./finding/beside.ts";
export { activityPeople } from "./personal-data.ts";
export { activitiesPart } from "./reading/routes.ts";
export { activitiesOf } from "./record/queries.ts";
export { addActivity, addSlot, publishActivity } from "./record/write.ts";
