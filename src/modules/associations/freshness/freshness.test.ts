import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { periodicWork } from "../../../app.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { sections } from "../codes.ts";
import { createAssociation } from "../record/create.ts";

let site: TestSite;
const names = ["Chorale", "Judo", "Jardin", "Théâtre"];
const ids = new Map<string, string>();
/** Days each section of each association was confirmed, drawn once from a fixed seed. */
const confirmed = new Map<string, string[]>();

const start = Date.UTC(2024, 8, 1);
const dayAt = (rank: number) => new Date(start + rank * 86_400_000).toISOString().slice(0, 10);
const here = <T>(work: (tx: Tx) => Promise<T>) => site.database.write(site.communeId, work);
const referent = { as: "referent" } as const;

before(async () => {
  site = await openTestSite();
  let seed = 7;
  const draw = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
  await here(async (tx) => {
    for (const name of names) {
      const origin = {
        source: "hand" as const,
        at: new Date(start),
        actor: { kind: "person" as const, id: site.personId("referent") },
      };
      const { id } = await createAssociation(tx, { name }, origin);
      ids.set(name, id);
      await sql`update association set created_at = ${new Date(start)} where association_id = ${id}`.execute(
        tx,
      );
      for (const section of sections) {
        const days = Array.from({ length: draw(4) }, () => dayAt(draw(730)));
        confirmed.set(`${id} ${section}`, days);
        for (const day of days)
          await tx
            .insertInto("confirmation")
            .values({
              association_id: id,
              section,
              confirmed_at: new Date(`${day}T${draw(2) ? "07" : "20"}:30:00Z`),
              by_kind: "association",
              how: "site",
            })
            .execute();
      }
    }
  });
});
after(() => site.close());

/** The ladder once more, from the rules alone, in strings: the same day so many months ago, or the last of a shorter month. */
function stepOf(days: readonly string[], on: string, upTo: number, toConfirm: number): string {
  const last = days
    .filter((day) => day <= on)
    .sort()
    .at(-1);
  const [year = 0, month = 0, date = 0] = on.split("-").map(Number);
  const holds = (months: number) => {
    const rank = year * 12 + month - 1 - months;
    const [y, m] = [Math.floor(rank / 12), (rank % 12) + 1];
    const lengths = [31, y % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const day = Math.min(date, lengths[m - 1] ?? 31);
    const since = [y, String(m).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
    return last !== undefined && last >= since;
  };
  return holds(upTo) ? "up_to_date" : holds(toConfirm) ? "to_confirm" : "not_confirmed";
}

const rules = {
  contact: [6, 12],
  places: [3, 9],
  prices: [12, 18],
  registration: [1, 2],
  accessibility: [24, 36],
} as const;

const fields = (archive: string) => ({
  ...Object.fromEntries(
    Object.entries(rules).flatMap(([section, [upToDate, toConfirm]]) => [
      [`${section}_upToDate`, String(upToDate)],
      [`${section}_toConfirm`, String(toConfirm)],
    ]),
  ),
  archive,
});

test("rules that make no ladder are refused, with what was typed; good ones are published", async () => {
  const path = "/gestion/annuaire/fraicheur";
  assert.match((await site.get(path, referent)).html, /name="places_upToDate"[^>]*value="12"/);
  const mistakes = [
    [{ places_upToDate: "0" }, /Écrivez un nombre de mois/],
    [{ places_upToDate: "" }, /Écrivez un nombre de mois/],
    [{ prices_toConfirm: "12" }, /plus grand que celui/],
    [{ archive: "9" }, /de 12 à 240/],
    [{ archive: "24" }, /ne peut pas être archivée/],
  ] as const;
  for (const [typed, sentence] of mistakes) {
    const answer = await site.post(path, { ...fields("48"), ...typed }, referent);
    assert.equal(answer.status, 422);
    assert.match(answer.html, sentence);
    assert.match(answer.html, /name="registration_toConfirm"[^>]*value="2"/);
  }
  assert.equal((await site.post(path, fields("48"), referent)).status, 303);
  const { html } = await site.get("/annuaire/regles");
  assert.match(html, /Lieux et horaires[\s\S]{0,200}3 mois[\s\S]{0,200}après 9 mois/);
  assert.match(html, /48 mois/);
  assert.equal((await site.get(path, { as: "communication" })).status, 403);
});

test("the steps of each section over two years are those an independent count gives", async () => {
  const { rows } = await site.database.read(site.communeId, (tx) =>
    sql<{ day: string; id: string; section: keyof typeof rules; level: string }>`
      select d::date::text as day, f.association_id as id, f.section, f.level
      from generate_series(${dayAt(0)}::date, ${dayAt(760)}::date, interval '1 day') d,
        lateral section_freshness(d::date) f`.execute(tx),
  );
  assert.equal(rows.length, 761 * names.length * sections.length);
  const seen = new Set<string>();
  for (const { day, id, section, level } of rows) {
    const [upTo, toConfirm] = rules[section];
    const expected = stepOf(confirmed.get(`${id} ${section}`) ?? [], day, upTo, toConfirm);
    assert.equal(level, expected, `${section} on ${day}`);
    seen.add(level);
  }
  assert.deepEqual([...seen].sort(), ["not_confirmed", "to_confirm", "up_to_date"]);
});

test("a listing nobody confirms leaves the lists, is still found by its name, and comes back when it is confirmed", async () => {
  const slug = "chorale";
  const night = async (day: string) => {
    site.clock.set(`${day}T02:30:00Z`);
    const work = periodicWork(site.house, site.app).find(({ task }) => task === "directory_night");
    await work?.run(site.communeId);
  };
  await night("2026-09-15");
  assert.match((await site.get("/annuaire")).html, /\/associations\/chorale"/);
  await night("2031-01-10");
  assert.doesNotMatch((await site.get("/annuaire")).html, /\/associations\/chorale"/);
  assert.match((await site.get("/annuaire?q=chorale")).html, /Archivée/);
  assert.match((await site.get(`/associations/${slug}`)).html, /Cette fiche est archivée/);
  assert.match(
    (await site.get("/annuaire/fraicheur")).html,
    /La fiche entière[\s\S]{0,300}4 \(100/,
  );
  await here((tx) =>
    tx
      .insertInto("confirmation")
      .values({
        association_id: ids.get("Chorale") ?? "",
        section: "places",
        confirmed_at: new Date("2031-01-10T10:00:00Z"),
        by_kind: "agent",
        how: "phone",
      })
      .execute(),
  );
  await site.runJobs();
  assert.match((await site.get("/annuaire")).html, /\/associations\/chorale"/);
  assert.match((await site.get("/annuaire/fraicheur")).html, /La fiche entière[\s\S]{0,300}1 \(25/);
});
