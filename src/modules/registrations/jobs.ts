import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { forgetRegistrations } from "./retention.ts";
import { tellChanges } from "./telling/dates.ts";

/** Every five minutes, what changed is told; every night, who registered is forgotten when its time has come. */
export const registrationWork = (house: House): Periodic[] => [
  {
    task: "registrations_round",
    cron: "*/5 * * * *",
    run: (communeId) => tellChanges(house, communeId),
  },
  {
    task: "registrations_retention",
    cron: "40 2 * * *",
    run: async (communeId) => {
      const now = house.clock.now();
      await house.database.write(communeId, (tx) => forgetRegistrations(tx, now));
    },
  },
];
