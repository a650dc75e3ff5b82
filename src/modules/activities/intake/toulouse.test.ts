import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { projectRoot } from "../../../platform/config.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { applyImport, rehearse, undoImport } from "../../imports/index.ts";
import { activityIntake } from "./index.ts";

const samples = process.env["MAILLAGE_SAMPLES"] ?? join(projectRoot, "../shared/data");
const file = join(samples, "toulouse_clubs_sportifs.csv");

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const workshop = () => ({ ...site.house, activities: activityIntake });
let hour = 9;
const later = () => site.clock.set(`2026-09-15T${String((hour += 1)).padStart(2, "0")}:00:00Z`);

async function rehearsed() {
  const result = await rehearse(workshop(), site.communeId, file, { territory: "all" });
  return "refusal" in result ? assert.fail(result.refusal) : result;
}

const counted = async (from: string): Promise<number> => {
  const { rows } = await site.database.read(site.communeId, (tx) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.raw(from)}`.execute(tx),
  );
  return rows[0]?.n ?? 0;
};

const expected = {
  told: 759,
  created: 751,
  changed: 0,
  unchanged: 0,
  merged: 8,
  refused: 0,
  places: 255,
  kept: 0,
  unreadHours: 0,
};

test("the file of Toulouse: 759 lines, 382 associations and their activities, again nothing, undone nothing left", async (t) => {
  if (!existsSync(file)) return t.skip("the folder of real files is absent");
  const places = await counted("place");
  const { importId, counts } = await rehearsed();
  assert.equal(counts.created, 382);
  assert.deepEqual(counts.activities, expected);
  assert.equal(await counted("activity"), 0, "a rehearsal writes nothing");
  later();
  const start = performance.now();
  const done = await applyImport(workshop(), site.communeId, importId);
  t.diagnostic(`${((performance.now() - start) / 1000).toFixed(1)} s`);
  assert.deepEqual("counts" in done && done.counts.activities, counts.activities);
  assert.equal(await counted("activity where state = 'published' and confirmed_on is null"), 751);
  assert.equal(
    await counted("(select distinct place_id from activity where place_id is not null) p"),
    255,
  );
  assert.equal(
    await counted(
      "activity a where place_id is not null and not exists (select from association_place v where v.association_id = a.association_id and v.place_id = a.place_id)",
    ),
    0,
    "the places are those of the association",
  );
  later();
  const again = await rehearsed();
  assert.deepEqual(again.counts.activities, {
    ...expected,
    created: 0,
    unchanged: 751,
    places: 0,
  });
  await applyImport(workshop(), site.communeId, again.importId);
  assert.equal(await counted("activity where revision > 0"), 0);
  later();
  await undoImport(workshop(), site.communeId, again.importId);
  const undone = await undoImport(workshop(), site.communeId, importId);
  assert.deepEqual("counts" in undone && undone.counts, {
    removed: 382,
    restored: 0,
    partly: 0,
    kept: 0,
    activities: { removed: 751, restored: 0, partly: 0, kept: 0 },
  });
  assert.equal(await counted("activity"), 0);
  assert.equal(await counted("place"), places);
});
