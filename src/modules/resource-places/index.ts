import type { Route } from "../../platform/http/ask.ts";
import { ownRoutes } from "./booking/own-routes.ts";
import { bookingRoutes } from "./booking/routes.ts";
import { deskBookingRoutes } from "./desk/booking-routes.ts";
import { circleFollowing } from "./circles/followed.ts";
import { circleRoutes } from "./desk/circle-routes.ts";
import { termsRoutes } from "./desk/terms-routes.ts";
import { mineRoutes } from "./mine/routes.ts";
import { placeRoutes } from "./desk/routes.ts";
import { readingRoutes } from "./reading/routes.ts";

/** Every address of resource places; those with a fixed word before those with a name. */
export const resourcePlaceRoutes: Route[] = [
  ...placeRoutes,
  ...termsRoutes,
  ...deskBookingRoutes,
  ...circleRoutes,
  ...circleFollowing,
  ...readingRoutes,
  ...bookingRoutes,
  ...ownRoutes,
  ...mineRoutes,
];

export { addBookable } from "./booking/bookables.ts";
export { bookablesOf } from "./booking/queries.ts";
export { book } from "./booking/write.ts";
export { bookedHours, type HeldHours } from "./booking/held.ts";
export { addCircle } from "./circles/circles.ts";
export { followedCircles } from "./circles/followed.ts";
export { resourcePlaceWork } from "./jobs.ts";
export { resourcePlaceSearching } from "./search.ts";
export { resourcePlaceWaiting } from "./waiting/calls.ts";
export { resourcePlaceSeats } from "./waiting/offers.ts";
export { resourcePlacePeople } from "./personal-data.ts";
export { mayBeExported, pivotOf } from "./record/pivot.ts";
export { resourcePlaces, type ResourcePlace, type Texts } from "./record/queries.ts";
export { resourcePlacePart, resourcePlacesAtHome } from "./reading/parts.tsx";
export { addResourcePlace, moveTo, writeHours } from "./record/write.ts";
export { urls as resourcePlaceUrls } from "./urls.ts";
