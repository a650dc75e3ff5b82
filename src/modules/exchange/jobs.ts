import type { House } from "../../platform/http/ask.ts";
import type { Job, Periodic } from "../../platform/jobs.ts";
import { forgetRehearsed, neighboursOf } from "./record/queries.ts";
import { refreshNeighbours, refreshOne, refreshTask } from "./refresh.ts";

export const exchangeJobs = (house: House): Job[] => [
  {
    task: refreshTask,
    run: async (communeId, payload) => {
      const id = String(payload["neighbour"]);
      const [one] = await house.database.read(communeId, (tx) => neighboursOf(tx, { id }));
      if (one)
        await refreshOne(house, communeId, one, { believing: payload["believing"] === "on" });
    },
  },
];

export const exchangeWork = (house: House): Periodic[] => [
  {
    task: "read_neighbours",
    cron: "50 3 * * *",
    run: async (communeId) => {
      await refreshNeighbours(house, communeId);
      const day = new Date(house.clock.now().getTime() - 86_400_000);
      await house.database.write(communeId, (tx) => forgetRehearsed(tx, day));
    },
  },
];
