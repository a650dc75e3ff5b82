import type { Route } from "../../platform/http/ask.ts";
import { photoRoutes } from "./desk/photo-routes.ts";
import { deskRoutes } from "./desk/routes.ts";
import { proposingRoutes } from "./proposing/routes.ts";
import { readingRoutes } from "./reading/routes.ts";

export const newsRoutes: Route[] = [
  ...deskRoutes,
  ...photoRoutes,
  ...proposingRoutes,
  ...readingRoutes,
];

export { newsAtHome, newsPart } from "./reading/parts.tsx";
export { newsPeople } from "./personal-data.ts";
export { newsSearching } from "./search.ts";
export { newsWaiting } from "./waiting.ts";
export { addNews, moveTo, tellOf } from "./record/write.ts";
export { newsOf, type NewsItem } from "./record/queries.ts";
export { urls as newsUrls } from "./urls.ts";
