import assert from "node:assert/strict";
import test, { after, before as first } from "node:test";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { ceasedRows, ceasingOver, undatedCessations } from "./ceasing/queries.ts";
import { entryPointOn, existsSince, listingRows } from "./entry-point/queries.ts";
import { seasonOf, yearOf } from "./periods.ts";
import { countViewRows, totalViews, viewRows, viewsBy, viewsOver } from "./views/queries.ts";

// A generator of its own: the same rows at each run, so that a failure can be read again.
let seed = 20_260_915;
const below = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
const dayFrom = (year: number, spread: number) =>
  new Date(Date.UTC(year, 0, 1 + below(spread))).toISOString().slice(0, 10);

type Made = {
  id: string;
  createdOn: string | null;
  state: string;
  source: string | null;
  on: string | null;
  merged: boolean;
  listed: boolean;
  knownAt: string;
  confirmed: { section: string; at: string }[];
};
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const sections = ["contact", "places", "prices", "registration", "accessibility"];

const made: Made[] = Array.from({ length: 400 }, (_, n) => {
  const state = pick(["active", "active", "dormant", "ceased", "ceased"]);
  const diligent = below(2) === 0;
  return {
    id: uuid(n + 1),
    createdOn: below(10) ? dayFrom(1990, 13_300) : null,
    state,
    source: state === "ceased" ? pick(["registry", "declared", "referent", "file", null]) : null,
    on: state === "ceased" && below(5) ? dayFrom(2022, 1700) : null,
    merged: n > 0 && below(12) === 0,
    listed: below(8) > 0,
    knownAt: `${dayFrom(2023, 900)}T12:00:00Z`,
    confirmed: sections
      .filter(() => diligent || below(3) === 0)
      .flatMap((section) =>
        Array.from({ length: 1 + below(2) }, () => ({
          section,
          at: `${dayFrom(diligent ? 2025 : 2023, diligent ? 600 : 1300)}T${String(below(24)).padStart(2, "0")}:30:00Z`,
        })),
      ),
  };
});

const visits = Array.from({ length: 900 }, (_, n) => ({
  day: dayFrom(2025, 620),
  page_kind: pick(["home", "directory", "association"]),
  channel: pick(["site", "widget", "feed", "api"]),
  subject_id: n % 2 ? pick(made).id : `s${n}`,
  views: 1 + below(40),
}));

let site: TestSite;
first(async () => {
  site = await openTestSite();
  await site.database.write(site.communeId, async (tx) => {
    await tx
      .insertInto("association")
      .values(
        made.map((one, n) => ({
          association_id: one.id,
          slug: `a-${n}`,
          name: `Association ${n}`,
          name_sort: `association ${n}`,
          created_on: one.createdOn,
          state: one.state,
          state_source: one.source,
          state_on: one.on,
          listed: one.listed,
          created_at: new Date(one.knownAt),
        })),
      )
      .execute();
    const merged = made.filter((one) => one.merged).map((one) => one.id);
    await tx
      .updateTable("association")
      .set({ merged_into: made[0]?.id ?? "" })
      .where("association_id", "in", merged)
      .execute();
    await tx
      .insertInto("confirmation")
      .values(
        made.flatMap(({ id, confirmed }) =>
          confirmed.map(({ section, at }) => ({
            association_id: id,
            section,
            confirmed_at: new Date(at),
            by_kind: "association",
            how: "site",
          })),
        ),
      )
      .execute();
    for (const visit of visits)
      await tx
        .insertInto("visit_count")
        .values(visit)
        .onConflict((conflict) =>
          conflict
            .columns(["commune_id", "day", "page_kind", "channel", "subject_id"])
            .doUpdateSet({ views: (eb) => eb("visit_count.views", "+", visit.views) }),
        )
        .execute();
  });
});
after(() => site.close());

const periods = [
  yearOf(2023),
  yearOf(2024),
  yearOf(2025),
  seasonOf(2024),
  { from: "2025-03-03", to: "2025-03-29" },
];
const within = (day: string | null, { from, to }: { from: string; to: string }) =>
  day !== null && day >= from && day <= to;
const alone = () => made.filter((one) => !one.merged);
const read = <T>(work: Parameters<TestSite["database"]["read"]>[1]) =>
  site.database.read(site.communeId, work) as Promise<T>;

test("cessations are those an independent count finds, over years, seasons and any days", async () => {
  const found = await site.database.read(site.communeId, (tx) => ceasingOver(tx, periods));
  periods.forEach((period, at) => {
    const dated = alone().filter((one) => one.state === "ceased" && within(one.on, period));
    const ceased = dated.filter((one) => one.source !== null && one.source !== "file");
    const existing = alone().filter((one) => {
      if (one.createdOn !== null && one.createdOn >= period.from) return false;
      return one.state !== "ceased" || (one.on !== null && one.on >= period.from);
    });
    const by = (source: string) => ceased.filter((one) => one.source === source).length;
    assert.deepEqual(found[at], {
      ceased: ceased.length,
      registry: by("registry"),
      declared: by("declared"),
      referent: by("referent"),
      existing: existing.length,
      ceasedOfExisting: ceased.filter((one) => existing.includes(one)).length,
      unestablished: dated.length - ceased.length,
    });
    assert.ok(ceased.length > 0);
  });
});

test("the rows of cessations are exactly those counted, and those told apart", async () => {
  for (const period of periods) {
    const rows = await site.database.read(site.communeId, (tx) => ceasedRows(tx, period));
    const [figure] = await site.database.read(site.communeId, (tx) => ceasingOver(tx, [period]));
    assert.equal(rows.filter(({ counted }) => counted).length, figure?.ceased);
    const undated = await site.database.read(site.communeId, undatedCessations);
    assert.equal(rows.filter(({ on }) => on === null).length, undated);
    assert.equal(rows.length, (figure?.ceased ?? 0) + (figure?.unestablished ?? 0) + undated);
  }
});

/** The day in France of an instant, worked out otherwise than the query does. */
const dayInFrance = (at: string) =>
  new Date(at).toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });

test("listings confirmed within the rule are those an independent count finds, on any day", async () => {
  for (const day of ["2024-06-30", "2025-12-31", "2026-02-28", "2026-09-15"]) {
    const limit = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
    const listings = alone().filter(
      (one) =>
        one.listed &&
        dayInFrance(one.knownAt) <= day &&
        (one.state !== "ceased" || (one.on !== null && one.on > day)),
    );
    const confirmed = listings.filter((one) =>
      sections.every((section) =>
        one.confirmed.some((said) => {
          const on = dayInFrance(said.at);
          return said.section === section && on <= day && on >= limit;
        }),
      ),
    );
    const found = await site.database.read(site.communeId, (tx) => entryPointOn(tx, day));
    assert.equal(found.listings, listings.length, day);
    assert.equal(found.confirmed, confirmed.length, day);
    const rows = await site.database.read(site.communeId, (tx) => listingRows(tx, day));
    assert.equal(rows.length, listings.length);
    assert.equal(rows.filter(({ held }) => held === 5).length, confirmed.length);
    if (day > "2025") assert.ok(confirmed.length > 0, day);
  }
});

test("a single entry point exists from the later of its two dates, and not before", () => {
  const dates = { directoryOn: "2026-03-01", rulesOn: "2026-04-02" };
  assert.equal(existsSince(dates, "2026-12-31"), "2026-04-02");
  assert.equal(existsSince(dates, "2026-04-01"), undefined);
  assert.equal(existsSince({ ...dates, rulesOn: null }, "2026-12-31"), undefined);
});

test("views add up the same by kind, by channel, by day, by month and by row", async () => {
  for (const period of [yearOf(2025), seasonOf(2025), { from: "2026-01-10", to: "2026-02-20" }]) {
    const expected = visits.filter(({ day }) => within(day, period));
    const sum = (list: readonly { views: number }[]) =>
      list.reduce((all, one) => all + one.views, 0);
    const total = await read<number>((tx) => totalViews(tx, period));
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
    assert.equal(rows.length, await read<number>((tx) => countViewRows(tx, period)));
  }
});

test("a commune counts nothing of another", async () => {
  const elsewhere = <T>(work: Parameters<typeof site.database.read>[1]) =>
    site.database.read(site.otherCommuneId, work) as Promise<T>;
  const [ceased] = await site.database.read(site.otherCommuneId, (tx) =>
    ceasingOver(tx, [yearOf(2025)]),
  );
  assert.equal(ceased?.existing, 0);
  assert.equal(ceased?.ceased, 0);
  assert.equal(await elsewhere<number>((tx) => totalViews(tx, yearOf(2025))), 0);
  const entry = await site.database.read(site.otherCommuneId, (tx) =>
    entryPointOn(tx, "2026-09-15"),
  );
  assert.equal(entry.listings, 0);
});
