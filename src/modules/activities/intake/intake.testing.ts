import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { applyImport, rehearse, undoImport, type Counts } from "../../imports/index.ts";
import { activitiesOf } from "../record/queries.ts";
import { hoursOf } from "../record/series.ts";
import { activityIntake } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "maillage-activites-"));
let written = 0;

/** A site into which files that tell activities are imported, each a few minutes after the other. */
export async function openIntake() {
  const site: TestSite = await openTestSite();
  const workshop = () => ({ ...site.house, activities: activityIntake });
  const later = () => site.clock.set(new Date(site.clock.now().getTime() + 300_000).toISOString());
  const rehearsed = async (...lines: string[]): Promise<{ importId: string; counts: Counts }> => {
    later();
    const path = join(folder, `fichier-${(written += 1)}.csv`);
    writeFileSync(path, lines.join("\n"));
    const result = await rehearse(workshop(), site.communeId, path, { territory: "all" });
    return "refusal" in result ? assert.fail(result.refusal) : result;
  };
  const all = () =>
    site.database.read(site.communeId, async (tx) => {
      const { rows } = await sql<{ id: string }>`select activity_id as id from activity`.execute(
        tx,
      );
      const list = await activitiesOf(tx, { ids: rows.map(({ id }) => id) });
      const hours = await hoursOf(
        tx,
        list.map(({ id }) => id),
      );
      return list.map((one) => ({
        ...one,
        hours: (hours.get(one.id) ?? []).map(({ series }) => series),
      }));
    });
  return {
    site,
    later,
    rehearsed,
    imported: async (...lines: string[]) => {
      const { importId, counts } = await rehearsed(...lines);
      const done = await applyImport(workshop(), site.communeId, importId);
      assert.deepEqual("counts" in done && done.counts, counts, "the rehearsal told the truth");
      later();
      return { importId, counts };
    },
    undone: async (importId: string) => {
      const done = await undoImport(workshop(), site.communeId, importId);
      return "counts" in done ? done.counts : assert.fail(done.refused);
    },
    named: async (title: string) =>
      (await all()).find(({ fields }) => fields.title === title) ??
      assert.fail(`${title} is not there`),
  };
}

export type IntakeSite = Awaited<ReturnType<typeof openIntake>>;
