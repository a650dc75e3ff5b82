import { sql } from "kysely";
import type { House } from "../../../platform/http/ask.ts";
import type { Periodic } from "../../../platform/jobs.ts";
import { retention } from "../../../platform/retention.ts";

/** Forgets inventories that were tried and never applied, and the lines of the others; what they wrote may still be undone. */
export const inventoryWork = (house: House): Periodic[] => [
  {
    task: "forget_inventories",
    cron: "40 2 * * *",
    run: (communeId) =>
      house.database.write(communeId, async (tx) => {
        const age = retention.importFileDays * 86_400_000;
        const before = new Date(house.clock.now().getTime() - age);
        await sql`delete from inventory_import where state = 'open' and made_at < ${before}`.execute(tx); // prettier-ignore
        await sql`delete from inventory_line l using inventory_import i
          where i.import_id = l.import_id and greatest(i.made_at, i.applied_at) < ${before}`.execute(tx); // prettier-ignore
      }),
  },
];
