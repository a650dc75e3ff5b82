import { join } from "node:path";
import { createApp, jobsOf, noteWriters, periodicWork, wordsOf } from "../app.ts";
import { systemClock } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import { openFiles } from "../platform/files.ts";
import type { House } from "../platform/http/ask.ts";
import { followContentVersions } from "../platform/http/content-version.ts";
import { freeJobs, startWorker } from "../platform/jobs.ts";
import type { Log } from "../platform/log.ts";
import { openNotes } from "../platform/notes.ts";
import { openInstallation } from "./database.ts";
import { ensureDemonstration, welcomeLines } from "./demonstration/index.ts";
import { closeGently, listen, requireFreePort } from "./listen.ts";

export type RunningSite = {
  port: number;
  welcome: string[];
  /** Called when the embedded PostgreSQL stops by itself: the site cannot go on. */
  onLost: (act: () => void) => void;
  stop: () => Promise<void>;
};

/** Starts everything: database, worker, site; answers once the address can be opened. What was opened is closed when a step fails. */
export async function startSite(config: Config, log: Log): Promise<RunningSite> {
  await requireFreePort(config);
  const opened: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of opened.toReversed()) await close();
  };
  try {
    const installation = await openInstallation(config, "site");
    opened.push(installation.close);
    const { database, ownerUrl, appUrl } = installation;
    const notes = openNotes(database, noteWriters);
    opened.push(notes.close);
    const files = openFiles(join(config.dataFolder, "files"));
    const house: House = {
      config,
      database,
      clock: systemClock,
      files,
      log,
      notes,
      words: wordsOf,
    };
    if (config.demonstration) await ensureDemonstration(house, ownerUrl);
    const versions = followContentVersions(appUrl, log);
    opened.push(versions.close);
    if (installation.alone) await freeJobs(ownerUrl);
    const app = createApp(house, versions);
    const worker = await startWorker(ownerUrl, jobsOf(house), periodicWork(house, app), database);
    opened.push(worker.stop);
    const server = await listen(config, app.fetch);
    opened.push(() => closeGently(server));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : config.port;
    log.info({ port, host: config.host }, "ready");
    return { port, welcome: welcomeLines(config, port), onLost: installation.onLost, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}
