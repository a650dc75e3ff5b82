import { Logger, run, runOnce, type Task, type TaskList } from "graphile-worker";
import { sql } from "kysely";
import type { Database, Tx } from "./db/database.ts";
import { openPool } from "./db/pool.ts";

/** A job of one commune: it opens its own transactions. Jobs may run more than once: each must bear it. */
export type Job = {
  task: string;
  run: (communeId: number, payload: Record<string, unknown>) => Promise<void>;
  /** Lets go of what it keeps open between two runs, once no job runs any more. */
  close?: () => void;
};

/** Work done by the clock in every commune: `cron` in the usual five fields, in UTC. */
export type Periodic = { task: string; cron: string; run: (communeId: number) => Promise<void> };

/**
 * Adds a job in the transaction that causes it; with a key, a waiting job of the same key is replaced. Its payload holds
 * identifiers only, so that erasing a person leaves nothing of them in a job.
 */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Record<string, string>,
  options: { key?: string; at?: Date } = {},
): Promise<void> {
  const odd = Object.keys(payload).find((name) => !/^[\w:-]*$/.test(payload[name] ?? ""));
  if (odd) throw new Error(`the payload of ${task} holds words: ${odd}`);
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

/**
 * Frees what a killed worker held, which would else wait four hours. Only where nobody else works: the embedded database,
 * which serves one site.
 */
export async function freeJobs(ownerUrl: string): Promise<void> {
  const pool = openPool(ownerUrl, 1);
  await pool.query(
    `select graphile_worker.force_unlock_workers(array(
       select locked_by from graphile_worker._private_jobs where locked_by is not null
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null))`,
  );
  await pool.end();
}

/** Jobs one worker runs at the same time. */
export const workersAtOnce = 2;

/** Starts the worker; `stop` lets running jobs finish. The worker needs the owner's address: its tables are its own. */
export async function startWorker(
  ownerUrl: string,
  jobs: readonly Job[],
  periodic: readonly Periodic[],
  database: Database,
): Promise<{ stop: () => Promise<void> }> {
  const crontab = periodic.map((work) => `${work.cron} ${work.task}`).join("\n");
  // The worker's own pool no longer listens for faults while it ends, and a PostgreSQL that stops would end the site.
  const pgPool = openPool(ownerUrl, 4);
  const runner = await run({
    pgPool,
    concurrency: workersAtOnce,
    noHandleSignals: true,
    taskList: taskList(jobs, periodic, database),
    crontab,
    logger: quiet,
  });
  return {
    stop: async () => {
      await runner.stop();
      closeAll(jobs);
      await pgPool.end();
    },
  };
}

/** Runs the jobs that wait, then returns: for tests and for the command line. */
export async function runWaitingJobs(
  ownerUrl: string,
  jobs: readonly Job[],
  database: Database,
): Promise<void> {
  const pgPool = openPool(ownerUrl, 2);
  await runOnce({
    pgPool,
    taskList: taskList(jobs, [], database),
    noHandleSignals: true,
    logger: quiet,
  });
  closeAll(jobs);
  await pgPool.end();
}

const closeAll = (jobs: readonly Job[]): void => {
  for (const job of jobs) job.close?.();
};

// Faults may hold personal data: the worker's own log is silent, failures are read in the rooms' tables.
const quiet = new Logger(() => () => undefined);
