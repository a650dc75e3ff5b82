import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { retention } from "../../platform/retention.ts";
import { forgetCalendars } from "./calendar-intake/queries.ts";

export const activityWork = (house: House): Periodic[] => [
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
