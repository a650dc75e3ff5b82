import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { remindLoans } from "./reminding/round.ts";

/** Every quarter of an hour, who borrows is reminded. */
export const equipmentWork = (house: House): Periodic[] => [
  {
    task: "equipment_round",
    cron: "*/15 * * * *",
    run: (communeId) => remindLoans(house, communeId),
  },
];
