import type { House } from "../../../platform/http/ask.ts";
import type { Job, Periodic } from "../../../platform/jobs.ts";
import { scanForDuplicates, scanTask } from "./scan.ts";

const scan = (house: House) => async (communeId: number) => {
  await house.database.write(communeId, scanForDuplicates);
};

/** Looking for duplicates when someone asks, or after an import. */
export const doublesJobs = (house: House): Job[] => [{ task: scanTask, run: scan(house) }];

/** Looking for duplicates every night. */
export const doublesPeriodic = (house: House): Periodic[] => [
  { task: "scan_duplicates_night", cron: "40 2 * * *", run: scan(house) },
];
