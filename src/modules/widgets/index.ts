import type { Route } from "../../platform/http/ask.ts";
import { oembedRoutes } from "./building/oembed.ts";
import { buildingRoutes } from "./building/routes.ts";
import { showingRoutes } from "./showing/routes.ts";

export const widgetRoutes: Route[] = [...showingRoutes, ...oembedRoutes, ...buildingRoutes];
