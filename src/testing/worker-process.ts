/** The worker alone, in a process a test may kill: `node worker-process.js`, told where by its environment. */
import { jobsOf, wordsOf } from "../app.ts";
import { systemClock } from "../platform/clock.ts";
import { readConfig } from "../platform/config.ts";
import { openDatabase } from "../platform/db/database.ts";
import { openFiles } from "../platform/files.ts";
import { freeJobs, startWorker } from "../platform/jobs.ts";
import { openLog } from "../platform/log.ts";
import { openNotes } from "../platform/notes.ts";

const told = (name: string): string => process.env[name] ?? "";
const config = readConfig({ MAILLAGE_DATA: told("MAILLAGE_DATA"), SMTP_URL: told("SMTP_URL") });
const database = openDatabase(told("TEST_APP_URL"));
const house = {
  config,
  database,
  clock: systemClock,
  files: openFiles(config.dataFolder),
  log: openLog("silent"),
  notes: openNotes(database, {}),
  words: wordsOf,
};
await freeJobs(told("TEST_OWNER_URL"));
await startWorker(told("TEST_OWNER_URL"), jobsOf(house), [], database);
