import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { noteWriters, wordsOf } from "../src/app.ts";
import { systemClock } from "../src/platform/clock.ts";
import { readConfig } from "../src/platform/config.ts";
import { openFiles } from "../src/platform/files.ts";
import type { House } from "../src/platform/http/ask.ts";
import { openLog } from "../src/platform/log.ts";
import { openNotes } from "../src/platform/notes.ts";
import { openInstallation } from "../src/starting/database.ts";
import { serverArguments, serverEnvironment } from "../src/starting/memory.ts";
import { answering, endPrograms, freePort, program } from "./programs.ts";

/** A folder and a port of their own for one measure; everything is gone with `close`. */
export async function openGround() {
  const folder = mkdtempSync(join(tmpdir(), "maillage-bench-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const env = {
    MAILLAGE_DATA: join(folder, "data"),
    MAILLAGE_DEMO: "0",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    TRUSTED_PROXY: "1",
  };
  return {
    folder,
    port,
    env,
    /** Fills the data before the site starts, as an import would. */
    fill: async (work: (house: House, ownerUrl: string) => Promise<void>): Promise<void> => {
      const config = readConfig(env);
      const opened = await openInstallation(config, "site");
      const notes = openNotes(opened.database, noteWriters);
      const house = {
        config,
        database: opened.database,
        clock: systemClock,
        files: openFiles(join(folder, "files")),
        log: openLog("silent"),
        notes,
        words: wordsOf,
      };
      try {
        await work(house, opened.ownerUrl);
        const client = new pg.Client({ connectionString: opened.ownerUrl });
        await client.connect();
        await client.query("vacuum analyze");
        await client.end();
      } finally {
        await notes.close();
        await opened.close();
      }
    },
    /** Starts the site; gives its process and PostgreSQL's. */
    start: async (profile?: string) => {
      const site = program(
        [...serverArguments, "dist/src/server.js"],
        { ...serverEnvironment, ...env },
        { profile, log: join(folder, "site.log") },
      );
      await answering(`http://127.0.0.1:${port}/readyz`);
      const pids = readFileSync(join(env.MAILLAGE_DATA, "postgres/postmaster.pid"), "utf8");
      return { site, postgres: Number(pids.split("\n")[0]) };
    },
    close: () => {
      endPrograms();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Ground = Awaited<ReturnType<typeof openGround>>;
