import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { openDemonstration } from "../../../testing/demonstration.ts";
import type { TestSite } from "../../../testing/site.ts";
import { Agenda } from "./agenda.ts";

let site: TestSite;
before(async () => (site = await openDemonstration()));
after(() => site.close());

const read = async <T>(query: string): Promise<T[]> =>
  site.database.read(site.communeId, async (tx) => (await sql.raw<T>(query).execute(tx)).rows);

const at = (minute: number) => new Date(minute * 60_000);

test("the agenda is followed in the order of time, and left at the hour", async () => {
  const done: string[] = [];
  const agenda = new Agenda();
  const note = (word: string) => async () => void done.push(word);
  agenda.add(at(3), note("third"));
  agenda.add(at(1), async () => agenda.add(at(2), note("written on the way")));
  agenda.add(at(3), note("third too"));
  agenda.add(at(5), note("to come"));
  await agenda.until(at(4));
  assert.deepEqual(done, ["written on the way", "third", "third too"]);
});

test("a year of loans has its seasons: much in June and September, next to nothing in August", async () => {
  const months = await read<{ month: number; count: number }>(
    "select extract(month from from_at)::integer as month, count(*)::integer as count from loan where regime = 'loan' group by 1",
  );
  const of = (month: number) => months.find((one) => one.month === month)?.count ?? 0;
  assert.ok(months.length >= 11, `${months.length} months`);
  for (const quiet of [1, 2, 8]) for (const full of [6, 9]) assert.ok(of(quiet) * 2 < of(full));
  assert.ok(of(8) <= 3, `${of(8)} in August`);
});

test("some associations borrow much, most never do", async () => {
  const [told] = await read<{ borrowers: number; most: number; all: number }>(
    `select count(*)::integer as borrowers, max(loans)::integer as most, (select count(*)::integer from association) as all
    from (select count(*) as loans from loan where association_id is not null group by association_id) each`,
  );
  assert.ok(told && told.most >= 8 && told.borrowers > 20 && told.borrowers * 2 < told.all);
});

test("requests are refused by the rules of the time, and kept", async () => {
  const rules = await read<{ rule: string }>("select distinct rule from loan_refusal");
  const kept = rules.map(({ rule }) => rule);
  for (const rule of ["closed_to_you", "no_insurance", "quota", "too_far", "too_soon", "too_long", "not_lent", "not_free"]) assert.ok(kept.includes(rule), rule); // prettier-ignore
});

test("what happens to things happened: worn, broken then mended, lost then found, exchanged, late, in part", async () => {
  const events = await read<{ what: string }>(
    "select distinct kind || coalesce(' ' || condition, '') as what from custody_event",
  );
  for (const what of ["handed good", "returned good", "returned worn", "returned broken", "checked", "repaired", "lost", "found"]) assert.ok(events.some((one) => one.what === what), what); // prettier-ignore
  const [told] = await read<Record<string, number>>(
    `select count(*) filter (where state = 'exchanged')::integer as exchanged,
      count(distinct loan_id) filter (where back_at > until_at)::integer as late,
      (select count(*)::integer from custody_event where missing <> '{}') as incomplete,
      (select count(*)::integer from (select from allocation where back_at is not null group by loan_id having min(back_at) < max(back_at)) parts) as parts
    from allocation`,
  );
  for (const [what, count] of Object.entries(told ?? {})) assert.ok(count > 0, what);
});

test("nothing is written after now, and the board of the day is full", async () => {
  const now = site.clock.now().toISOString();
  const late = await read(
    `select from loan where changed_at > '${now}' union all select from custody_event where at > '${now}'`,
  );
  assert.equal(late.length, 0);
  const { html } = await site.get("/gestion/materiel", { as: "equipment_manager" });
  for (const list of ["En retard", "À remettre", "Retours du jour", "À décider", "À préparer", "À vérifier", "En réparation", "Mises à disposition à revoir", "Plus tard"]) assert.match(html, new RegExp(`<h2>${list}`), list); // prettier-ignore
});

test("one waits for what is all promised, another is offered what was given back: at the desk, for who lends, for who waits", async () => {
  const seen = async (path: string, as: "equipment_manager" | "president"): Promise<string> =>
    (await site.get(path, { as })).html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  await site.database.write(site.communeId, (tx) =>
    sql`insert into association_member (association_id, person_id, role)
      select association_id, ${site.personId("president")}, 'owner' from association
      where name in ('Amitié Valbrume-Kéniéba', 'Judo Club de Valbrume')`.execute(tx),
  ); // prettier-ignore
  assert.match(
    await seen("/gestion/materiel", "equipment_manager"),
    /2 demandes en liste d’attente/,
  );
  assert.match(await seen("/gestion/materiel/attente", "equipment_manager"), /Imprimante.*Judo Club de Valbrume.*Proposé, répond avant le.*Tente de réception.*Amitié Valbrume-Kéniéba.*En premier/); // prettier-ignore
  const loans = await seen("/espace/prets", "president");
  assert.match(loans, /C’est libre pour vous\. Répondez avant/);
  assert.match(loans, /Vous êtes en premier sur la liste/);
  const list = await seen("/espace/materiel/attente", "president");
  assert.match(list, /Tente de réception.*Amitié Valbrume-Kéniéba/);
  assert.doesNotMatch(list, /Imprimante/);
});
