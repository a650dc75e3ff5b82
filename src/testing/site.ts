import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { createApp, jobsOf, noteWriters, wordsOf } from "../app.ts";
import { addCommune } from "../modules/communes/index.ts";
import { ensurePerson, grantRole, openSession } from "../modules/people/index.ts";
import { movableClock } from "../platform/clock.ts";
import { readConfig, type Config } from "../platform/config.ts";
import { openFiles } from "../platform/files.ts";
import type { House } from "../platform/http/ask.ts";
import { followContentVersions } from "../platform/http/content-version.ts";
import { roles, type Role } from "../platform/http/person.ts";
import { runWaitingJobs } from "../platform/jobs.ts";
import { openLog } from "../platform/log.ts";
import { openNotes } from "../platform/notes.ts";
import { asOwner, freshDatabase } from "./database.ts";

/** Someone of the test commune: each municipal role, a president of an association, or a resident (nobody). */
export type Someone = Role | "president" | "resident";

export type Answered = {
  status: number;
  html: string;
  bytes: Uint8Array;
  location: string | undefined;
  headers: Headers;
};

type Options = { as?: Someone; host?: string; headers?: Record<string, string>; ip?: string };

/** The start of every test's time. */
export const testStart = "2026-09-15T09:00:00Z";

/** A database and files made earlier, that a site starts from. */
export type Kept = { template: string; files: string };

/**
 * The real site on a database of its own, with two communes that know nothing of each other:
 * `valbrume.test` (also any local host) and `autreville.test`, each with one person per role.
 */
export async function openTestSite(env: Record<string, string> = {}, kept?: Kept) {
  const fresh = await freshDatabase(kept?.template);
  const folder = mkdtempSync(join(tmpdir(), "maillage-site-"));
  if (kept) cpSync(kept.files, join(folder, "files"), { recursive: true });
  const config: Config = readConfig({
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "silent",
    MAILLAGE_DATA: folder,
    ...env,
  });
  const clock = movableClock(testStart);
  const { database } = fresh;
  const notes = openNotes(database, noteWriters, 60_000);
  const log = openLog(config.logLevel);
  const house: House = {
    config,
    database,
    clock,
    files: openFiles(join(folder, "files")),
    log,
    notes,
    words: wordsOf,
  };
  const [communeId = 0, otherCommuneId = 0] = kept
    ? await communesOf(fresh.name)
    : await addCommunes(fresh.ownerUrl);
  const people: Record<string, string> = {};
  for (const commune of [communeId, otherCommuneId])
    await database.write(commune, async (tx) => {
      for (const role of roles) {
        const id = await ensurePerson(tx, `${role}@valbrume.example`, `Camille ${role}`);
        if (!kept) {
          await grantRole(tx, id, role);
          await openSession(tx, id, `${commune}-${role}`, clock.now(), 3650);
        }
        people[`${commune}-${role}`] = id;
      }
      const president = await ensurePerson(tx, "president@valbrume.example", "Jeanne Présidente");
      if (!kept) await openSession(tx, president, `${commune}-president`, clock.now(), 3650);
      people[`${commune}-president`] = president;
    });
  const versions = followContentVersions(fresh.appUrl, log);
  const app = createApp(house, versions);
  let marks = 0;
  /** Waits until this site has heard of all that was published: what is read next is what was just written. */
  const heard = async () => {
    const mark = -(marks += 1);
    // Said again at each turn: what is said before the site listens is heard by nobody.
    for (; versions.current(mark) === 0; await pause(2))
      await sql`select pg_notify('content', ${String(mark)})`.execute(database.outside);
  };

  const ask = async (
    method: string,
    path: string,
    body: URLSearchParams | FormData | undefined,
    options: Options,
  ): Promise<Answered> => {
    const host = options.host ?? "valbrume.test";
    const commune = host === "autreville.test" ? otherCommuneId : communeId;
    const headers: Record<string, string> = {
      host,
      origin: `http://${host}`,
      "user-agent": "Mozilla/5.0 (promises)",
      ...options.headers,
    };
    if (options.as && options.as !== "resident")
      headers["cookie"] = `maillage=${commune}-${options.as}`;
    const response = await app.fetch(
      new Request(`http://${host}${path}`, {
        method,
        headers,
        redirect: "manual",
        ...(body ? { body } : {}),
      }),
      options.ip ?? "127.0.0.1",
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (method === "POST") await heard();
    return {
      status: response.status,
      html: new TextDecoder().decode(bytes),
      bytes,
      location: response.headers.get("location") ?? undefined,
      headers: response.headers,
    };
  };

  return {
    app,
    house,
    database,
    clock,
    communeId,
    otherCommuneId,
    ownerUrl: fresh.ownerUrl,
    appUrl: fresh.appUrl,
    /** Id of someone of the first commune. */
    personId: (someone: Exclude<Someone, "resident">): string =>
      people[`${communeId}-${someone}`] ?? "",
    get: (path: string, options: Options = {}) => ask("GET", path, undefined, options),
    /** Sends a form; arrays repeat their field. */
    post: (
      path: string,
      fields: Record<string, string | readonly string[]>,
      options: Options = {},
    ) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(name, one);
      return ask("POST", path, body, options);
    },
    /** Sends a form with files. */
    upload: (path: string, form: FormData, options: Options = {}) =>
      ask("POST", path, form, options),
    runJobs: () => runWaitingJobs(fresh.ownerUrl, jobsOf(house), database),
    close: async () => {
      await notes.close();
      await versions.close();
      await fresh.drop();
      rmSync(folder, { recursive: true, force: true });
    },
    /** Closes it, and keeps its database and files for others to start from. */
    closeAs: async ({ template, files }: Kept) => {
      await notes.close();
      await versions.close();
      mkdirSync(join(folder, "files"), { recursive: true });
      cpSync(join(folder, "files"), files, { recursive: true });
      await fresh.keepAs(template);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function addCommunes(ownerUrl: string): Promise<number[]> {
  const first = { slug: "valbrume", name: "Valbrume", insee: "49998", hosts: ["valbrume.test"] };
  const other = { slug: "autreville", name: "Autreville", insee: "49997" };
  return [
    await addCommune(ownerUrl, { ...first, demonstration: true }),
    await addCommune(ownerUrl, { ...other, hosts: ["autreville.test"] }),
  ];
}

const communesOf = (name: string): Promise<number[]> =>
  asOwner(name, async (client) => {
    const { rows } = await client.query<{ id: number }>(
      "select commune_id as id from commune order by slug = 'valbrume' desc",
    );
    return rows.map(({ id }) => id);
  });

export type TestSite = Awaited<ReturnType<typeof openTestSite>>;
