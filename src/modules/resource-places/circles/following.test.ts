import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { as, linkIn, openCircle, thursdays, type OpenCircle } from "./following.testing.ts";

let world: OpenCircle;
before(async () => {
  world = await openCircle();
});
after(() => world.site.close());

test("an address asks to be told, is refused in words when it is none, and follows once its letter is confirmed", async () => {
  const { html } = await world.site.get(world.page);
  assert.match(html, new RegExp(`href="${world.asking()}"`));
  const wrong = await world.site.post(world.asking(), { email: "odette" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /value="odette"/);
  await world.site.post(world.asking(), { email: "Odette@Exemple.fr" });
  const [letter] = await world.mails("odette@exemple.fr");
  assert.ok(letter);
  assert.match(letter.subject, /À confirmer : Cercle d’entraide : tenir sa page/);
  assert.equal((await world.followers())[0]?.confirmed_at, null);
  const shown = await world.site.get(linkIn(letter));
  assert.match(shown.html, /Oui, me prévenir/);
  assert.equal(
    (await world.followers())[0]?.confirmed_at,
    null,
    "opening a letter changes nothing",
  );
  await world.site.post(`${linkIn(letter)}/confirmation`, {});
  assert.ok((await world.followers())[0]?.confirmed_at);
  await world.site.post(world.asking(), { email: "odette@exemple.fr" });
  assert.match(
    (await world.mails("odette@exemple.fr"))[0]?.subject ?? "",
    /Vous êtes déjà prévenu/,
  );
});

test("what changes is told in one letter, in the language of each; what is put back in between says nothing", async () => {
  await world.follows("paul@exemple.fr", "/uk");
  await world.change(0, "cancel");
  await world.change(0, "restore");
  await world.tell();
  assert.doesNotMatch((await world.mails("odette@exemple.fr"))[0]?.subject ?? "", /Changement/);
  await world.change(0, "cancel");
  const [, second = ""] = await world.dates();
  await world.site.post(`${second}/deplacement`, { day: "2026-09-25", from: "10h", to: "11h", notice: "La salle est prise." }, { as }); // prettier-ignore
  await world.tell();
  const [letter] = await world.mails("odette@exemple.fr");
  assert.match(letter?.subject ?? "", /^Changement de date : Cercle d’entraide : tenir sa page/);
  assert.match(letter?.text ?? "", /Date annulée : jeudi 17 septembre 2026, de 18 h à 19 h 30/);
  assert.match(letter?.text ?? "", /Date déplacée : vendredi 25 septembre 2026, de 10 h à 11 h, au lieu de jeudi 24 septembre 2026, de 18 h à 19 h 30/); // prettier-ignore
  assert.match(letter?.text ?? "", /À savoir : La salle est prise\./);
  assert.match((await world.mails("paul@exemple.fr"))[0]?.subject ?? "", /Зміна дати/);
  const count = (await world.mails("odette@exemple.fr")).length;
  await world.tell();
  assert.equal((await world.mails("odette@exemple.fr")).length, count, "told once");
});

test("other days and hours are told with the next dates", async () => {
  await world.site.post(
    `${world.desk}/cercles/${world.circle()}`,
    { ...thursdays, days: "MO" },
    { as },
  );
  await world.tell();
  const [letter] = await world.mails("odette@exemple.fr");
  assert.match(
    letter?.text ?? "",
    /Les nouveaux jours et heures : Tous les lundis de 18 h à 19 h 30/,
  );
  assert.match(letter?.text ?? "", /lundi 21 septembre 2026/);
});

test("one tap in the letter or in the mail program stops, and erases the address; the link serves no more", async () => {
  const [letter] = await world.mails("odette@exemple.fr");
  assert.ok(letter);
  assert.ok(letter.unsubscribe?.endsWith(linkIn(letter)));
  assert.match((await world.site.get(linkIn(letter))).html, /Ne plus être prévenu/);
  const oneClick = await world.site.post(linkIn(letter), { "List-Unsubscribe": "One-Click" }, { headers: { origin: "null" } }); // prettier-ignore
  assert.equal(oneClick.status, 200);
  const again = await world.site.get(linkIn(letter));
  assert.equal(again.status, 404);
  assert.match(again.html, /Ce lien ne sert plus/);
  const [other] = await world.mails("paul@exemple.fr");
  assert.ok(other);
  assert.equal((await world.site.post(linkIn(other), {})).status, 303);
  assert.deepEqual(await world.followers(), []);
});

test("who follows once all the others have stopped is told of nothing older", async () => {
  await world.change(2, "cancel");
  await world.follows("lise@exemple.fr");
  await world.tell();
  assert.match((await world.mails("lise@exemple.fr"))[0]?.subject ?? "", /^À confirmer/);
  await world.change(1, "cancel");
  await world.tell();
  assert.match((await world.mails("lise@exemple.fr"))[0]?.text ?? "", /Date annulée/);
});
