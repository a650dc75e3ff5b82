import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../platform/config.ts";
import { ensureDemonstration } from "../../starting/demonstration/index.ts";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { publish } from "../communes/index.ts";
import { applyImport, rehearse } from "../imports/index.ts";

const samples = process.env["MAILLAGE_SAMPLES"] ?? join(projectRoot, "../shared/data");

/** Where the official schemas stand; absent, the tests that need them say so. */
export const validators =
  process.env["MAILLAGE_VALIDATORS"] ?? join(projectRoot, "../shared/validators");

export type TwoCommunes = { site: TestSite; hosts: string[] };

/** One site: the demonstration at `valbrume.test`, and the clubs of Toulouse at `autreville.test` when the real file is there. */
export async function openTwoCommunes(): Promise<TwoCommunes> {
  const site = await openTestSite();
  await ensureDemonstration(site.house, site.ownerUrl);
  const clubs = join(samples, "toulouse_clubs_sportifs.csv");
  if (!existsSync(clubs)) return { site, hosts: ["valbrume.test"] };
  const rehearsed = await rehearse(site.house, site.otherCommuneId, clubs, { territory: "all" });
  if ("refusal" in rehearsed) throw new Error(rehearsed.refusal);
  const applied = await applyImport(site.house, site.otherCommuneId, rehearsed.importId);
  if ("refused" in applied) throw new Error(applied.refused);
  await site.database.write(site.otherCommuneId, publish);
  return { site, hosts: ["valbrume.test", "autreville.test"] };
}

/** What a program reads at an address. */
export async function readJson<T>(site: TestSite, path: string, host: string): Promise<T> {
  const answer = await site.get(path, { host });
  if (answer.status !== 200) throw new Error(`${path} at ${host}: ${answer.status} ${answer.html}`);
  return JSON.parse(answer.html) as T;
}
