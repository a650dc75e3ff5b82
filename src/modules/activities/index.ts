import type { Route } from "../../platform/http/ask.ts";
import { followingRoutes } from "./following/routes.ts";
import { agendaRoutes } from "./agenda/routes.ts";
import { calendarFileRoutes } from "./calendar/routes.ts";
import { calendarIntakeRoutes } from "./calendar-intake/routes.ts";
import { dateRoutes } from "./edit/date-routes.ts";
import { findingRoutes } from "./finding/routes.ts";
import { hoursRoutes } from "./edit/hours-routes.ts";
import { newRoutes } from "./edit/new-routes.ts";
import { readingRoutes } from "./reading/routes.ts";
import { photoRoutes } from "./photo/routes.ts";
import { programmeRoutes } from "./edit/routes.ts";
import type { ActivityPart } from "./reading/part.ts";
import { renewalRoutes } from "./renewal/routes.ts";

/** Every address of activities; those with a fixed word before those with a name. `parts` is what rooms above add to an activity. */
export const activityRoutes = (parts: readonly ActivityPart[]): Route[] => [
  ...newRoutes,
  ...renewalRoutes,
  ...followingRoutes,
  ...calendarIntakeRoutes,
  ...photoRoutes,
  ...programmeRoutes(parts),
  ...hoursRoutes,
  ...dateRoutes,
  ...findingRoutes,
  ...agendaRoutes,
  ...calendarFileRoutes,
  ...readingRoutes(parts),
];

export { agendaDates, districtsOf, type AgendaDate } from "./agenda/queries.ts";
export { blankSearch } from "./finding/address.ts";
export { searchActivities, wantedOf } from "./finding/ask.ts";
export { activityFacts } from "./finding/line.tsx";
export { activityDocuments } from "./finding/beside.ts";

export type { Activity } from "./record/fields.ts";
export type { ActivityPart } from "./reading/part.ts";
export {
  doors as programmeDoors,
  requireActivity,
  writing,
  type Programme,
} from "./edit/programme.ts";
export { programmePage, SaveOrBack } from "./edit/frame.tsx";
export { activityById, activityBySlug, placesOf } from "./record/queries.ts";
export { notOver, readIn } from "./record/rules.ts";
export { hoursOf } from "./record/series.ts";
export { urls as activityUrls } from "./urls.ts";
export { occurrenceWords } from "./words.ts";
export { calendarEvent } from "./calendar/events.ts";
export { activityJobs, activityWork } from "./jobs.ts";
export { followedWaiting } from "./following/waiting.ts";
export { activitySearching } from "./search.ts";
export { activityPeople } from "./personal-data.ts";
export { activityIntake } from "./intake/index.ts";
export { briefFacts } from "./reading/facts.tsx";
export { shownActivity } from "./reading/shown.ts";
export { activitiesPart } from "./reading/routes.ts";
export { activitiesOf } from "./record/queries.ts";
export { addActivity } from "./record/add.ts";
export { addSlot, publishActivity } from "./record/write.ts";
export {
  publishedActivities,
  publishedActivityIds,
  type PublishedActivity,
  type PublishedHours,
  type PublishedPlace,
} from "./reading/published.ts";
export { agesWords, priceWords } from "./words.ts";
