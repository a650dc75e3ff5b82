import assert from "node:assert/strict";
import test, { after, before } from "node:test";
// @ts-expect-error no types are published for it
import official from "@openactive/data-model-validator";
import { sql } from "kysely";
import { publish } from "../../communes/index.ts";
import { openTwoCommunes, readJson, type TwoCommunes } from "../two-communes.testing.ts";
import { noteChanges } from "./noting.ts";
import type { Item } from "./paging.ts";

type Fault = { severity: string; type: string; path: string; message: string };
const { validate } = official as {
  validate: (thing: object, options: { loadRemoteJson: boolean }) => Promise<Fault[]>;
};

let two: TwoCommunes;
before(async () => {
  two = await openTwoCommunes();
  for (const communeId of [two.site.communeId, two.site.otherCommuneId])
    await noteChanges(two.site.house, communeId);
});
after(() => two.site.close());

type Page = { next: string; items: Item[]; license: string };
const feeds = ["session-series", "scheduled-sessions"] as const;
const read = (address: string, host = "valbrume.test") =>
  readJson<Page>(two.site, address.replace(/^http:\/\/[^/]+/, ""), host);

/** Reads a feed from where one stands to its end, as a harvester does; `between` happens after each page. */
async function harvest(
  address: string,
  host: string,
  between: (page: number) => Promise<void> = async () => undefined,
) {
  const items: Item[] = [];
  let next = address;
  for (let pages = 1; ; pages++) {
    const page = await read(next, host);
    if (!page.items.length) {
      assert.equal(
        page.next.replace(/^http:\/\/[^/]+/, ""),
        next.replace(/^http:\/\/[^/]+/, ""),
        "the last page leads to itself",
      );
      return { items, end: page.next };
    }
    items.push(...page.items);
    next = page.next;
    await between(pages);
  }
}

/** What a harvester holds after what it read. */
const held = (items: readonly Item[], from: ReadonlyMap<string, object> = new Map()) => {
  const known = new Map(from);
  for (const { id, state, data } of items)
    if (state === "updated" && data) known.set(id, data);
    else known.delete(id);
  return known;
};

test("items come in order of (modified, id), each once, the first page without parameters being the beginning", async () => {
  for (const host of two.hosts)
    for (const feed of feeds) {
      const { items } = await harvest(`/api/openactive/${feed}`, host);
      if (host === "valbrume.test") assert.ok(items.length > 5, feed);
      const places = items.map(({ modified, id }) => `${String(modified).padStart(16, "0")} ${id}`);
      assert.deepEqual(places, places.toSorted());
      assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
      for (const { state, data, modified } of items) {
        assert.ok(Number.isSafeInteger(modified));
        assert.equal(
          state === "updated",
          data !== undefined,
          "data when updated, none when deleted",
        );
      }
    }
});

test("each session names a series of the other feed", async () => {
  for (const host of two.hosts) {
    const series = (await harvest("/api/openactive/session-series", host)).items;
    const known = new Set(series.map(({ data }) => (data as { "@id": string })["@id"]));
    for (const { data } of (await harvest("/api/openactive/scheduled-sessions", host)).items)
      assert.ok(known.has((data as { superEvent: string }).superEvent));
  }
});

const change = (statement: ReturnType<typeof sql>) =>
  two.site.database.write(two.site.communeId, async (tx) => {
    await statement.execute(tx);
    await publish(tx);
  });

test("rows that change between two pages are read again, never lost; what is withdrawn is said to be deleted", async () => {
  const host = "valbrume.test";
  const start = await harvest("/api/openactive/scheduled-sessions", host);
  assert.ok(start.items.length > 150, "more than one page");
  const [first, last] = [start.items[0]?.id, start.items.at(-1)?.id];
  const moved = await harvest("/api/openactive/scheduled-sessions", host, async (page) => {
    two.site.clock.set(`2026-09-15T09:0${Math.min(9, page)}:00Z`);
    if (page === 1)
      // The first is read already, the last not yet.
      await change(
        sql`update occurrence set state = 'cancelled', sequence = sequence + 1 where occurrence_id in (${first}, ${last})`,
      );
    await noteChanges(two.site.house, two.site.communeId);
  });
  const again = held(moved.items);
  for (const id of [first, last])
    assert.match(JSON.stringify(again.get(id ?? "")), /EventCancelled/);
  assert.equal(again.size, start.items.length);

  await change(sql`update association set listed = false where association_id = (
    select association_id from activity join activity_slot using (activity_id) join occurrence using (series_id) where occurrence_id = ${last})`);
  await noteChanges(two.site.house, two.site.communeId);
  const gone = await harvest(moved.end, host);
  assert.ok(gone.items.some(({ id, state }) => id === last && state === "deleted"));
  const followed = held(gone.items, again);
  const afresh = held((await harvest("/api/openactive/scheduled-sessions", host)).items);
  assert.deepEqual(
    [...followed.keys()].sort(),
    [...afresh.keys()].sort(),
    "who followed holds what who reads afresh holds",
  );
});

test("nothing published, nothing noted: who follows reads an empty page; a clock that goes back loses nothing", async () => {
  const { site } = two;
  const { end } = await harvest("/api/openactive/session-series", "valbrume.test");
  assert.equal(await noteChanges(site.house, site.communeId), false);
  assert.deepEqual((await read(end)).items, []);
  site.clock.set("2026-09-15T08:00:00Z");
  await change(sql`update activity set title = title || ' (bis)' where activity_id = (
    select activity_id from activity_slot join series using (series_id) join activity using (activity_id)
    join association using (association_id) where listed and activity.state = 'published' and season = 2026 limit 1)`);
  await noteChanges(site.house, site.communeId);
  const { items } = await harvest(end, "valbrume.test");
  assert.ok(items.some(({ data }) => JSON.stringify(data).includes("(bis)")));
  site.clock.set("2026-09-15T09:30:00Z");
});

test("half an address is refused in words", async () => {
  for (const query of [
    "afterTimestamp=1",
    "afterId=x",
    "afterTimestamp=a&afterId=00000000-0000-4000-8000-000000000000",
  ]) {
    const answer = await two.site.get(`/api/openactive/session-series?${query}`);
    assert.equal(answer.status, 400);
    assert.match(answer.html, /afterTimestamp et afterId vont ensemble/);
  }
});

/** Our themes are not the official list of physical activities; and a price nobody said is not made up. */
const known = (fault: Fault, data: object): boolean =>
  fault.path.startsWith("$.activity") ||
  (fault.type === "missing_required_field" &&
    fault.path === "$.offers" &&
    !("offers" in data) &&
    !JSON.stringify(data).includes('"isAccessibleForFree":true'));

test("series and sessions satisfy the official validator of OpenActive, but for its own list of activities and prices unsaid", async () => {
  await change(sql`with photo as (
      insert into file (kind, content_type, sha256, bytes, public)
      values ('picture', 'image/webp', repeat('0', 64), 1, true) returning file_id)
    update activity set photo_file_id = file_id from photo where state = 'published'`);
  await noteChanges(two.site.house, two.site.communeId);
  let photos = 0;
  for (const host of two.hosts)
    for (const feed of ["session-series", "scheduled-sessions"]) {
      const { items } = await readJson<{ items: Item[] }>(
        two.site,
        `/api/openactive/${feed}`,
        host,
      );
      if (host === "valbrume.test") assert.ok(items.length > 10);
      for (const { data } of items.slice(0, 30)) {
        if (!data) continue;
        if ("image" in data) photos += 1;
        const faults = await validate(data, { loadRemoteJson: false });
        assert.deepEqual(
          faults
            .filter((one) => one.severity === "failure" && !known(one, data))
            .map(({ path, message }) => `${path}: ${message}`),
          [],
        );
      }
    }
  assert.ok(photos > 0);
});
