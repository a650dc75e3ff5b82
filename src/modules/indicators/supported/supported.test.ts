import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { supportKinds } from "../../associations/index.ts";
import { seasonOf, yearOf, type Period } from "../../communes/index.ts";
import { fill, made, within } from "../generated.ts";
import { supportedOver, supportedRows } from "./queries.ts";

/** Supports over three years; one in nine is removed, and some are on records a merge absorbed, where they count no more. */
const supports = Array.from({ length: 500 }, (_, n) => ({
  association: made[(n * 31 + n * n) % 90],
  kind: supportKinds[(n * 7) % supportKinds.length] ?? "other",
  day: new Date(Date.UTC(2023, 5, 1 + ((n * 53) % 1100))).toISOString().slice(0, 10),
  removed: n % 9 === 0,
}));

/** Employers designated, some for a time, some as structuring only. */
const designated = made.slice(0, 60).map((association, n) => ({
  association,
  kind: n % 4 ? "employer" : "structuring",
  since: `202${2 + (n % 4)}-0${1 + (n % 9)}-15`,
  ended: n % 3 === 0 ? `2026-0${1 + (n % 6)}-01` : n % 3 === 1 ? null : `202${2 + (n % 4)}-12-20`,
}));
const isEmployer = (association: unknown, { from, to }: Period) =>
  designated.some(
    (one) =>
      one.association === association &&
      one.kind === "employer" &&
      one.since <= to &&
      (one.ended === null || one.ended >= from),
  );

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await site.database.write(site.communeId, async (tx) => {
    await fill(tx);
    await tx
      .insertInto("support_event")
      .values(
        supports.map(({ association, kind, day, removed }) => ({
          association_id: association?.id ?? "",
          kind,
          day,
          source_kind: "hand",
          source_id: crypto.randomUUID(),
          noted_at: site.clock.now(),
          removed_at: removed ? site.clock.now() : null,
        })),
      )
      .execute();
    await tx
      .insertInto("association_designation")
      .values(
        designated.map(({ association, kind, since, ended }) => ({
          association_id: association.id,
          kind,
          criterion: "jobs",
          since,
          made_at: site.clock.now(),
          ended_on: ended,
          end_reason: ended && "Fin.",
        })),
      )
      .execute();
  });
});
after(() => site.close());

const periods: Period[] = [
  yearOf(2023),
  yearOf(2024),
  yearOf(2025),
  seasonOf(2024),
  { from: "2025-03-03", to: "2025-03-29" },
  yearOf(1990),
];
const countedIn = (period: Period) =>
  supports.filter((one) => !one.removed && !one.association?.merged && within(one.day, period));

test("associations supported are those an independent count finds, in all and by kind", async () => {
  const found = await site.database.read(site.communeId, (tx) => supportedOver(tx, periods));
  periods.forEach((period, at) => {
    const counted = countedIn(period);
    const distinct = (list: typeof counted) => new Set(list.map((one) => one.association)).size;
    const byKind = supportKinds.flatMap((kind) => {
      const many = distinct(counted.filter((one) => one.kind === kind));
      return many ? [[kind, many] as const] : [];
    });
    assert.deepEqual(found[at], {
      associations: distinct(counted),
      employers: distinct(counted.filter((one) => isEmployer(one.association, period))),
      events: counted.length,
      byKind: Object.fromEntries(byKind),
    });
  });
  assert.ok((found[1]?.associations ?? 0) > 0 && (found[1]?.associations ?? 0) < (found[1]?.events ?? 0)); // prettier-ignore
  assert.equal(found.at(-1)?.associations, 0);
  assert.ok(
    found.slice(1, 4).every((one) => one.employers > 0 && one.employers < one.associations),
  );
});

test("the rows behind the figure are the supports counted", async () => {
  for (const period of periods) {
    const rows = await site.database.read(site.communeId, (tx) => supportedRows(tx, period));
    assert.deepEqual(
      rows.map(({ day, kind }) => `${day} ${kind}`).sort(),
      countedIn(period)
        .map(({ day, kind }) => `${day} ${kind}`)
        .sort(),
    );
  }
});

test("its page says the figure, the one before, each kind, and gives its rows to the elected", async () => {
  const [now, earlier] = [yearOf(2025), yearOf(2024)].map(
    (period) => new Set(countedIn(period).map((one) => one.association)).size,
  );
  const { html } = await site.get("/gestion/pilotage/I1.1?du=2025-01-01&au=2025-12-31", {
    as: "elected",
  });
  const text = html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  assert.match(text, new RegExp(`${now} associations accompagnées sur le numérique`));
  const change = Math.abs((now ?? 0) - (earlier ?? 0));
  const words = now === earlier ? "autant que" : `${change} de ${(now ?? 0) > (earlier ?? 0) ? "plus" : "moins"} que`; // prettier-ignore
  assert.ok(text.includes(words), text.slice(0, 900));
  const csv = await site.get("/gestion/pilotage/I1.1/lignes.csv?du=2025-01-01&au=2025-12-31", {
    as: "elected",
  });
  assert.equal(csv.html.trim().split("\r\n").length, countedIn(yearOf(2025)).length + 1);
});

test("employers are told apart, with their rows", async () => {
  const period = yearOf(2025);
  const theirs = countedIn(period).filter((one) => isEmployer(one.association, period));
  const many = new Set(theirs.map((one) => one.association)).size;
  const days = "du=2025-01-01&au=2025-12-31";
  const { html } = await site.get(`/gestion/pilotage/I5.1?${days}`, { as: "elected" });
  assert.match(html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " "), new RegExp(`${many} associations employeuses accompagnées`)); // prettier-ignore
  const csv = await site.get(`/gestion/pilotage/I5.1/lignes.csv?${days}`, { as: "elected" });
  assert.equal(csv.html.trim().split("\r\n").length, theirs.length + 1);
});

test("a commune counts no support of another", async () => {
  const [found] = await site.database.read(site.otherCommuneId, (tx) =>
    supportedOver(tx, [yearOf(2024)]),
  );
  assert.deepEqual(found, { associations: 0, employers: 0, events: 0, byKind: {} });
});
