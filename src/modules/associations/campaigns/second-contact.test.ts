import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { keepLinks } from "../confirming/queries.ts";
import { openReminders, pathsIn, textOf } from "../reminders/reminders.testing.ts";

let world: Awaited<ReturnType<typeof openReminders>>;
const as = { as: "referent" } as const;
const list = "/gestion/annuaire/campagnes";
let path = "";
const ids = new Map<string, string>();

const ana = { name: "Ana", email: "ana@valbrume.example" };
const bob = { name: "Bob", email: "bob@valbrume.example" };
const zia = { name: "Zia", email: "zia@valbrume.example" };

before(async () => {
  world = await openReminders();
  const add = async (name: string, contacts: object[]) =>
    ids.set(name, await world.association(name, contacts));
  await add("Chorale", [ana, bob]);
  await add("Judo", [bob, ana]);
  await add("Tricot", [zia]);
  // Twice the same address is one person.
  await add("Lecture", [{ email: "lea@lecture.example" }, { email: "LEA@lecture.example" }]);
});
after(() => world.close());

const names = ["Chorale", "Judo", "Tricot", "Lecture"];
const about = (mail: ReturnType<typeof world.newMails>[number]) =>
  names.filter((name) => new RegExp(name, "i").test(textOf(mail))).join("+");
const written = (mails: ReturnType<typeof world.newMails>) =>
  mails.map((mail) => `${mail.to.split("@")[0]}: ${about(mail)}`).sort();

test("the rehearsal counts the letters of every wave, whoever they go to", async () => {
  await world.association("Poterie", [{ email: "po@terie.example" }, { email: "second@terie.example" }]); // prettier-ignore
  const plan = {
    name: "Rentrée",
    audience: "all",
    sections: ["contact", "places"],
    first: "2026-09-20",
    second: "2026-10-11",
    third: "2026-11-02",
    endsOn: "2026-12-01",
    subject: "C’est la rentrée",
    opening: "Une nouvelle saison commence.",
  };
  path = (await world.site.post(`${list}/nouvelle`, plan, as)).location?.split("?")[0] ?? "";
  const { html } = await world.site.get(path, as);
  assert.match(html, /5 personnes reçoivent/);
  assert.match(html, /Courriels au plus[^<]*<\/dt><dd>15</);
  await world.here((tx) => tx.deleteFrom("association").where("name", "=", "Poterie").execute());
});

test("a reminder without answer goes to the second contact, then to the first again", async () => {
  await world.site.post(`${path}/lancement`, {}, as);
  await world.morningOf("2026-09-20");
  assert.deepEqual(written(world.newMails()), ["ana: Chorale", "bob: Judo", "lea: Lecture", "zia: Tricot"]); // prettier-ignore
  await world.morningOf("2026-10-11");
  assert.deepEqual(written(world.newMails()), ["ana: Judo", "bob: Chorale", "lea: Lecture", "zia: Tricot"]); // prettier-ignore
  await world.morningOf("2026-11-02");
  const last = world.newMails();
  assert.deepEqual(written(last), ["ana: Chorale", "bob: Judo", "lea: Lecture", "zia: Tricot"]);
  const [chorale = ""] = pathsIn(last.find(({ to }) => to === ana.email) ?? assert.fail(), "/confirmer"); // prettier-ignore
  assert.equal((await world.site.post(chorale, { section: "all" })).status, 303);
});

const of = (name: string) => ids.get(name) ?? assert.fail();

test("answers are counted by the way they came, each association once", async () => {
  const token = "papier-".padEnd(43, "x");
  const link = { associationId: of("Judo"), contactId: null, sections: ["contact"] as const };
  await world.here((tx) => keepLinks(tx, [{ ...link, at: world.site.clock.now(), token }], 90));
  assert.equal((await world.site.post(`/confirmer/${token}`, { section: "all" })).status, 303);
  for (const name of ["Judo", "Tricot"])
    await world.site.post(`/gestion/associations/${of(name)}/confirmation`, { section: "places" }, as); // prettier-ignore
  await world.here((tx) =>
    tx
      .insertInto("association_member")
      .values({
        association_id: of("Lecture"),
        person_id: world.site.personId("president"),
        role: "owner",
      })
      .execute(),
  );
  const space = `/espace/fiches/${of("Lecture")}/page`;
  assert.equal((await world.site.post(space, { section: "all" }, { as: "president" })).status, 303);
  const { html } = await world.site.get(path, as);
  const count = (words: string) => new RegExp(`${words}[\\s\\S]+?>(\\d+)<`).exec(html)?.[1];
  assert.match(html, /4 associations sur 4 ont répondu/);
  assert.deepEqual(
    ["lien d’un courriel", "lettre sur papier", "noté par un agent", "Depuis leur espace"].map(
      count,
    ),
    ["1", "1", "1", "1"],
  );
});
