import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import ICAL from "ical.js";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { bookedHours } from "../booking/held.ts";
import { addClub, openResourcePlace, plain, type OpenPlace } from "../resource-places.testing.ts";

let here: OpenPlace;
let club = "";
const as = "president" as const;
before(async () => {
  here = await openResourcePlace({ kind: "room", name: "Salle Rouge", who: "associations", dailyMinutes: null, hourValueCents: 1250 }); // prettier-ignore
  club = (await addClub(here.site, "Lire ensemble")).id;
  await here.site.database.write(here.site.communeId, (tx) =>
    tx.insertInto("association_member").values({ association_id: club, person_id: here.site.personId("president"), role: "owner" }).execute(),
  ); // prettier-ignore
});
after(() => here.site.close());

const bookAt = () => `/lieux-ressources/${here.place.slug}/reserver/${here.poste.id}`;
const mine = "/espace/reservations";
const seen = async (path: string) => {
  const answer = await here.site.get(path, { as });
  assert.equal(answer.status, 200, path);
  assert.deepEqual(await htmlFaults(answer.html), [], path);
  return answer.html;
};

test("who is not signed in is sent to sign in and comes back to the room, the day and the hour kept", async () => {
  const page = await here.site.get(`/en${bookAt()}?jour=2026-09-17&heure=600&duree=60`);
  const [, suite = ""] = /href="\/en\/connexion\?suite=([^"]+)"/.exec(page.html) ?? [];
  assert.equal(decodeURIComponent(suite), `${bookAt()}?jour=2026-09-17&heure=600&duree=60`);
  const asked = await here.site.post(bookAt(), { day: "2026-09-17", from: "600", minutes: "60", sign_in: "1" }); // prettier-ignore
  assert.equal(asked.location, `/connexion?suite=${suite}`);
  const back = await seen(decodeURIComponent(suite));
  assert.match(back, /name="from" value="600"[^>]* checked/);
  assert.match(back, new RegExp(`value="${club}"[^>]* selected`));
});

test("an association finds what it booked in its space, puts it in its calendar, and gives it back; a stranger sees nothing of it", async () => {
  assert.match(plain(await seen(mine)), /Rien de réservé pour l’instant/);
  const hall = { day: "2026-09-16", from: "540", minutes: "120", name: "Paul", phone: "", email: "paul@courriel.example", purpose: "Réunion", association: club }; // prettier-ignore
  const made = await here.site.post(bookAt(), hall, { as });
  assert.equal(made.status, 303, plain(made.html));
  const waits = { ...hall, email: "president@valbrume.example", name: "Jeanne" };
  assert.equal((await here.site.post(`${bookAt()}/attendre`, waits, { as })).status, 303);
  const html = await seen(`${mine}?association=${club}`);
  assert.match(plain(html), /Lire ensemble · Voir toutes mes réservations/);
  assert.match(plain(html), /Mercredi 16 septembre 2026, de 9 h à 11 h Salle Rouge Espace multimédia Lire ensemble Réservé/i); // prettier-ignore
  assert.match(plain(html), /En attente/);
  assert.match(await seen(`/espace/fiches/${club}`), /href="\/espace\/reservations\?association=/);
  assert.match(await seen("/espace"), /href="\/espace\/reservations"/);
  const file = await here.site.get(`${mine}/agenda.ics`, { as });
  const events = new ICAL.Component(ICAL.parse(file.html)).getAllSubcomponents("vevent");
  assert.deepEqual(events.map((one) => one.getFirstPropertyValue("summary")), ["Salle Rouge"]); // prettier-ignore
  const [, one = ""] = /href="(\/espace\/reservations\/[^"]+agenda\.ics)"/.exec(html) ?? [];
  assert.match((await here.site.get(one, { as })).html, /DTSTART:20260916T070000Z/);
  const cancelling = one.replace("agenda.ics", "annulation");
  for (const other of ["elected", "front_desk"] as const) {
    assert.equal((await here.site.get(one, { as: other })).status, 404);
    assert.equal((await here.site.post(cancelling, {}, { as: other })).status, 404);
  }
  assert.match((await here.site.post(cancelling, {}, { as })).location ?? "", /cancelled/);
  assert.match((await here.site.post(cancelling, {}, { as })).location ?? "", /over/);
  const told = await here.site.database.read(here.site.communeId, (tx) =>
    tx.selectFrom("mail").select("text_body as text").where("to_email", "=", "paul@courriel.example").orderBy("created_at", "desc").executeTakeFirst(),
  ); // prettier-ignore
  assert.match(plain(told?.text ?? ""), /Une personne de votre association a annulé/);
  assert.match(plain(await seen(mine)), /Passées ou annulées .*Annulée/);
});

test("hours really had are counted by association and room with what an hour is worth: not what was cancelled nor waited for", async () => {
  const hours = (from: string, until: string) =>
    here.site.database.read(here.site.communeId, (tx) =>
      bookedHours(tx, { from: new Date(from), until: new Date(until), associationId: club }),
    );
  assert.deepEqual(await hours("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"), []);
  await here.site.database.write(here.site.communeId, async (tx) => {
    const seat = async (from: Date, until: Date) =>
      (await tx.insertInto("seat").values({ counter_id: here.poste.counterId, quantity: 1, state: "taken", from_at: from, until_at: until, created_at: from, changed_at: from }).returning("seat_id").executeTakeFirstOrThrow()).seat_id;
    // The nights the clocks change in France, from midnight to midnight: 25 hours, then 23; then two hours over the new year.
    for (const [from, until] of [["2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"], ["2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"], ["2026-12-31T23:00:00Z", "2027-01-01T01:00:00Z"]] as const)
      await tx.insertInto("booking").values({ bookable_id: here.poste.id, seat_id: await seat(new Date(from), new Date(until)), association_id: club, walk_in: true, starts_at: new Date(from), ends_at: new Date(until), created_at: new Date(from) }).execute();
  }); // prettier-ignore
  const [line, ...more] = await hours("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
  assert.deepEqual(more, []);
  assert.deepEqual(line, { associationId: club, bookableId: here.poste.id, bookable: "Salle Rouge", place: "Espace multimédia", hours: 25 + 23 + 1, hourValueCents: 1250 }); // prettier-ignore
});

const found = async (words: string, who: "front_desk" | "elected") =>
  plain((await here.site.get(`/gestion/recherche?q=${words}`, { as: who })).html);

test("who welcomes finds a place, a room or a circle by the search of the town hall; the others find nothing of it", async () => {
  assert.match(
    await found("rouge", "front_desk"),
    /Espace multimédia Lieu ressources, Médiathèque/,
  );
  assert.match(await found("multimedia", "front_desk"), /Lieu ressources/);
  assert.doesNotMatch(await found("rouge", "elected"), /Lieu ressources/);
});
