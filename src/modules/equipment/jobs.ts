import { sql } from "kysely";
import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { countAll, warnShort } from "./reminding/cascade.ts";
import { remindLoans } from "./reminding/round.ts";

/** Every night, drawings whose signature is gone (with its loan, its convention or its association) are forgotten. */
const forgetDrawings = (house: House): Periodic => ({
  task: "equipment_drawings",
  cron: "20 3 * * *",
  run: async (communeId) => {
    await house.database.write(communeId, async (tx) => {
      await sql`delete from file f where kind = 'signature'
        and not exists (select from signature s where s.file_id = f.file_id)`.execute(tx);
    });
  },
});

/** Every quarter of an hour, what can be promised follows what is late, and who borrows is written to. */
export const equipmentWork = (house: House): Periodic[] => [
  forgetDrawings(house),
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
