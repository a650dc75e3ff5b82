import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { countAll, warnShort } from "./reminding/cascade.ts";
import { remindLoans } from "./reminding/round.ts";

/** Every quarter of an hour, what can be promised follows what is late, and who borrows is written to. */
export const equipmentWork = (house: House): Periodic[] => [
  {
    task: "equipment_round",
    cron: "*/15 * * * *",
    run: async (communeId) => {
      await countAll(house, communeId);
      await warnShort(house, communeId);
      await remindLoans(house, communeId);
    },
  },
];
