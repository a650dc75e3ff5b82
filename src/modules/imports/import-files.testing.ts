import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type { TestSite } from "../../testing/site.ts";
import { applyImport } from "./pipeline/apply.ts";
import type { Counts } from "./pipeline/counts.ts";
import { rehearse, type RehearseOptions } from "./pipeline/rehearse.ts";

const folder = mkdtempSync(join(tmpdir(), "maillage-imports-"));
let written = 0;

/** Writes a file to import; gives its path. */
export function csv(...lines: string[]): string {
  const path = join(folder, `fichier-${(written += 1)}.csv`);
  writeFileSync(path, lines.join("\n"));
  return path;
}

export async function rehearsed(
  site: TestSite,
  path: string,
  options: RehearseOptions = {},
): Promise<{ importId: string; counts: Counts }> {
  const result = await rehearse(site.house, site.communeId, path, { territory: "all", ...options });
  if ("refusal" in result) throw new Error(result.refusal);
  return result;
}

export async function imported(site: TestSite, path: string, options: RehearseOptions = {}) {
  const { importId } = await rehearsed(site, path, options);
  const done = await applyImport(site.house, site.communeId, importId);
  if ("refused" in done) throw new Error(done.refused);
  return { importId, counts: done.counts };
}

/** Everything the registry holds, to see that nothing moved; the count of revisions only ever rises. */
export async function registryDump(site: TestSite): Promise<string> {
  return await site.database.read(site.communeId, async (tx) => {
    const parts: unknown[] = [];
    for (const table of [
      "association",
      "association_contact",
      "association_place",
      "association_member",
      "place",
      "confirmation",
      "duplicate_suggestion",
    ]) {
      const { rows } = await sql<{ row: unknown }>`
        select to_jsonb(t) - 'revision' as row from ${sql.table(table)} t order by 1`.execute(tx);
      parts.push(table, ...rows.map(({ row }) => row));
    }
    return parts.map((part) => JSON.stringify(part)).join("\n");
  });
}
