import { join } from "node:path";
import { createServer } from "node:net";
import { serve, type ServerType } from "@hono/node-server";
import { createApp, jobsOf, noteWriters, periodicWork, wordsOf } from "../app.ts";
import { systemClock } from "../platform/clock.ts";
import { StartFault, type Config } from "../platform/config.ts";
import { openFiles } from "../platform/files.ts";
import type { House } from "../platform/http/ask.ts";
import { followContentVersions } from "../platform/http/content-version.ts";
import { startWorker } from "../platform/jobs.ts";
import type { Log } from "../platform/log.ts";
import { openNotes } from "../platform/notes.ts";
import { ensureDemonstration, welcomeLines } from "./demonstration/index.ts";
import { openInstallation } from "./database.ts";

export type RunningSite = { port: number; welcome: string[]; stop: () => Promise<void> };

/** Starts everything: database, worker, site; answers once the address can be opened. */
export async function startSite(config: Config, log: Log): Promise<RunningSite> {
  await requireFreePort(config);
  const opened = await openInstallation(config, true);
  const { database, ownerUrl, appUrl } = opened;
  const notes = openNotes(database, noteWriters);
  const files = openFiles(join(config.dataFolder, "files"));
  const house: House = { config, database, clock: systemClock, files, log, notes, words: wordsOf };
  if (config.demonstration) await ensureDemonstration(house, ownerUrl);
  const versions = followContentVersions(appUrl, log);
  const worker = await startWorker(ownerUrl, jobsOf(house), periodicWork(house), database);
  const app = createApp(house, versions);
  const server = await listen(config, (request, env) =>
    app.fetch(request, visitorAddress(config, request, env)),
  );
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  log.info({ port, host: config.host }, "ready");
  return {
    port,
    welcome: welcomeLines(config, port),
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        setTimeout(
          () => "closeAllConnections" in server && server.closeAllConnections(),
          5000,
        ).unref();
      });
      await worker.stop();
      await notes.close();
      await versions.close();
      await opened.close();
    },
  };
}

type NodeEnv = { incoming: { socket: { remoteAddress?: string | undefined } } };

function visitorAddress(config: Config, request: Request, env: NodeEnv): string {
  const forwarded = config.trustedProxy
    ? request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim()
    : undefined;
  return forwarded ?? env.incoming.socket.remoteAddress ?? "";
}

function listen(
  config: Config,
  fetch: (request: Request, env: NodeEnv) => Promise<Response>,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: fetch as Parameters<typeof serve>[0]["fetch"],
        port: config.port,
        hostname: config.host,
        overrideGlobalObjects: false,
      },
      () => resolve(server),
    );
    server.on("error", reject);
  });
}

/** Tried before anything else starts, so that a second start does not touch the data of the first. */
function requireFreePort(config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (fault: NodeJS.ErrnoException) =>
      reject(
        new StartFault(
          fault.code === "EADDRINUSE"
            ? `Le port ${config.port} est déjà pris : arrêtez l’autre programme ou choisissez-en un autre avec PORT.`
            : `L’adresse ${config.host}:${config.port} ne peut pas être ouverte (${fault.code}).`,
        ),
      ),
    );
    probe.listen(config.port, config.host, () => probe.close(() => resolve()));
  });
}
