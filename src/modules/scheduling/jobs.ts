import type { House } from "../../platform/http/ask.ts";
import { dayOf } from "../../platform/clock.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { expandSome } from "./series/expanding.ts";

const batch = 200;

/** Every night, the days that come in sight: each occurrence of the months ahead is a row. */
export const schedulingWork = (house: House): Periodic[] => [
  {
    task: "scheduling_night",
    cron: "40 1 * * *",
    run: async (communeId) => {
      const at = house.clock.now();
      let written = batch;
      while (written === batch)
        written = await house.database.write(communeId, (tx) =>
          expandSome(tx, dayOf(at), at, batch),
        );
    },
  },
];
