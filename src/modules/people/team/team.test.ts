import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test, { after, before } from "node:test";
import { roles } from "../../../platform/http/person.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { historyOf } from "../../journal/index.ts";
import { cookieOf, lastMail } from "../letters.testing.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const as = "administrator" as const;
const path = "/gestion/reglages/equipe";
const invite = (email: string, fields: Record<string, string | readonly string[]> = {}) =>
  site.post(
    `${path}/invitation`,
    { name: "Paule Nouvelle", email, roles: ["referent", "front_desk"], ...fields },
    { as },
  );
const history = (kind: string, id: string) =>
  site.database.read(site.communeId, (tx) => historyOf(tx, kind, id));

test("the team is listed with roles in words, for administrators only", async () => {
  const page = await site.get(path, { as });
  assert.match(page.html, /suivi des associations \(référent\)/);
  assert.match(page.html, /6 personnes travaillent sur ce site/);
  for (const role of roles.filter((one) => one !== "administrator"))
    assert.equal((await site.get(path, { as: role })).status, 403);
  assert.equal((await site.get(path, { as: "president" })).status, 403);
  assert.match((await site.get(path)).location ?? "", /^\/connexion\?suite=/);
});

test("an invitation opened shows what it gives; accepted, it gives the roles and enters", async () => {
  assert.equal((await invite("Paule@Valbrume.example")).location, `${path}?fait=people.invited`);
  const mail = await lastMail(site, "paule@valbrume.example");
  assert.match(mail.path, /^\/invitation\//);
  for (let scanner = 0; scanner < 2; scanner++) {
    const shown = await site.get(mail.path);
    assert.match(shown.html, /Accepter et entrer/);
    assert.match(shown.html, /accueil/);
  }
  assert.match((await site.get(path, { as })).html, /valable jusqu’au 22 septembre 2026/);
  const key = randomUUID();
  const [one, two] = await Promise.all([
    site.post(mail.path, { _key: key }),
    site.post(mail.path, { _key: key }),
  ]);
  assert.deepEqual([one.location, two.location], ["/gestion", "/gestion"]);
  assert.equal(cookieOf(one), cookieOf(two));
  const space = await site.get("/espace", { headers: { cookie: cookieOf(one) } });
  assert.match(space.html, /Bonjour Paule Nouvelle/);
  assert.equal((await site.post(mail.path, {})).status, 410);
  assert.equal((await site.get(mail.path)).status, 410);
});

test("what is missing or wrong is said by its field, and what was typed stays", async () => {
  const answer = await invite("paule", { name: "", roles: [] });
  assert.equal(answer.status, 422);
  assert.match(answer.html, /Donnez le prénom et le nom/);
  assert.match(answer.html, /n’est pas complète/);
  assert.match(answer.html, /Choisissez au moins un rôle/);
  assert.match(answer.html, /value="paule"/);
  assert.equal((await invite("x@y.example", { roles: ["reine"] })).status, 422);
});

test("someone already in, or already invited, is not invited again", async () => {
  assert.match((await invite("referent@valbrume.example")).html, /déjà dans l’équipe/);
  await invite("marc@valbrume.example");
  const again = await invite("marc@valbrume.example");
  assert.equal(again.status, 422);
  assert.match(again.html, /Une invitation attend déjà/);
});

test("an invitation sent again has a new link, and the earlier one opens nothing", async () => {
  const earlier = await lastMail(site, "marc@valbrume.example");
  const listed = await site.get(path, { as });
  const resend = listed.html.match(/action="([^"]+\/renvoi)"/)?.[1] ?? "";
  site.clock.set("2026-09-23T09:00:00Z");
  assert.equal((await site.get(earlier.path)).status, 410, "seven days have passed");
  assert.match((await site.get(path, { as })).html, /à renvoyer/);
  assert.equal((await site.post(resend, {}, { as })).status, 303);
  const mail = (await lastMailOf("marc@valbrume.example", earlier.path)) ?? "";
  assert.equal((await site.get(mail)).status, 200);
  assert.equal((await site.get(earlier.path)).status, 410);
  const cancel = resend.replace("renvoi", "annulation");
  assert.equal((await site.post(cancel, {}, { as })).status, 303);
  assert.equal((await site.post(mail, {})).status, 410);
  assert.equal((await site.post(cancel, {}, { as })).status, 404);
});

async function lastMailOf(to: string, not: string): Promise<string | undefined> {
  const rows = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("mail").select("text_body").where("to_email", "=", to).execute(),
  );
  return rows
    .map(({ text_body }) => text_body.match(/https?:\/\/[^/]+(\/\S+)/)?.[1])
    .find((found) => found !== not);
}

test("roles change, with a line of history that names nobody", async () => {
  const id = site.personId("front_desk");
  const page = await site.get(`${path}/${id}`, { as });
  assert.match(page.html, /value="front_desk" checked/);
  const saved = await site.post(`${path}/${id}`, { roles: ["communication", "referent"] }, { as });
  assert.equal(saved.location, `${path}?fait=people.roles_changed`);
  const [line] = await history("person", id);
  assert.deepEqual(line?.change, {
    roles: { old: ["front_desk"], new: ["communication", "referent"] },
  });
  assert.equal((await site.post(`${path}/${id}`, {}, { as })).status, 422);
  assert.equal((await site.get(`${path}/${randomUUID()}`, { as })).status, 404);
  assert.equal((await site.get(`${path}/toto`, { as })).status, 404);
  const { rows } = await site.database.read(site.communeId, (tx) =>
    tx
      .selectFrom("journal")
      .select("change")
      .execute()
      .then((found) => ({ rows: found })),
  );
  assert.doesNotMatch(JSON.stringify(rows), /@|Paule|Camille/);
});

test("removing an access closes every session at once", async () => {
  assert.equal((await site.get("/espace", { as: "elected" })).status, 200);
  const removal = `${path}/${site.personId("elected")}/retrait`;
  assert.match((await site.get(removal, { as })).html, /Retirer l’accès de Camille elected/);
  assert.equal((await site.post(removal, {}, { as })).status, 303);
  assert.match((await site.get("/espace", { as: "elected" })).location ?? "", /^\/connexion/);
  assert.equal((await site.post(removal, {}, { as })).status, 404);
});

test("the last administrator stays, whether removed or given other roles", async () => {
  const me = `${path}/${site.personId("administrator")}`;
  const removal = await site.post(`${me}/retrait`, {}, { as });
  assert.equal(removal.status, 422);
  assert.match(removal.html, /dernière personne qui administre/);
  const change = await site.post(me, { roles: ["referent"] }, { as });
  assert.equal(change.status, 422);
  assert.match(change.html, /dernière personne qui administre/);
  assert.match(change.html, /value="referent" checked/);
  assert.equal((await site.get(path, { as })).status, 200);
});

test("nobody of one commune's team is seen or changed from the other", async () => {
  const id = site.personId("referent");
  const options = { as, host: "autreville.test" };
  assert.equal((await site.get(`${path}/${id}`, options)).status, 404);
  assert.equal((await site.post(`${path}/${id}`, { roles: ["elected"] }, options)).status, 404);
  assert.equal((await site.post(`${path}/${id}/retrait`, {}, options)).status, 404);
});
