import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { periodicWork } from "../../../app.ts";
import { openTestSite, testStart, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { legalUrls } from "./urls.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await site.database.write(site.communeId, (tx) =>
    tx
      .updateTable("commune")
      .set({
        languages: ["fr", "en"],
        phone: "02 61 91 00 49",
        email: "associations@valbrume.example",
        address: "1 place de la Liberté, 49980 Valbrume",
        hours: "Du lundi au vendredi de 9 h à 12 h",
        legal: JSON.stringify({
          publisher: "Commune de Valbrume",
          director: "Solène Marchadier",
          host: "Syndicat numérique du Val",
          dataProtectionOfficer: "dpo@valbrume.example",
          auditedOn: "2026-05-04",
          auditor: "Cabinet Clair",
          auditRate: "72,5",
          nonConformities: "La carte\nDes images sans texte",
          schemeUrl: "https://valbrume.example/schema",
        }),
      })
      .execute(),
  );
});
after(() => site.close());

const { icon: _, ...pages } = legalUrls;
const strip = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

test("the house pages are open to anyone, in French and in English, and are valid HTML", async () => {
  for (const path of Object.values(pages))
    for (const lang of ["", "/en"])
      for (const host of ["valbrume.test", "autreville.test"]) {
        if (lang && host !== "valbrume.test") continue;
        const answer = await site.get(lang + path, { host });
        assert.equal(answer.status, 200, path);
        assert.deepEqual(await htmlFaults(answer.html), [], `${host}${lang}${path}`);
        assert.doesNotMatch(strip(answer.html), /\{\{|undefined|legal:|house:/, path);
      }
});

test("kept pages hold no form that posts", async () => {
  for (const path of Object.values(pages)) {
    if (path === legalUrls.write) continue;
    assert.doesNotMatch((await site.get(path)).html, /method="post"/, path);
  }
});

test("the declaration of accessibility has every part the decree asks for", async () => {
  const text = strip((await site.get(legalUrls.accessibility)).html);
  for (const part of [
    /article 47 de la loi n° 2005-102/,
    /Schéma pluriannuel de mise en accessibilité/,
    /conformité partielle/,
    /4 mai 2026 par Cabinet Clair révèle que 72,5\s%/,
    /Non-conformités La carte Des images sans texte/,
    /Dérogations pour charge disproportionnée/,
    /Contenus non soumis/,
    /Technologies utilisées/,
    /Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07/,
  ])
    assert.match(text, part);
});

test("without audit, a site is declared non compliant for want of one", async () => {
  const { html } = await site.get(legalUrls.accessibility, { host: "autreville.test" });
  assert.match(strip(html), /aucun audit en cours de validité/);
  assert.match(html, /Accessibilité\s: non conforme/);
  assert.doesNotMatch(html, /Cabinet Clair/);
});

test("what the commune has not said is told as such in the legal notices", async () => {
  const { html } = await site.get(legalUrls.notices, { host: "autreville.test" });
  assert.match(html, /pas encore renseigné cette information/);
  assert.match((await site.get(legalUrls.notices)).html, /Solène Marchadier/);
});

const message = {
  name: "Awa Diallo",
  replyTo: "awa@exemple.fr",
  message: "Où est le club d’échecs ?",
};
const mails = () =>
  site.database.read(site.communeId, (tx) =>
    tx.selectFrom("mail").selectAll().where("kind", "=", "contact").execute(),
  );

test("a message to the commune leaves by mail, and can be answered", async () => {
  const answer = await site.post(legalUrls.write, message);
  assert.equal(answer.status, 303);
  assert.equal(answer.location, legalUrls.thanks);
  const [mail] = await mails();
  assert.equal(mail?.to_email, "associations@valbrume.example");
  assert.equal(mail?.reply_to, "awa@exemple.fr");
  assert.match(mail?.text_body ?? "", /club d’échecs/);
});

test("a message sent twice by the same form leaves once", async () => {
  const before = (await mails()).length;
  const form = { ...message, _key: "0b0e7c1e-4d5a-4c5e-9a51-0f5f0c1b2a3d" };
  await site.post(legalUrls.write, form);
  await site.post(legalUrls.write, form);
  assert.equal((await mails()).length, before + 1);
});

test("without address of the commune, its administrators receive the message", async () => {
  await site.post(legalUrls.write, message, { host: "autreville.test" });
  const sent = await site.database.read(site.otherCommuneId, (tx) =>
    tx.selectFrom("mail").select("to_email").execute(),
  );
  assert.deepEqual(sent, [{ to_email: "administrator@valbrume.example" }]);
});

test("a message that cannot be answered is refused, with what was typed", async () => {
  const answer = await site.post(legalUrls.write, { ...message, replyTo: "chez moi", name: "" });
  assert.equal(answer.status, 422);
  assert.match(answer.html, /club d’échecs/);
  assert.match(answer.html, /Écrivez votre nom/);
  assert.match(answer.html, /pour que nous puissions vous répondre\./);
  assert.deepEqual(await htmlFaults(answer.html), []);
});

test("a program that fills in the unseen field sends nothing", async () => {
  const before = (await mails()).length;
  const answer = await site.post(legalUrls.write, { ...message, site: "https://spam.example" });
  assert.equal(answer.status, 303);
  assert.equal((await mails()).length, before);
});

test("after a few messages in an hour, the site asks to wait and keeps what was typed", async () => {
  let last = await site.post(legalUrls.write, message);
  for (let n = 0; n < 6; n++) last = await site.post(legalUrls.write, message);
  assert.equal(last.status, 429);
  assert.match(last.html, /Réessayez dans une heure/);
  assert.match(last.html, /club d’échecs/);
});

test("mails are forgotten when the page on personal data says so", async () => {
  assert.match(
    strip((await site.get(legalUrls.privacy)).html),
    /90 jours, puis le message est effacé/,
  );
  const work = periodicWork(site.house, site.app).find(({ task }) => task === "people_retention");
  const night = async (days: number) => {
    site.clock.set(new Date(Date.now() + days * 86_400_000).toISOString());
    await work?.run(site.communeId);
    return (await mails()).length;
  };
  const before = (await mails()).length;
  assert.equal(await night(89), before);
  assert.equal(await night(91), 0);
  site.clock.set(testStart);
});

test("a page that does not exist helps: a search, links, a phone number", async () => {
  for (const lang of ["", "/en"]) {
    const answer = await site.get(`${lang}/nulle-part`);
    assert.equal(answer.status, 404);
    assert.match(answer.html, new RegExp(`action="${lang}/annuaire"`));
    assert.match(answer.html, /02 61 91 00 49/);
    assert.deepEqual(await htmlFaults(answer.html), []);
  }
});

test("a closed page says whom to call", async () => {
  const answer = await site.get("/gestion/reglages", { as: "elected" });
  assert.equal(answer.status, 403);
  assert.match(answer.html, /Cette page est réservée/);
  assert.match(answer.html, /appelez le 02 61 91 00 49/);
  assert.deepEqual(await htmlFaults(answer.html), []);
});

test("the emblem takes the colours of the commune", async () => {
  const answer = await site.get(legalUrls.icon);
  assert.equal(answer.headers.get("content-type"), "image/svg+xml");
  assert.match(answer.html, /#1f4e5f/);
});
