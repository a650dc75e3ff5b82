export { accessFeatures, type AccessFeature } from "./codes.ts";
export { ensurePlace, ensurePlaces } from "./ensure.ts";
export type { Address, PlaceFacts } from "./facts.ts";
export { placePeople } from "./personal-data.ts";
export {
  addressLine,
  districtShapes,
  outlineOf,
  placeById,
  placeLines,
  type PlaceLine,
} from "./queries.ts";
export { districtMeant, insideShape, placeKey } from "./rules.ts";
export { routes as placeRoutes } from "./routes.tsx";
export { mayWritePlaces } from "./rights.ts";
export { placeUrls } from "./urls.ts";
