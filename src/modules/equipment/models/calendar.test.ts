import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openLending, type Lending } from "../catalogue.testing.ts";
import { take } from "../../scheduling/index.ts";
import { freeWeeks } from "./calendar.ts";
import { lentAt } from "./lent-at.ts";

let lending: Lending;
let model = "";
const path = "/materiel/videoprojecteur/calendrier";
before(async () => {
  lending = await openLending();
  model = await lending.lend({}, ["VP-01", "VP-02"]);
});
after(() => lending.site.close());

const promised = (from: string, until: string, quantity: number) =>
  lending.write(async (tx) => {
    const [place] = await lentAt(tx, model, lending.hand.at);
    const dates = { from: new Date(from), until: new Date(until) };
    const taken = await take(tx, place?.counterId ?? "", quantity, lending.hand.at, dates);
    assert.ok("done" in taken);
  });

test("three months of days are said week by week: what is left, and when all is taken", async () => {
  const before = await lending.seen(path);
  assert.match(before, /Jours libres/);
  assert.match(before, /Du 26 novembre 2026 au 29 novembre 2026 Il en reste 2/);
  assert.match(before, /Du 22 février 2027 au 25 février 2027 Il en reste 2/);
  await promised("2026-12-01T09:00:00Z", "2026-12-03T10:00:00Z", 1);
  await promised("2026-12-02T09:00:00Z", "2026-12-02T17:00:00Z", 1);
  const page = await lending.seen(path);
  assert.match(
    page,
    /Du 30 novembre 2026 au 6 décembre 2026 Lundi 30 novembre 2026\s: il en reste 2 Mardi 1er décembre 2026\s: il en reste 1 Mercredi 2 décembre 2026\s: tout est pris Jeudi 3 décembre 2026\s: il en reste 1 Du vendredi 4 décembre 2026 au dimanche 6 décembre 2026\s: il en reste 2/,
  );
  assert.match(await lending.seen("/materiel/videoprojecteur"), /Voir les jours libres/);
  assert.match((await lending.site.get(`/ar${path}`)).html, /كل شيء محجوز/);
});

test("every day of the calendar is told once, in order, over the change of hour too", async () => {
  const stock = { counterId: crypto.randomUUID(), count: 3, timetable: { zone: "Europe/Paris" } };
  const frame = { today: "2027-02-10", now: lending.hand.at, bufferMinutes: 60 };
  const [weeks = []] = await lending.write((tx) => freeWeeks(tx, [stock], frame));
  const told = weeks.map(([first, more]) => [first?.from, first?.until, first?.free, more]);
  assert.deepEqual(told[0], ["2027-02-10", "2027-02-14", 3, undefined]);
  assert.deepEqual(told.at(-1), ["2027-05-10", "2027-05-12", 3, undefined]);
  assert.equal(told.length, 14);
});

test("what is used on the spot, or unknown, has no calendar", async () => {
  await lending.lend({ name: "Imprimante", onSiteOnly: true }, ["IM-01"]);
  assert.equal((await lending.site.get("/materiel/imprimante/calendrier")).status, 404);
  assert.equal((await lending.site.get("/materiel/inconnu/calendrier")).status, 404);
});
