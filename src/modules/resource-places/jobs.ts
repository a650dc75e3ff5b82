import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { retention } from "../../platform/retention.ts";
import { purge } from "./personal-data.ts";

/** Every night, who booked is forgotten when its time has come. */
export const resourcePlaceWork = (house: House): Periodic[] => [
  {
    task: "resource_places_retention",
    cron: "45 2 * * *",
    run: async (communeId) => {
      const now = house.clock.now();
      const before = new Date(now.getTime() - retention.bookingDays * 86_400_000);
      await house.database.write(communeId, async (tx) => {
        const rows = await tx
          .selectFrom("booking")
          .select("booking_id")
          .where("purged_at", "is", null)
          .where("ends_at", "<", before)
          .execute();
        await purge(tx, rows.map((row) => row.booking_id), now); // prettier-ignore
      });
    },
  },
];
