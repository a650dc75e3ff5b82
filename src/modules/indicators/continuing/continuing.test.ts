import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { fill } from "../generated.ts";
import { continuingIn, continuingRows, parts, type Part } from "./queries.ts";

/** An activity of a season, and what goes on from it. */
type Made = {
  id: string;
  season: number;
  from: string | null;
  takenUp: "kept" | "changed" | null;
  published: string | null;
  stopped: string | null;
};

const years = [2023, 2024, 2025] as const;
const made: Made[] = [];
for (let n = 0; n < 240; n++) {
  const season = years[n % 3] ?? 2023;
  const candidates = made.filter((one) => one.season === season - 1 && !made.some(({ from }) => from === one.id)); // prettier-ignore
  const from = n % 5 ? (candidates[n % Math.max(candidates.length, 1)]?.id ?? null) : null;
  made.push({
    id: randomUUID(),
    season,
    from,
    takenUp: from ? (n % 4 ? "kept" : "changed") : null,
    published: n % 7 ? `${season}-0${(n % 6) + 4}-1${n % 10}T08:00:00Z` : null,
    stopped: n % 11 === 0 && n % 7 ? `${season + 1}-0${(n % 9) + 1}-15` : null,
  });
}

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await site.database.write(site.communeId, async (tx) => {
    await fill(tx);
    const { association_id } = await tx
      .selectFrom("association")
      .select("association_id")
      .executeTakeFirstOrThrow();
    for (const one of made.toSorted((a, b) => a.season - b.season))
      await tx
        .insertInto("activity")
        .values({
          activity_id: one.id,
          association_id,
          kind: "regular",
          season: one.season,
          title: `Activité ${one.id}`,
          slug: one.id,
          source: "association",
          state: one.stopped ? "stopped" : one.published ? "published" : "draft",
          published_at: one.published ? new Date(one.published) : null,
          stopped_on: one.stopped,
          continues_id: one.from,
          taken_up: one.takenUp,
        })
        .execute();
  });
});
after(() => site.close());

/** The part of one, said otherwise than the query does; undefined when it is in none. */
function partOf(one: Made, season: number, day: string): Part | undefined {
  const shown = (other: Made) => other.published !== null && other.published.slice(0, 10) <= day;
  if (!shown(one)) return undefined;
  if (one.season === season) {
    if (one.from === null) return "new";
    return one.takenUp === "kept" ? "kept" : "renewed";
  }
  if (one.season !== season - 1) return undefined;
  if (made.some((next) => next.from === one.id && shown(next))) return undefined;
  const over = day > `${season}-12-31`;
  return over || (one.stopped !== null && one.stopped <= day) ? "stopped" : "waiting";
}

test("each activity is in one part, as an independent count finds, and the parts add up", async () => {
  for (const season of [2024, 2025])
    for (const day of [
      `${season}-09-20`,
      `${season}-12-31`,
      `${season + 1}-01-01`,
      `${season + 1}-08-31`,
    ]) {
      const found = await site.database.read(site.communeId, (tx) => continuingIn(tx, season, day));
      const counted = Object.fromEntries(
        parts.map((part) => [part, made.filter((one) => partOf(one, season, day) === part).length]),
      );
      assert.deepEqual(found, counted, `${season} ${day}`);
      const before = made.filter((one) => one.season === season - 1 && one.published !== null);
      const followed = before.filter((one) => made.some((next) => next.from === one.id && next.published !== null && next.published.slice(0, 10) <= day)); // prettier-ignore
      assert.equal(found.stopped + found.waiting, before.length - followed.length);
      const rows = await site.database.read(site.communeId, (tx) =>
        continuingRows(tx, season, day),
      );
      assert.equal(
        rows.length,
        parts.reduce((sum, part) => sum + found[part], 0),
      );
      assert.ok(found.kept > 0 && found.renewed > 0 && found.new > 0);
    }
});

test("another commune counts none of them", async () => {
  const found = await site.database.read(site.otherCommuneId, (tx) => continuingIn(tx, 2025, "2026-01-01")); // prettier-ignore
  assert.deepEqual(new Set(Object.values(found)), new Set([0]));
});
