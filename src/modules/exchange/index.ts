import type { Route } from "../../platform/http/ask.ts";
import { deskRoutes } from "./desk/routes.ts";
import { findingRoutes } from "./finding/routes.ts";

export const exchangeRoutes: Route[] = [...deskRoutes, ...findingRoutes];

export { neighboursBeside } from "./finding/part.tsx";
export { exchangeJobs, exchangeWork } from "./jobs.ts";
export { exchangePeople } from "./personal-data.ts";
export { exchangeWaiting } from "./waiting.ts";
