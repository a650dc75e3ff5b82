import type { Route } from "../../platform/http/ask.ts";
import { historyRoutes } from "./history/routes.tsx";
import { bulkRoutes } from "./list/bulk-routes.tsx";
import { listRoutes } from "./list/routes.tsx";
import { situationRoutes } from "./situation/routes.tsx";

/** Every address of this room. */
export const routes: Route[] = [...listRoutes, ...bulkRoutes, ...situationRoutes, ...historyRoutes];
