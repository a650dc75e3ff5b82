import { activityIntake } from "../modules/activities/index.ts";
import { systemClock } from "../platform/clock.ts";
import type { Database } from "../platform/db/database.ts";

/** What the commands of imports work with: the rooms that take part meet here, as in `src/app.ts`. */
export type Desk = {
  database: Database;
  clock: typeof systemClock;
  activities: typeof activityIntake;
};
export const deskOf = (database: Database): Desk => ({
  database,
  clock: systemClock,
  activities: activityIntake,
});
