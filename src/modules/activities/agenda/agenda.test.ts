import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import {
  openProgramme,
  plain,
  president as as,
  yoga,
  type ProgrammeSite,
} from "../programme.testing.ts";
import { daysIn, rangeOf } from "./range.ts";

let programme: ProgrammeSite;
before(async () => {
  programme = await openProgramme();
  const { site, base, all } = programme;
  await site.post(`${base}/nouvelle?genre=regular`, yoga, { as });
  const fair = { ...yoga, title: "Forum", rhythm: "once", days: [], first_day: "2026-09-19", last_day: "", from: "10:00", to: "17:00", skip: [] }; // prettier-ignore
  await site.post(`${base}/nouvelle?genre=event`, fair, { as });
  for (const one of await all()) await site.post(`${base}/${one.id}/publication`, {}, { as });
});
after(() => programme.site.close());

let asked = 0;
const seen = async (path: string): Promise<string> => {
  const between = path.includes("?") ? "&" : "?";
  return plain((await programme.site.get(`${path}${between}n=${(asked += 1)}`)).html);
};

test("a day, a week from Monday to Sunday, a month of 28 days in a leap year or not", () => {
  assert.deepEqual(rangeOf("day", "2026-09-15"), { first: "2026-09-15", last: "2026-09-15", before: "2026-09-14", after: "2026-09-16" }); // prettier-ignore
  assert.deepEqual(rangeOf("week", "2026-10-25"), { first: "2026-10-19", last: "2026-10-25", before: "2026-10-18", after: "2026-10-26" }); // prettier-ignore
  assert.equal(rangeOf("month", "2028-02-10").last, "2028-02-29");
  assert.equal(rangeOf("month", "2026-12-31").after, "2027-01-01");
  assert.equal(
    daysIn({ first: "2026-10-24", last: "2026-10-26" }).length,
    3,
    "the night of the change of hour",
  );
});

test("the week shows events; with the activities of the year when asked", async () => {
  const events = await seen("/agenda");
  assert.match(events, /Du 14 septembre 2026 au 20 septembre 2026/);
  assert.doesNotMatch(events, /Vacances scolaires/);
  assert.match(await seen("/agenda?vue=mois&jour=2026-12-01"), /Vacances scolaires\s: du 19 décembre 2026 au 3 janvier 2027/); // prettier-ignore
  assert.match(events, /samedi 19 septembre 2026/i);
  assert.match(events, />Forum</);
  assert.match(events, /de 10 h à 17 h/);
  assert.doesNotMatch(events, /Yoga doux/);
  assert.match(await seen("/agenda?genre=tout"), /Yoga doux/);
  assert.match(await seen("/agenda?genre=tout&theme=arts"), /Rien cette semaine-là/);
});

test("an empty week leads to the next date; a day and a month show the same", async () => {
  const empty = await seen("/agenda?jour=2026-09-01");
  assert.match(empty, /Rien cette semaine-là/);
  assert.match(empty, /Aller à la prochaine date : samedi 19 septembre 2026/i);
  assert.match(await seen("/agenda?vue=jour&jour=2026-09-19"), />Forum</);
  const month = await seen("/agenda?vue=mois");
  assert.match(month, /<h2 id="dates">Septembre 2026</);
  assert.match(month, />Forum</);
  assert.match(await seen("/agenda?vue=jour&jour=pas-un-jour"), /Mardi 15 septembre 2026/);
});

test("the calendar of an activity, of its association, of a search; cancelled dates stay and say so", async () => {
  const { site } = programme;
  await site.database.write(site.communeId, (tx) =>
    tx
      .updateTable("occurrence")
      .set({ state: "cancelled", notice: "La salle est fermée." })
      .where("day", "=", "2026-09-16")
      .execute(),
  );
  const one = await site.get("/activites/yoga-doux/agenda.ics");
  assert.match(one.headers.get("content-type") ?? "", /text\/calendar/);
  assert.match(one.html, /DTSTART:20260916T163000Z[\s\S]*?STATUS:CANCELLED/);
  assert.match(one.html, /DTSTART:20261104T173000Z/, "winter time");
  assert.match(one.html, /SUMMARY:Yoga doux/);
  assert.doesNotMatch(one.html, /Forum/);
  const all = await site.get("/associations/les-amis-du-yoga/agenda.ics");
  assert.match(all.html, /SUMMARY:Forum/);
  const search = await site.get("/activites.ics?genre=event");
  assert.match(search.html, /SUMMARY:Forum/);
  assert.doesNotMatch(search.html, /SUMMARY:Yoga/);
  for (const path of ["/activites/inconnue/agenda.ics", "/associations/inconnue/agenda.ics"])
    assert.equal((await site.get(path)).status, 404);
});
