import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { roles } from "../../platform/http/person.ts";
import { crawl } from "../../testing/crawl.ts";
import { routesOf } from "../../app.ts";
import { sql } from "kysely";
import { president as as } from "../activities/programme.testing.ts";
import { openEnrolment, type Enrolment } from "./registrations.testing.ts";

/** Somebody whose name nobody else bears: wherever it is read, it is theirs. */
const rare = {
  "name-1": "Zéphyrine Quantrelle",
  email: "quantrelle@courriel.example",
  phone: "06 98 76 54 32",
  free: "Quantrelle vient en bus",
};
const marks = /quantrelle|z[ée]phyrine|06.?98.?76.?54.?32|0698765432/i;

let here: Enrolment;
before(async () => {
  here = await openEnrolment({ capacity: "2", question: "Comment venez-vous ?" });
  await here.enrol(rare);
  await here.enrol({ ...rare, "name-1": "Quantrelle Aîné", email: "", phone: rare.phone });
  await here.enrol({ ...rare, "name-1": "Quantrelle Puîné", email: "", phone: rare.phone, wait: "on" }); // prettier-ignore
  const [first] = await here.registrations();
  await here.site.post(`${here.roll}/personnes/${first?.id}/annulation`, {}, { as });
  await here.site.runJobs();
});
after(() => here.site.close());

test("the association reads the name it needs", async () => {
  const { site, roll } = here;
  for (const path of ["", "/feuille", "/tableau"])
    assert.match((await site.get(roll + path, { as })).html, marks, path);
});

test("no municipal role meets the name on any page it can reach, nor in any file it can take", async () => {
  const { site, home, roll, id, activity } = here;
  const [first] = await here.registrations();
  const start = [
    "/gestion",
    "/gestion/courriels",
    `/gestion/associations/${id}`,
    `/gestion/associations/${id}/historique`,
    `/gestion/associations/${id}/activites/${activity.id}`,
    `/gestion/associations/${id}/activites/${activity.id}/inscriptions`,
    "/activites/yoga-doux",
  ];
  for (const role of roles) {
    // The administrator may enter wherever the others may; the next test tries each of them at each address.
    const { pages } = role === "administrator" ? await crawl(site, role, start, 1) : { pages: [] };
    assert.ok(role !== "administrator" || pages.length > 10);
    for (const { path, html } of pages) {
      assert.doesNotMatch(html, marks, `${path} as ${role}`);
    }
    for (const path of ["", "/feuille", "/tableau", "/ajout", `/personnes/${first?.id}`])
      assert.ok((await site.get(roll + path, { as: role })).status >= 403, `${path} ${role}`);
    assert.ok((await site.get(home, { as: role })).status >= 403);
  }
});

test("every address of the site, tried by every municipal role with what it could guess, gives the name to none", async () => {
  const { site, id, activity, openingId } = here;
  const [first] = await here.registrations();
  const guessed: Record<string, string> = {
    id,
    activity: activity.id,
    opening: openingId,
    registration: first?.id ?? "",
    slug: "yoga-doux",
  };
  const mails = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("mail").select("mail_id").where("kind", "=", "registration").execute(),
  );
  assert.ok(mails.length > 1);
  for (const route of routesOf().filter(({ method }) => method === "GET"))
    for (const as of route.who.name === "anyone" ? (["administrator"] as const) : roles) {
      const ids = route.path.startsWith("/gestion/courriels") ? mails.map((row) => row.mail_id) : [id]; // prettier-ignore
      for (const own of ids) {
        const path = route.path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => (name === "id" ? own : (guessed[name] ?? id))); // prettier-ignore
        const answer = await site.get(path.replace("*", ""), { as });
        assert.doesNotMatch(answer.html, marks, `${path} as ${as}`);
      }
    }
});

test("the outbox says that a mail left, not to whom nor what; neither does the history of anything", async () => {
  const { site } = here;
  const list = await site.get("/gestion/courriels", { as: "administrator" });
  assert.match(list.html, /Une personne inscrite à une activité/);
  const { rows } = await site.database.read(
    site.communeId,
    (tx) =>
    sql<{ text: string }>`
      select j::text as text from journal j union all select p::text from journal_personal p`.execute(tx), // prettier-ignore
  );
  assert.ok(rows.length > 3);
  for (const { text } of rows) assert.doesNotMatch(text, marks);
});

test("an agent asked to erase somebody learns that there is something, not for what; the person reads it all", async () => {
  const { site } = here;
  const check = await site.post("/gestion/reglages/effacement/verification", { email: rare.email }, { as: "administrator" }); // prettier-ignore
  assert.match(check.html, /1 inscription à une activité/);
  assert.doesNotMatch(check.html, /Zéphyrine|Yoga doux|bus/);
  await site.post("/donnees-personnelles/demande", { email: rare.email });
  const letter = await site.database.read(site.communeId, (tx) =>
    tx
      .selectFrom("mail")
      .select("text_body")
      .where("kind", "=", "personal_data")
      .executeTakeFirst(),
  );
  const link = /https?:\/\/[^/]+(\/\S+)/.exec(letter?.text_body ?? "")?.[1] ?? "";
  assert.match((await site.post(link, {})).html, /Zéphyrine Quantrelle/);
});

test("no search finds them: neither that of agents, nor that of residents", async () => {
  const { site } = here;
  for (const as of roles)
    for (const words of ["Quantrelle", "quantrelle%40courriel.example", "0698765432"])
      for (const path of ["/gestion/recherche?q=", "/annuaire?q=", "/activites?q="]) {
        const { html } = await site.get(path + words, { as });
        assert.doesNotMatch(html, /Zéphyrine|inscriptions\/suivi|\/personnes\//i, path + words);
      }
});
