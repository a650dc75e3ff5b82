import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import test, { after, before } from "node:test";
import { refreshFollowed } from "./refresh.ts";
import { openProgramme, plain, president as as, type ProgrammeSite } from "../programme.testing.ts";

/** The association's own calendar, elsewhere. */
let said = "";
let status = 200;
let questions = 0;
const server = createServer((request, response) => {
  questions += 1;
  const etag = `"${Buffer.from(said).length}-${said.length}"`;
  if (status === 200 && request.headers["if-none-match"] === etag)
    return void response.writeHead(304).end();
  response.writeHead(status, { "content-type": "text/calendar; charset=utf-8", etag }).end(said);
});

let programme: ProgrammeSite;
let address: string;
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/agenda.ics`;
  programme = await openProgramme({ OUTSIDE_LOOPBACK: "1" });
});
after(async () => {
  await programme.site.close();
  server.closeAllConnections();
  server.close();
});

const event = (uid: string, title: string, day: string, ...more: string[]) =>
  ["BEGIN:VEVENT", `UID:${uid}`, `SUMMARY:${title}`, "LOCATION:Salle", `DTSTART;TZID=Europe/Paris:${day}T140000`, `DTEND;TZID=Europe/Paris:${day}T160000`, ...more, "END:VEVENT"]; // prettier-ignore
const says = (...events: string[][]) =>
  (said = ["BEGIN:VCALENDAR", "VERSION:2.0", ...events.flat(), "END:VCALENDAR"].join("\r\n"));
const five = ["Loto", "Bal", "Vide-grenier", "Repas", "Concert"].map((title, at) =>
  event(`${at}@exemple`, title, `2026101${at}`),
);
let minute = 0;
const later = () =>
  programme.site.clock.set(new Date(Date.UTC(2026, 8, 15, 10, (minute += 5))).toISOString());
const night = async () => {
  later();
  await refreshFollowed(programme.site.house, programme.site.communeId);
};
const shown = async (path: string) => plain((await programme.site.get(path, { as })).html);
const publicPage = async (slug: string) => plain((await programme.site.get(`/activites/${slug}?n=${(minute += 1)}`)).html); // prettier-ignore
const send = async (typed: string) => {
  later();
  return programme.site.post(`${programme.base}/agendas/adresses`, { address: typed }, { as });
};
const one = async (act: string, fields: Record<string, string> = {}) => {
  later();
  const page = (await programme.site.get(`${programme.base}/agendas`, { as })).html;
  const id = /agendas\/adresses\/([0-9a-f-]{36})\//.exec(page)?.[1] ?? "";
  const path = `${programme.base}/agendas/adresses/${id}/${act}`;
  assert.equal((await programme.site.post(path, fields, { as })).status, 303);
};

test("until the commune turns it on, no address is asked nor offered", async () => {
  assert.doesNotMatch(await shown(`${programme.base}/agendas`), /Suivre un agenda/);
  const refused = await send(address);
  assert.equal(refused.status, 422);
  assert.equal(questions, 0);
  const settings = {
    address_lookup: "off",
    map_tiles: "off",
    outside_calendars: "on",
    outside_neighbours: "off",
  };
  const saved = await programme.site.post("/gestion/reglages/services-exterieurs", settings, { as: "administrator" }); // prettier-ignore
  assert.equal(saved.status, 303);
  assert.match(await shown(`${programme.base}/agendas`), /Suivre un agenda/);
});

test("an address that is no calendar is refused in a sentence, and kept in its field", async () => {
  said = "<p>Bonjour";
  const wrong = await send(address);
  assert.equal(wrong.status, 422);
  assert.match(plain(wrong.html), /Ce qui est à cette adresse n’est pas un agenda/);
  assert.ok(wrong.html.includes(address));
  for (const [typed, words] of [
    ["", /Donnez l’adresse/],
    ["ftp://x.fr", /n’est pas celle d’un agenda/],
    ["http://192.168.0.1/", /réseau privé/],
  ] as const)
    // prettier-ignore
    assert.match(plain((await send(typed)).html), words);
});

test("an address is looked at before anything is written, then followed: each night brings what changed", async () => {
  says(...five);
  const sent = await send(address);
  assert.equal(sent.status, 303, plain(sent.html));
  const path = sent.location ?? "";
  assert.match(await shown(path), /Importer et suivre cet agenda/);
  assert.equal((await programme.all()).length, 0);
  later();
  await programme.site.post(`${path}/application`, {}, { as });
  assert.equal((await programme.all()).length, 5);
  assert.ok((await shown(`${programme.base}/agendas`)).includes(address));
  says(event("0@exemple", "Grand loto", "20261020"), ...five.slice(1));
  await night();
  assert.match(await publicPage("loto"), /Grand loto[^]*20 octobre 2026/);
  const before = (await programme.all()).length;
  await night();
  assert.equal((await programme.all()).length, before, "the same changes nothing");
});

const dates = async () => {
  const rows = await programme.site.database.read(programme.site.communeId, (tx) => tx.selectFrom("occurrence").select("occurrence_id as id").orderBy("starts_at").execute()); // prettier-ignore
  return rows.map(({ id }) => id).join();
};

test("the same hours said with other words keep their dates", async () => {
  const before = await dates();
  says(event("0@exemple", "Grand loto", "20261020", "DESCRIPTION:Apportez vos jetons"), ...five.slice(1)); // prettier-ignore
  await night();
  assert.match(await publicPage("loto"), /Apportez vos jetons/);
  assert.equal(await dates(), before);
});

test("what leaves the calendar has its dates cancelled with a word, and comes back with them", async () => {
  says(event("0@exemple", "Grand loto", "20261020"), ...five.slice(1, 4));
  await night();
  assert.match(await publicPage("concert"), /<s>[^]*n’est plus dans l’agenda/);
  says(event("0@exemple", "Grand loto", "20261020"), ...five.slice(1));
  await night();
  assert.doesNotMatch(await publicPage("concert"), /n’est plus dans l’agenda/);
});

test("a calendar suddenly empty, or that no longer answers, changes nothing; after three nights agents and the association are told", async () => {
  says();
  await night();
  assert.match(await shown(`${programme.base}/agendas`), /Presque tout a disparu d’un coup/);
  assert.doesNotMatch(await publicPage("bal"), /n’est plus dans l’agenda/);
  status = 404;
  await night();
  assert.doesNotMatch(await queue(), /Agenda suivi qui ne répond plus/);
  await night();
  assert.match(await shown(`${programme.base}/agendas`), /n’a pas pu être lu les 3 dernières fois/);
  assert.match(await queue(), /Agenda suivi qui ne répond plus/);
  status = 200;
  says(event("0@exemple", "Grand loto", "20261020"), ...five.slice(1));
  await night();
  assert.doesNotMatch(await queue(), /Agenda suivi qui ne répond plus/);
});
const queue = async () =>
  plain((await programme.site.get("/gestion/file?dans=tous", { as: "referent" })).html);

test("paused it is not asked; read again when somebody wants; stopped, what nobody changed may go with it", async () => {
  await one("pause", { paused: "on" });
  const asked = questions;
  await night();
  assert.equal(questions, asked);
  await one("pause");
  await one("lecture");
  await programme.site.runJobs();
  assert.equal(questions, asked + 1);
  later();
  const bal = (await programme.all()).find(({ fields }) => fields.title === "Bal");
  await programme.site.post(`${programme.base}/${bal?.id}/modifier/essentiel`, { title: "Bal masqué", what: "" }, { as }); // prettier-ignore
  await one("arret", { remove: "on" });
  assert.deepEqual((await programme.all()).map(({ fields }) => fields.title), ["Bal masqué"]); // prettier-ignore
  assert.ok(!(await shown(`${programme.base}/agendas`)).includes(address));
});
