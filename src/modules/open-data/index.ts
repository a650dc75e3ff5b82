import type { Route } from "../../platform/http/ask.ts";
import { activeRoutes } from "./active/routes.ts";
import { catalogueRoutes } from "./catalogue/routes.ts";
import { feedRoutes } from "./feeds/routes.ts";
import { fileRoutes } from "./files/routes.ts";
import { pageRoutes } from "./pages/routes.ts";
import { referralRoutes } from "./referral/routes.ts";

export { notingWork as openDataWork } from "./active/noting.ts";
export { checkConformity, conformityWork } from "./conformity/run.ts";
export { conformityWaiting } from "./conformity/waiting.ts";

/** Every address of open data. */
export const openDataRoutes: Route[] = [
  ...pageRoutes,
  ...fileRoutes,
  ...feedRoutes,
  ...catalogueRoutes,
  ...referralRoutes,
  ...activeRoutes,
];
