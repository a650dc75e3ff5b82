import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openProgramme, plain, president as as, type ProgrammeSite } from "../programme.testing.ts";

let programme: ProgrammeSite;
before(async () => (programme = await openProgramme()));
after(() => programme.site.close());

let minute = 0;
const later = () =>
  programme.site.clock.set(new Date(Date.UTC(2026, 8, 15, 10, (minute += 5))).toISOString());

const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
const weekly = event("UID:yoga@exemple", "SUMMARY:Yoga", "LOCATION:Salle B", "DTSTART;TZID=Europe/Paris:20260916T183000", "DTEND;TZID=Europe/Paris:20260916T194500", "RRULE:FREQ=WEEKLY;COUNT=10"); // prettier-ignore
const party = event("UID:loto@exemple", "SUMMARY:Loto", "LOCATION:Salle des fêtes", "DTSTART;TZID=Europe/Paris:20261010T140000", "DTEND;TZID=Europe/Paris:20261010T180000"); // prettier-ignore
const nowhere = event("UID:ag@exemple", "SUMMARY:Assemblée", "DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202"); // prettier-ignore
const nameless = event("UID:vide@exemple", "DTSTART:20261011T140000Z", "DTEND:20261011T150000Z");
const past = event("UID:hier@exemple", "SUMMARY:Hier", "DTSTART:20260901T140000Z", "DTEND:20260901T150000Z"); // prettier-ignore

async function bring(base: string, who: "president" | "referent", ...events: string[][]) {
  later();
  const text = ["BEGIN:VCALENDAR", "VERSION:2.0", ...events.flat(), "END:VCALENDAR"].join("\r\n");
  const form = new FormData();
  form.set("calendar", new File([text], "agenda.ics", { type: "text/calendar" }));
  return await programme.site.upload(`${base}/agendas`, form, { as: who });
}

async function rehearsed(...events: string[][]): Promise<string> {
  const answer = await bring(programme.base, as, ...events);
  assert.equal(answer.status, 303, plain(answer.html));
  return answer.location ?? "";
}

const shown = async (path: string) => plain((await programme.site.get(path, { as })).html);
const titles = async () =>
  (await programme.all()).map(({ fields, kind, state }) => `${fields.title} ${kind} ${state}`);

test("a calendar is rehearsed before anything is written, then becomes hours, events and drafts", async () => {
  const path = await rehearsed(weekly, party, nowhere, nameless, past);
  const html = await shown(path);
  for (const words of [
    "Ce que donne cet agenda",
    "Tous les mercredis de 18 h 30 à 19 h 45",
    "Importer ces 3 événements",
    "L’agenda ne dit pas où",
    "Il n’a pas de nom",
  ])
    assert.ok(html.includes(words), words);
  assert.ok(!html.includes("Hier"));
  assert.deepEqual(await titles(), []);
  later();
  await programme.site.post(`${path}/application`, {}, { as });
  assert.deepEqual(await titles(), [
    "Assemblée event draft",
    "Loto event published",
    "Yoga regular published",
  ]);
  const page = plain((await programme.site.get("/activites/loto?n=1")).html);
  assert.match(page, /10 octobre 2026 de 14 h à 18 h/);
});

const moved = (lines: string[]) =>
  lines.map((line) => line.replaceAll("20261010", "20261017").replace("SUMMARY:Yoga", "SUMMARY:Yoga du soir")); // prettier-ignore

test("the same calendar changes nothing; a changed event is updated, unless somebody changed it here; undone it is as before", async () => {
  const again = await shown(await rehearsed(weekly, party, nowhere));
  assert.match(again, /il n’y a rien à importer/);
  later();
  const yoga = (await programme.all()).find(({ fields }) => fields.title === "Yoga");
  const essential = { title: "Yoga doux", what: "Lentement." };
  const edited = await programme.site.post(`${programme.base}/${yoga?.id}/modifier/essentiel`, essential, { as }); // prettier-ignore
  assert.equal(edited.status, 303);
  const path = await rehearsed(moved(weekly), moved(party));
  assert.match(await shown(path), /Gardé : changé ici/);
  await programme.site.post(`${path}/application`, {}, { as });
  assert.match(plain((await programme.site.get("/activites/loto?n=2")).html), /17 octobre 2026/);
  assert.ok((await titles()).includes("Yoga doux regular published"));
  later();
  await programme.site.post(`${path}/annulation`, {}, { as });
  assert.match(plain((await programme.site.get("/activites/loto?n=3")).html), /10 octobre 2026/);
  assert.match(await shown(path), /L’import de l’agenda est annulé/);
});

test("an agent brings one for an association; undone, only what somebody changed stays", async () => {
  const fair = event("UID:bal@exemple", "SUMMARY:Bal", "LOCATION:Place", "DTSTART:20261107T190000Z", "DTEND:20261107T220000Z"); // prettier-ignore
  const answer = await bring(programme.desk, "referent", fair, nowhere);
  const path = answer.location ?? "";
  await programme.site.post(`${path}/application`, {}, { as: "referent" });
  assert.ok((await titles()).includes("Bal event published"));
  later();
  await programme.site.post(`${path}/annulation`, {}, { as: "referent" });
  assert.ok(!(await titles()).includes("Bal event published"));
});

test("a date cancelled in the calendar is cancelled here with a word, all of them when the event is, and undone they are as before", async () => {
  const dance = event("UID:danse@exemple", "SUMMARY:Danse", "LOCATION:Salle C", "DTSTART;TZID=Europe/Paris:20260917T180000", "DTEND;TZID=Europe/Paris:20260917T190000", "RRULE:FREQ=WEEKLY;COUNT=10"); // prettier-ignore
  const off = event("UID:danse@exemple", "RECURRENCE-ID;TZID=Europe/Paris:20261001T180000", "SUMMARY:Danse", "DTSTART;TZID=Europe/Paris:20261001T180000", "DTEND;TZID=Europe/Paris:20261001T190000", "STATUS:CANCELLED"); // prettier-ignore
  await programme.site.post(`${await rehearsed(dance)}/application`, {}, { as });
  const path = await rehearsed(dance, off);
  assert.match(
    await shown(path),
    /Tous les jeudis de 18 h à 19 h[^]*Mis à jour[^]*Une date annulée/,
  );
  await programme.site.post(`${path}/application`, {}, { as });
  const page = async (n: number) =>
    plain((await programme.site.get(`/activites/danse?n=${n}`)).html);
  assert.match(
    await page(1),
    /<s>[^<]*1er octobre 2026 de 18 h à 19 h<\/s>[^]*Annulé dans l’agenda de l’association/,
  );
  const over = await rehearsed([...dance.slice(0, -1), "STATUS:CANCELLED", "END:VEVENT"]);
  assert.match(await shown(over), /Ses dates sont annulées/);
  await programme.site.post(`${over}/application`, {}, { as });
  assert.equal((await page(2)).match(/Annulé dans l’agenda/g)?.length, 6);
  later();
  await programme.site.post(`${over}/annulation`, {}, { as });
  assert.equal((await page(3)).match(/Annulé dans l’agenda/g)?.length, 1);
  const unknown = event("UID:rien@exemple", "SUMMARY:Rien", "DTSTART:20261107T190000Z", "DTEND:20261107T220000Z", "STATUS:CANCELLED"); // prettier-ignore
  assert.match(
    await shown(await rehearsed(unknown)),
    /Laissé de côté.*Il est annulé dans votre agenda/,
  );
});

test("what is no calendar, or says nothing to come, is refused with a sentence", async () => {
  const none = await bring(programme.base, as, past);
  assert.equal(none.status, 422);
  assert.match(plain(none.html), /Aucun événement à venir/);
  const form = new FormData();
  form.set("calendar", new File(["Bonjour"], "agenda.ics"));
  const wrong = await programme.site.upload(`${programme.base}/agendas`, form, { as });
  assert.match(plain(wrong.html), /Ce fichier n’est pas un agenda/);
});
