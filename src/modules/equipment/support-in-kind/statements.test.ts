import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { Tx } from "../../../platform/db/database.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import type { Period } from "../../communes/index.ts";
import { between, handed, least, overPeriods, today } from "../reports/counting.testing.ts";
import { ids, now, units, values, writeMade } from "../reports/made.testing.ts";
import { usualRules } from "../rules/rules.ts";
import type { HeldHours, HoursOf } from "./hours.ts";
import { annexSheet, statementSheet } from "./sheets.ts";
import { statementsOf } from "./statements.ts";

let site: TestSite;
/** The tariff of a day of each model; nobody set that of the second. */
const dayCents = [1250, null, 433] as const;
const reading = <T>(read: (tx: Tx) => Promise<T>): Promise<T> =>
  site.database.read(site.communeId, read);

before(async () => {
  site = await openTestSite();
  await site.database.write(site.communeId, async (tx) => {
    await writeMade(tx);
    for (const [nth, id] of ids.models.entries())
      await tx
        .updateTable("equipment_model")
        .set({ day_value_cents: dayCents[nth] ?? null })
        .where("model_id", "=", id)
        .execute();
  });
});
after(() => site.close());

const none: HoursOf = async () => [];

/** What each association had, its days counted one by one, before any rounding. */
function byHand(period: Period) {
  const passed = new Set(between(period.from, least(period.to, today)));
  const had = new Map<string, { days: number; cents: number }>();
  for (const { loan, unit, days } of handed()) {
    const away = days.filter((day) => passed.has(day)).length;
    if (loan.associationId === null || away === 0) continue;
    const model = units[unit]?.model ?? 0;
    const value = values[model] ?? null;
    const worn = loan.regime === "provision" && value !== null;
    const tariff = worn ? value / (usualRules.usefulYears * 365) : (dayCents[model] ?? 0);
    const known = had.get(loan.associationId) ?? { days: 0, cents: 0 };
    had.set(loan.associationId, { days: known.days + away, cents: known.cents + away * tariff });
  }
  return had;
}

test("each association is told what it had, day by day, at the tariffs of the commune", async () => {
  await overPeriods(async (period) => {
    const { statements } = await reading((tx) => statementsOf(tx, none, period, now));
    const expected = byHand(period);
    assert.deepEqual(new Set(statements.map((one) => one.associationId)), new Set(expected.keys()));
    for (const one of statements) {
      const { days = 0, cents = 0 } = expected.get(one.associationId) ?? {};
      assert.equal(one.lent.reduce((sum, line) => sum + line.days, 0), days); // prettier-ignore
      const gap = Math.abs(one.totalCents - cents);
      assert.ok(gap <= 0.51 * one.lent.length, `${one.totalCents} for ${cents}`);
      assert.equal(one.untold, one.lent.filter((line) => line.dayCents === null).length);
    }
  });
});

test("a year is the sum of its months: nothing is told twice nor forgotten at midnight", async () => {
  const year = await reading((tx) => statementsOf(tx, none, { from: "2026-01-01", to: "2026-12-31" }, now)); // prettier-ignore
  const cut = ["2026-01-01", "2026-03-29", "2026-03-30", "2026-07-14", "2026-10-25", "2026-10-26", "2027-01-01"]; // prettier-ignore
  const days = new Map<string, number>();
  for (const [nth, from] of cut.slice(0, -1).entries()) {
    const to = between(from, cut[nth + 1] ?? "").at(-2) ?? "";
    const { statements } = await reading((tx) => statementsOf(tx, none, { from, to }, now));
    for (const { associationId, lent } of statements)
      for (const line of lent) days.set(associationId, (days.get(associationId) ?? 0) + line.days);
  }
  for (const { associationId, lent } of year.statements)
    assert.equal(days.get(associationId), lent.reduce((sum, line) => sum + line.days, 0)); // prettier-ignore
});

const season = { from: "2025-09-01", to: "2026-08-31" };

test("hours of rooms are asked over the days of France that have passed, and valued with the rest", async () => {
  const asked: { from: Date; until: Date; associationId?: string }[] = [];
  const [club = "", other = ""] = ids.associations.slice(9);
  const held: HeldHours[] = [
    { associationId: club, bookable: "Grande salle", place: "Maison", hours: 2.5, hourValueCents: 801 }, // prettier-ignore
    { associationId: club, bookable: "Poste", place: "Espace", hours: 4, hourValueCents: null },
    { associationId: other, bookable: "Grande salle", place: "Maison", hours: 1, hourValueCents: 801 }, // prettier-ignore
  ];
  const source: HoursOf = async (_tx, over) => {
    asked.push(over);
    return held.filter(({ associationId }) => !over.associationId || associationId === over.associationId); // prettier-ignore
  };
  const { statements } = await reading((tx) => statementsOf(tx, source, season, now));
  const mine = statements.find((one) => one.associationId === club);
  assert.equal(mine?.hoursCents, 2003);
  assert.equal(mine?.totalCents, (mine?.loansCents ?? 0) + (mine?.provisionsCents ?? 0) + 2003);
  assert.equal(mine?.untold, 1 + (mine?.lent.filter(({ cents }) => cents === null).length ?? 0));
  assert.deepEqual(statements.map(({ name }) => name), statements.map(({ name }) => name).toSorted()); // prettier-ignore
  await reading((tx) => statementsOf(tx, source, { from: "2026-03-29", to: "2026-12-31" }, now, club)); // prettier-ignore
  assert.deepEqual(asked, [
    { from: new Date("2025-08-31T22:00:00Z"), until: new Date("2026-08-31T22:00:00Z") },
    { from: new Date("2026-03-28T23:00:00Z"), until: now, associationId: club },
  ]);
  await reading((tx) => statementsOf(tx, source, { from: "2027-01-01", to: "2027-12-31" }, now));
  assert.equal(asked.length, 2, "nothing is asked of days to come");
  assert.ok(mine);
  const t = site.house.words("fr");
  const lines = statementSheet(t, mine, () => undefined).lines.map(({ cells }) => cells);
  assert.deepEqual(lines.at(-3), ["Grande salle, Maison", "Réservation", null, null, null, null, 2.5, "heures", 801, 2003]); // prettier-ignore
  assert.equal(lines.at(-1)?.at(-1), mine.totalCents);
  const annex = annexSheet(t, statements, () => undefined).lines.map(({ cells }) => cells);
  const sum = (at: number) => annex.slice(0, -1).reduce((total, cells) => total + Number(cells[at]), 0); // prettier-ignore
  for (const at of [1, 2, 3, 4, 5, 6, 7]) assert.equal(annex.at(-1)?.[at], sum(at));
});

const ofSeason = async () =>
  (await reading((tx) => statementsOf(tx, none, season, now))).statements;

test("what another association lends is not support of the commune, and a merged record counts as the one kept", async () => {
  const before = await ofSeason();
  const owner = ids.associations[13] ?? "";
  const [kept, merged] = before;
  assert.ok(kept && merged);
  await site.database.write(site.communeId, async (tx) => {
    await tx.updateTable("association").set({ merged_into: kept.associationId }).where("association_id", "=", merged.associationId).execute(); // prettier-ignore
    await tx.updateTable("equipment_model").set({ owner_association_id: owner }).where("model_id", "=", ids.models[0] ?? "").execute(); // prettier-ignore
  });
  const found = await ofSeason();
  assert.ok(!found.some(({ associationId }) => associationId === merged.associationId));
  const both = found.find(({ associationId }) => associationId === kept.associationId);
  const lines = [...kept.lent, ...merged.lent].filter(({ model }) => model !== "Vidéoprojecteur");
  assert.ok(lines.length > 0);
  assert.equal(both?.lent.length, lines.length);
  assert.deepEqual(await site.database.read(site.otherCommuneId, async (tx) => (await statementsOf(tx, none, season, now)).statements), []); // prettier-ignore
});
