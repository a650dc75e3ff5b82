import type { House } from "../../platform/http/ask.ts";
import type { Job, Periodic } from "../../platform/jobs.ts";
import { retention } from "../../platform/retention.ts";
import { followedOf } from "./following/queries.ts";
import { refreshFollowed, refreshOne, refreshTask } from "./following/refresh.ts";
import { forgetCalendars } from "./calendar-intake/queries.ts";

export const activityJobs = (house: House): Job[] => [
  {
    task: refreshTask,
    run: async (communeId, payload) => {
      const id = String(payload["followed"]);
      const [one] = await house.database.read(communeId, (tx) => followedOf(tx, { id }));
      if (one) await refreshOne(house, communeId, one);
    },
  },
];

export const activityWork = (house: House): Periodic[] => [
  {
    task: "follow_calendars",
    cron: "20 3 * * *",
    run: (communeId) => refreshFollowed(house, communeId),
  },
  {
    task: "forget_calendar_files",
    cron: "35 2 * * *",
    run: (communeId) =>
      house.database.write(communeId, async (tx) => {
        const age = retention.importFileDays * 86_400_000;
        await forgetCalendars(tx, new Date(house.clock.now().getTime() - age));
      }),
  },
];
