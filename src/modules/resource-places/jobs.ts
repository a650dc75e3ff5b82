import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { retention } from "../../platform/retention.ts";
import { noteOutside } from "./booking/outside.ts";
import { purge } from "./personal-data.ts";
import { resourcePlaces } from "./record/queries.ts";

/** Every hour, bookings that a day closed by the commune puts outside are told; every night, who booked is forgotten in its time. */
export const resourcePlaceWork = (house: House): Periodic[] => [
  {
    task: "resource_places_round",
    cron: "7 * * * *",
    run: async (communeId) => {
      const now = house.clock.now();
      await house.database.write(communeId, async (tx) => {
        for (const place of await resourcePlaces(tx)) await noteOutside(house, tx, place, now);
      });
    },
  },
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
