import { sql } from "kysely";
import { dayOf } from "../../platform/clock.ts";
import type { House, Route } from "../../platform/http/ask.ts";
import type { Job, Periodic } from "../../platform/jobs.ts";
import type { SearchBeside } from "../language/index.ts";
import { monthsBefore } from "./rules.ts";
import { noteAged, noteStale, recountWords } from "./search/keep.ts";
import { refreshStale } from "./search/refresh.ts";
import { someStale, toolsOf } from "./search/tools.ts";

/** What other rooms add to search. */
type Besides = readonly SearchBeside[];

/** Documents written again by one request, by one transaction of the job. */
const inRequest = 50;
const inJob = 500;
const needsKeptMonths = 12;

/**
 * Writes stale documents again, a batch a transaction, until none waits that could be locked; then counts words again
 * when many have changed.
 */
async function drain(house: House, besides: Besides, communeId: number): Promise<void> {
  let written = 0;
  for (;;) {
    const done = await house.database.write(communeId, (tx) =>
      refreshStale(tx, toolsOf(house, besides), inJob),
    );
    written += done;
    if (done < inJob) break;
  }
  if (written > inRequest) await house.database.write(communeId, recountWords);
  const left = await house.database.read(communeId, someStale);
  // Held by a transaction still running: the worker tries again later.
  if (left) throw new Error("some documents wait for a transaction still running");
}

/** What keeps the directory true after imports, commands and jobs. */
export const directoryJobs = (house: House, besides: Besides): Job[] => [
  { task: "directory_refresh", run: (communeId) => drain(house, besides, communeId) },
];

/** Every night: time makes listings old, words are counted exactly, old needs are forgotten, what was missed is caught up. */
export const directoryPeriodic = (house: House, besides: Besides): Periodic[] => [
  {
    task: "directory_night",
    cron: "10 2 * * *",
    run: async (communeId) => {
      const today = dayOf(house.clock.now());
      await house.database.write(communeId, async (tx) => {
        await noteAged(tx, today);
        for (const beside of besides) await noteStale(tx, await beside.aged(tx, today));
      });
      await drain(house, besides, communeId).catch(() => undefined);
      await house.database.write(communeId, async (tx) => {
        await recountWords(tx);
        await sql`delete from search_need where day < ${monthsBefore(today, needsKeptMonths)}::date`.execute(
          tx,
        );
      });
    },
  },
];

/** The same routes, whose acts leave the directory true in their own transaction: what is saved is found at once. */
export const keepingDirectoryTrue = (routes: readonly Route[], besides: Besides): Route[] =>
  routes.map((route) =>
    route.method === "GET"
      ? route
      : {
          ...route,
          handle: async (ask) => {
            const answer = await route.handle(ask);
            if (await someStale(ask.tx))
              await refreshStale(ask.tx, toolsOf(ask.house, besides), inRequest);
            return answer;
          },
        },
  );
