export { computed as computedIndicators } from "./computed.ts";
export { indicatorIds, type IndicatorId } from "./ids.ts";
export { indicatorPeople } from "./personal-data.ts";
export { leastInside, maskParts } from "./masking.ts";
export { indicatorRoutes } from "./routes.tsx";
export { indicatorUrls } from "./urls.ts";
