import { sql } from "kysely";
import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";

/** Every night, drawings whose signature is gone (with its loan, its convention or its association) are forgotten. */
export const equipmentWork = (house: House): Periodic[] => [
  {
    task: "equipment_drawings",
    cron: "20 3 * * *",
    run: async (communeId) => {
      await house.database.write(communeId, async (tx) => {
        await sql`delete from file f where kind = 'signature'
          and not exists (select from signature s where s.file_id = f.file_id)`.execute(tx);
      });
    },
  },
];
