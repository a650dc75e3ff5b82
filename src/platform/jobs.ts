import { Logger, run, runOnce, type Task, type TaskList } from "graphile-worker";
import { sql } from "kysely";
import type { Database, Tx } from "./db/database.ts";

/** A job of one commune: it opens its own transactions. Jobs may run more than once: each must bear it. */
export type Job = {
  task: string;
  run: (communeId: number, payload: Record<string, unknown>) => Promise<void>;
};

/** Work done by the clock in every commune: `cron` in the usual five fields, in UTC. */
export type Periodic = { task: string; cron: string; run: (communeId: number) => Promise<void> };

/** Adds a job in the transaction that causes it; with a key, a waiting job of the same key is replaced. */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Record<string, unknown>,
  options: { key?: string; at?: Date } = {},
): Promise<void> {
  await sql`select add_job(${task}, ${JSON.stringify(payload)}::jsonb, ${options.key ?? null}, ${options.at ?? null})`.execute(
    tx,
  );
}

function taskList(
  jobs: readonly Job[],
  periodic: readonly Periodic[],
  database: Database,
): TaskList {
  const tasks: Record<string, Task> = {};
  for (const job of jobs)
    tasks[job.task] = async (payload) => {
      const known = payload as Record<string, unknown>;
      await job.run(Number(known["commune_id"]), known);
    };
  for (const work of periodic)
    tasks[work.task] = async () => {
      const { rows } = await sql<{
        commune_id: number;
      }>`select distinct commune_id from commune_hosts()`.execute(database.outside);
      for (const { commune_id } of rows) await work.run(commune_id);
    };
  return tasks;
}

/** Starts the worker; `stop` lets running jobs finish. The worker needs the owner's address: its tables are its own. */
export async function startWorker(
  ownerUrl: string,
  jobs: readonly Job[],
  periodic: readonly Periodic[],
  database: Database,
): Promise<{ stop: () => Promise<void> }> {
  const crontab = periodic.map((work) => `${work.cron} ${work.task}`).join("\n");
  const runner = await run({
    connectionString: ownerUrl,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    taskList: taskList(jobs, periodic, database),
    crontab,
    logger: quiet,
  });
  return { stop: () => runner.stop() };
}

/** Runs the jobs that wait, then returns: for tests and for the command line. */
export async function runWaitingJobs(
  ownerUrl: string,
  jobs: readonly Job[],
  database: Database,
): Promise<void> {
  await runOnce({
    connectionString: ownerUrl,
    taskList: taskList(jobs, [], database),
    noHandleSignals: true,
    logger: quiet,
  });
}

// Payloads may hold personal data: the worker's own log is silent, failures are read in the rooms' tables.
const quiet = new Logger(() => () => undefined);
