import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureDemonstration } from "../starting/demonstration/index.ts";
import { asOwner } from "./database.ts";
import { openTestSite, type Kept, type TestSite } from "./site.ts";

/**
 * A test site that shows the invented commune, its waiting work done. It is made once a run, by the first test that asks, and
 * copied for each of the others.
 */
export async function openDemonstration(env: Record<string, string> = {}): Promise<TestSite> {
  const folder = process.env["MAILLAGE_TEST_FOLDER"];
  if (!folder) throw new Error("Run tests with `npm test`: it says where they leave their files.");
  const kept: Kept = {
    template: "maillage_demonstration",
    files: join(folder, "demonstration", "files"),
  };
  await asOwner("postgres", async (client) => {
    await client.query("select pg_advisory_lock(4209003)");
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [
      kept.template,
    ]);
    if (!rowCount) await make(kept);
  });
  return openTestSite(env, kept);
}

async function make(kept: Kept): Promise<void> {
  if (!existsSync(kept.files)) mkdirSync(kept.files, { recursive: true });
  const site = await openTestSite();
  await ensureDemonstration(site.house, site.ownerUrl);
  // What the directory knows of the associations is written by the worker.
  await site.runJobs();
  await site.closeAs(kept);
}
