import type { Route } from "../../platform/http/ask.ts";
import type { ActivityPart } from "../activities/index.ts";
import { findRoutes } from "./enrolling/find.tsx";
import { ownRoutes } from "./enrolling/own-routes.tsx";
import { enrolPart, enrolWords } from "./enrolling/part.tsx";
import { enrolRoutes } from "./enrolling/routes.tsx";
import { peopleRoutes } from "./roll/people-routes.tsx";
import { presenceRoutes } from "./roll/presence-routes.tsx";
import { rollRoutes } from "./roll/routes.tsx";
import { settingsRoutes } from "./roll/settings-routes.tsx";
import { sheetPart } from "./roll/sheet-part.tsx";

/** Every address of registrations; those with a fixed word before those with a name. */
export const registrationRoutes: Route[] = [
  ...findRoutes,
  ...enrolRoutes,
  ...ownRoutes,
  ...settingsRoutes,
  ...presenceRoutes,
  ...peopleRoutes,
  ...rollRoutes,
];

/** What this room adds to an activity. */
export const registrationPart: ActivityPart = { page: enrolPart, sheet: sheetPart };

export { enrolWords };
export { registrationWork } from "./jobs.ts";
export { openRegistrations } from "./opening/write.ts";
export { openingById } from "./opening/queries.ts";
export { registrationPeople } from "./personal-data.ts";
export { register } from "./record/register.ts";
export { registrationMailRefused, registrationSeats } from "./telling/offers.ts";
