import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import ical from "ical.js";
import { sql } from "kysely";
import { publish } from "../../communes/index.ts";
import { noteChanges } from "../active/noting.ts";
import { openTwoCommunes, type TwoCommunes } from "../two-communes.testing.ts";

let two: TwoCommunes;
before(async () => {
  two = await openTwoCommunes();
  for (const communeId of [two.site.communeId, two.site.otherCommuneId])
    await noteChanges(two.site.house, communeId);
});
after(() => two.site.close());

test("the agenda opens in a calendar: two months of sessions, each once, cancelled ones marked", async () => {
  for (const host of two.hosts) {
    const file = await two.site.get("/agenda.ics", { host });
    assert.match(file.headers.get("content-type") ?? "", /^text\/calendar/);
    const events = new ical.Component(ical.parse(file.html) as unknown[]).getAllSubcomponents(
      "vevent",
    );
    const ids = events.map((one) => String(one.getFirstPropertyValue("uid")));
    assert.equal(new Set(ids).size, ids.length);
    if (host === "valbrume.test") assert.ok(ids.length > 50);
    for (const one of events) {
      const start = String(one.getFirstPropertyValue("dtstart"));
      assert.ok(start >= "2026-09-14" && start < "2026-11-18", start);
    }
  }
});

const entriesOf = (feed: string) => feed.match(/<entry>[^]*?<\/entry>/g) ?? [];
const inside = (xml: string, tag: string) =>
  new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`).exec(xml)?.[1] ?? "";

test("the news is well-formed Atom: each entry its identity, its dates, its page; the latest first", async () => {
  for (const host of two.hosts) {
    const feed = (await two.site.get("/nouveautes.atom", { host })).html;
    const stack: string[] = [];
    for (const [, close, name = "", , alone] of feed.matchAll(
      /<(\/)?([a-z]+)((?:\s[^<>]*?)?)(\/)?>/g,
    ))
      if (close) assert.equal(stack.pop(), name);
      else if (!alone) stack.push(name);
    assert.deepEqual(stack, []);
    assert.doesNotMatch(feed, /&(?!amp;|lt;|gt;|quot;)/);
    for (const tag of ["id", "title", "updated", "author"])
      assert.ok(feed.includes(`<${tag}>`), tag);
    const entries = entriesOf(feed);
    assert.ok(entries.length > 20 && entries.length <= 50);
    const dates = entries.map((entry) => inside(entry, "updated"));
    assert.deepEqual(dates, dates.toSorted().toReversed());
    for (const entry of entries) {
      assert.match(inside(entry, "id"), /^urn:uuid:[0-9a-f-]{36}$/);
      assert.ok(inside(entry, "title"));
      assert.match(
        entry,
        /<link rel="alternate" type="text\/html" href="http:\/\/[a-z.]+\/(associations|activites|actualites)\//,
      );
    }
  }
});

test("what changes comes first and says so; being confirmed is not being changed", async () => {
  const { site } = two;
  site.clock.set("2026-09-15T10:00:00Z");
  const { id } = await site.database.write(site.communeId, async (tx) => {
    const row = await tx
      .selectFrom("association")
      .select("association_id as id")
      .where("listed", "=", true)
      .limit(1)
      .executeTakeFirstOrThrow();
    await tx
      .updateTable("association")
      .set({ aims: "Nouvel objet & <bon>" })
      .where("association_id", "=", row.id)
      .execute();
    await sql`update confirmation set confirmed_at = '2026-09-15T09:59:00Z'`.execute(tx);
    await publish(tx);
    return row;
  });
  await noteChanges(site.house, site.communeId);
  const entries = entriesOf((await site.get("/nouveautes.atom")).html);
  assert.match(entries[0] ?? "", new RegExp(id));
  assert.match(entries[0] ?? "", /Nouvel objet &amp; &lt;bon&gt;/);
  assert.match(entries[0] ?? "", /term="Modifié"/);
  assert.match(entries[1] ?? "", /term="Nouveau"/);
});
