import type { Route } from "../../../platform/http/ask.ts";
import { mergeRoutes } from "./merge-routes.ts";
import { mergesRoutes } from "./merges-routes.ts";
import { queueRoutes } from "./queue-routes.ts";

/** Suspected doubles, making one record of two, and two again; the word comes before the identifiers. */
export const doublesRoutes: Route[] = [...mergesRoutes, ...queueRoutes, ...mergeRoutes];
