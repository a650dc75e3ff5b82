import { dayOf } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { House } from "../../platform/http/ask.ts";
import { addJob, type Job, type Periodic } from "../../platform/jobs.ts";
import { publish } from "../communes/index.ts";
import { expand } from "./series/expand.ts";
import { openSeries } from "./series/queries.ts";

/** Series held at a time: a request that waits for one of them waits for few. */
const atOnce = 100;

const task = "expand_series";

/** Holidays changed: every series is looked at again once the change is committed. */
export const expandSoon = (tx: Tx, communeId: number): Promise<void> =>
  addJob(tx, task, {}, { key: `${task}:${communeId}` });

export const schedulingJobs = (house: House): Job[] => [
  { task, run: (communeId) => expandAll(house, communeId) },
];

/** Every night, each series is extended by the day that came near, and set right if holidays changed with the site. */
export const schedulingWork = (house: House): Periodic[] => [
  {
    task: "extend_series",
    cron: "25 2 * * *",
    run: (communeId) => expandAll(house, communeId),
  },
];

async function expandAll({ database, clock }: House, communeId: number): Promise<void> {
  const now = clock.now();
  const ids = await database.read(communeId, (tx) => openSeries(tx, dayOf(now)));
  for (let from = 0; from < ids.length; from += atOnce)
    await database.write(communeId, async (tx) => {
      const done = await expand(tx, ids.slice(from, from + atOnce), now);
      if (done.added + done.changed + done.removed.length) await publish(tx);
    });
}
