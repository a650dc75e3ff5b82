import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { fill, made, visits, within } from "../generated.ts";
import { seasonOf } from "../../communes/index.ts";
import { yearOf } from "../../communes/index.ts";
import { channelWords, views } from "./indicators.ts";
import { associationsSeen, visibilityOver } from "./visibility.ts";
import { countViewRows, totalViews, viewRows, viewsBy, viewsOver } from "./queries.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await site.database.write(site.communeId, fill);
});
after(() => site.close());

const sum = (list: readonly { views: number }[]) => list.reduce((all, one) => all + one.views, 0);

test("views add up the same by kind, by channel, by day, by month and by row", async () => {
  for (const period of [yearOf(2025), seasonOf(2025), { from: "2026-01-10", to: "2026-02-20" }]) {
    const expected = visits.filter(({ day }) => within(day, period));
    const total = await site.database.read(site.communeId, (tx) => totalViews(tx, period));
    assert.equal(total, sum(expected));
    for (const what of ["page_kind", "channel"] as const) {
      const parts = await site.database.read(site.communeId, (tx) => viewsBy(tx, period, what));
      assert.equal(sum(parts), total);
      for (const { code, views } of parts)
        assert.equal(views, sum(expected.filter((one) => one[what] === code)));
    }
    for (const step of ["day", "month"] as const) {
      const over = await site.database.read(site.communeId, (tx) => viewsOver(tx, period, step));
      assert.equal(sum(over), total);
      if (step === "day")
        for (const { start, views } of over)
          assert.equal(views, sum(expected.filter(({ day }) => day === start)), start);
    }
    const rows = await site.database.read(site.communeId, (tx) => viewRows(tx, period));
    assert.equal(sum(rows), total);
    assert.equal(
      rows.length,
      await site.database.read(site.communeId, (tx) => countViewRows(tx, period)),
    );
  }
});

test("associations are seen on their pages, in widgets and in feeds, as an independent count finds", async () => {
  const period = yearOf(2025);
  const expected = visits.filter(({ day, page_kind, channel }) => within(day, period) && (page_kind === "association" || channel === "widget" || channel === "feed")); // prettier-ignore
  const [channels, named] = await site.database.read(site.communeId, async (tx) => [
    await visibilityOver(tx, period),
    await associationsSeen(tx, period),
  ]);
  assert.equal(sum(channels), sum(expected));
  for (const { code, views } of channels)
    assert.equal(views, sum(expected.filter(({ channel }) => channel === code)));
  assert.equal(sum(named), sum(expected), "the rows add up to the figure");
  const known = new Set(made.map(({ id }) => id));
  assert.equal(
    sum(named.filter(({ slug }) => slug === null)),
    sum(expected.filter(({ subject_id }) => !known.has(subject_id))),
  );
});

test("a commune counts no view of another", async () => {
  const total = (communeId: number) =>
    site.database.read(communeId, (tx) => totalViews(tx, yearOf(2025)));
  assert.equal(await total(site.otherCommuneId), 0);
});

test("the figure of I2.2 counts each reading of a widget once, with those of the site, and its bars say so", async () => {
  const question = {
    period: yearOf(2026),
    before: yearOf(2025),
    series: [],
    today: "2026-09-15",
    t: site.house.words("fr"),
    lang: "fr",
  };
  const read = () => site.database.read(site.communeId, (tx) => views.read(tx, question));
  const byChannel = ({ charts }: Awaited<ReturnType<typeof read>>) => {
    const bars = charts.flatMap((one) => (one.kind === "bars" ? [one] : [])).at(-1)?.data ?? [];
    return new Map(bars.map(({ label, value }) => [label, value]));
  };
  const was = await read();
  const widget = channelWords(question.t, "widget");
  const expected = visits.filter(({ day }) => within(day, question.period));
  assert.equal(was.figure, sum(expected));
  assert.equal(byChannel(was).get(widget), sum(expected.filter(({ channel }) => channel === "widget"))); // prettier-ignore
  for (const path of ["agenda", "associations?forme=fragment", "recherche", "recherche"])
    await site.get(`/integrer/${path}`);
  await site.get("/integrer/agenda", { headers: { "user-agent": "Googlebot" } });
  await site.get("/agenda");
  await site.house.notes.flush();
  const now = await read();
  assert.equal(Number(now.figure), Number(was.figure) + 5);
  assert.equal(Number(byChannel(now).get(widget)), Number(byChannel(was).get(widget)) + 4);
  const all = [...byChannel(now).values()].reduce((total, value) => total + value, 0);
  assert.equal(all, now.figure, "the bars add up to the figure");
});
