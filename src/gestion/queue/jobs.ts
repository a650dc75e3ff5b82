import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { retention } from "../../platform/retention.ts";
import { forgetMarks } from "./queries.ts";

/** Marks left on what waited long ago go with the absences of that time. */
export const queueWork = (house: House): Periodic[] => [
  {
    task: "queue_marks",
    cron: "25 2 * * *",
    run: (communeId) =>
      house.database.write(communeId, (tx) =>
        forgetMarks(tx, new Date(house.clock.now().getTime() - retention.absenceDays * 86_400_000)),
      ),
  },
];
