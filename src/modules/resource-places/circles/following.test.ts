import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import {
  tellFollowers,
  followerWork,
  followerMailRefused,
} from "../../scheduling/followers/telling.ts";
import { erasePerson } from "../../people/index.ts";
import { datesOwners, personalData } from "../../../work.ts";
import { openResourcePlace, plain, type OpenPlace } from "../resource-places.testing.ts";

let here: OpenPlace;
let id = "";
const as = "referent" as const;
const desk = () => `/gestion/lieux-ressources/${here.place.id}`;
const page = () => `/lieux-ressources/${here.place.slug}`;
const asking = () => `${page()}/cercles/${id}/suivre`;
const circle = { topic: "tenir sa page", about: "", notes: "", rhythm: "weekly", days: "TH", rank: "1", from: "18h", to: "19h30", first_day: "2026-09-17", last_day: "" }; // prettier-ignore
before(async () => {
  here = await openResourcePlace();
  await here.site.post(`${desk()}/cercles`, circle, { as });
  id = await circleId();
});
after(() => here.site.close());

async function circleId(): Promise<string> {
  const { html } = await here.site.get(desk(), { as });
  return /\/cercles\/([0-9a-f-]{36})/.exec(html)?.[1] ?? "";
}

type Mail = { subject: string; text: string; unsubscribe: string | null };
/** Letters to an address, the last first. */
const mails = (to: string): Promise<Mail[]> =>
  here.site.database.read(here.site.communeId, async (tx) => {
    const rows = await tx
      .selectFrom("mail")
      .select(["subject", "text_body", "unsubscribe_url"])
      .where("to_email", "=", to)
      .orderBy("created_at", "desc")
      .execute();
    return rows.map((row) => ({
      subject: plain(row.subject),
      text: plain(row.text_body),
      unsubscribe: row.unsubscribe_url,
    }));
  });
const linkIn = ({ text }: Mail): string =>
  /\/(?:\w\w\/)?dates-suivies\/[\w-]+/.exec(text)?.[0] ?? "";
const tell = () => tellFollowers(here.site.house, here.site.communeId, datesOwners);
const followers = () =>
  here.site.database.read(here.site.communeId, (tx) =>
    tx.selectFrom("date_follower").selectAll().orderBy("email").execute(),
  );

/** Asks and confirms, by the letter. */
async function follows(email: string, lang = ""): Promise<void> {
  assert.equal((await here.site.post(lang + asking(), { email })).status, 303);
  const [letter] = await mails(email);
  assert.ok(letter);
  assert.equal((await here.site.post(`${linkIn(letter)}/confirmation`, {})).status, 303);
}

/** Addresses of the dates of the circle at the desk, in order. */
const dates = async (): Promise<string[]> => {
  const { html } = await here.site.get(`${desk()}/cercles/${id}`, { as });
  return [...new Set([...html.matchAll(/\/dates\/([0-9a-f-]{36})/g)].map(([, one = ""]) => one))];
};
const change = async (rank: number, act: "cancel" | "restore") =>
  here.site.post(`${desk()}/cercles/${id}/dates/${(await dates())[rank]}`, { act }, { as });

test("an address asks to be told, is refused in words when it is none, and follows once its letter is confirmed", async () => {
  const { html } = await here.site.get(page());
  assert.match(html, new RegExp(`href="${asking()}"`));
  const wrong = await here.site.post(asking(), { email: "odette" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /value="odette"/);
  await here.site.post(asking(), { email: "Odette@Exemple.fr" });
  const [letter] = await mails("odette@exemple.fr");
  assert.ok(letter);
  assert.match(letter.subject, /À confirmer : Cercle d’entraide : tenir sa page/);
  assert.equal((await followers())[0]?.confirmed_at, null);
  const shown = await here.site.get(linkIn(letter));
  assert.match(shown.html, /Oui, me prévenir/);
  assert.equal((await followers())[0]?.confirmed_at, null, "opening a letter changes nothing");
  await here.site.post(`${linkIn(letter)}/confirmation`, {});
  assert.ok((await followers())[0]?.confirmed_at);
  await here.site.post(asking(), { email: "odette@exemple.fr" });
  assert.match((await mails("odette@exemple.fr"))[0]?.subject ?? "", /Vous êtes déjà prévenu/);
});

test("what changes is told in one letter, in the language of each; what is put back in between says nothing", async () => {
  await follows("paul@exemple.fr", "/uk");
  await change(0, "cancel");
  await change(0, "restore");
  await tell();
  assert.doesNotMatch((await mails("odette@exemple.fr"))[0]?.subject ?? "", /Changement/);
  await change(0, "cancel");
  const [, second = ""] = await dates();
  await here.site.post(`${desk()}/cercles/${id}/dates/${second}/deplacement`, { day: "2026-09-25", from: "10h", to: "11h", notice: "La salle est prise." }, { as }); // prettier-ignore
  await tell();
  const [letter] = await mails("odette@exemple.fr");
  assert.match(letter?.subject ?? "", /^Changement de date : Cercle d’entraide : tenir sa page/);
  assert.match(letter?.text ?? "", /Date annulée : jeudi 17 septembre 2026, de 18 h à 19 h 30/);
  assert.match(letter?.text ?? "", /Date déplacée : vendredi 25 septembre 2026, de 10 h à 11 h, au lieu de jeudi 24 septembre 2026, de 18 h à 19 h 30/); // prettier-ignore
  assert.match(letter?.text ?? "", /À savoir : La salle est prise\./);
  assert.match((await mails("paul@exemple.fr"))[0]?.subject ?? "", /Зміна дати/);
  const count = (await mails("odette@exemple.fr")).length;
  await tell();
  assert.equal((await mails("odette@exemple.fr")).length, count, "told once");
});

test("other days and hours are told with the next dates", async () => {
  await here.site.post(`${desk()}/cercles/${id}`, { ...circle, days: "MO" }, { as });
  await tell();
  const [letter] = await mails("odette@exemple.fr");
  assert.match(
    letter?.text ?? "",
    /Les nouveaux jours et heures : Tous les lundis de 18 h à 19 h 30/,
  );
  assert.match(letter?.text ?? "", /lundi 21 septembre 2026/);
});

test("one tap in the letter or in the mail program stops, and erases the address; the link serves no more", async () => {
  const [letter] = await mails("odette@exemple.fr");
  assert.ok(letter);
  assert.ok(letter.unsubscribe?.endsWith(linkIn(letter)));
  assert.match((await here.site.get(linkIn(letter))).html, /Ne plus être prévenu/);
  const oneClick = await here.site.post(linkIn(letter), { "List-Unsubscribe": "One-Click" }, { headers: { origin: "null" } }); // prettier-ignore
  assert.equal(oneClick.status, 200);
  const again = await here.site.get(linkIn(letter));
  assert.equal(again.status, 404);
  assert.match(again.html, /Ce lien ne sert plus/);
  const [other] = await mails("paul@exemple.fr");
  assert.ok(other);
  assert.equal((await here.site.post(linkIn(other), {})).status, 303);
  assert.deepEqual(await followers(), []);
});

test("who is signed in with the address follows at once; they read it among their data, and erased they follow nothing", async () => {
  const { email } = await here.site.database.read(here.site.communeId, (tx) =>
    tx.selectFrom("person").select("email").where("person_id", "=", here.site.personId("president")).executeTakeFirstOrThrow(),
  ); // prettier-ignore
  const form = await here.site.get(asking(), { as: "president" });
  assert.match(form.html, new RegExp(`value="${email}"`));
  await here.site.post(asking(), { email }, { as: "president" });
  assert.ok((await followers())[0]?.confirmed_at);
  const mine = await here.site.get("/espace/mes-donnees", { as: "president" });
  assert.match(plain(mine.html), /Les dates dont vous suivez les changements/);
  await follows("zoe@exemple.fr");
  const by = { actor: { kind: "resident" } as const, at: here.site.clock.now(), rooms: personalData, proven: true }; // prettier-ignore
  await here.site.database.write(here.site.communeId, (tx) => erasePerson(tx, { email: "zoe@exemple.fr" }, by)); // prettier-ignore
  assert.deepEqual((await followers()).map((one) => one.email), [email]); // prettier-ignore
  assert.deepEqual(await mails("zoe@exemple.fr"), []);
});

test("a place taken off the site tells nothing, and tells what changed once it is back", async () => {
  await follows("ines@exemple.fr");
  await here.site.post(`${desk()}/retrait`, {}, { as });
  await change(1, "cancel");
  await tell();
  assert.equal((await mails("ines@exemple.fr")).length, 1);
  assert.equal((await here.site.get(asking())).status, 404);
  await here.site.post(`${desk()}/publication`, {}, { as });
  await tell();
  assert.match((await mails("ines@exemple.fr"))[0]?.text ?? "", /Date annulée/);
});

test("another commune finds neither the form nor the link", async () => {
  const [letter] = await mails("ines@exemple.fr");
  assert.ok(letter);
  for (const path of [asking(), linkIn(letter)]) {
    assert.equal((await here.site.get(path)).status, 200, path);
    assert.equal((await here.site.get(path, { host: "autreville.test" })).status, 404, path);
  }
});

test("who never confirms is forgotten after two days, and so is an address its server refuses", async () => {
  await here.site.post(asking(), { email: "lent@exemple.fr" });
  const [letter] = await mails("lent@exemple.fr");
  assert.ok(letter);
  here.site.clock.set("2026-09-18T08:00:00Z");
  assert.equal((await here.site.get(linkIn(letter))).status, 404);
  const night = followerWork(here.site.house, datesOwners).find(({ task }) => task === "followers_retention"); // prettier-ignore
  await night?.run(here.site.communeId);
  assert.ok(!(await followers()).some(({ email }) => email === "lent@exemple.fr"));
  await follows("mort@exemple.fr");
  const refused = followerMailRefused(async () => assert.fail("another kind"));
  await here.site.database.write(here.site.communeId, (tx) => refused(tx, "mort@exemple.fr", "dates_followed")); // prettier-ignore
  assert.ok(!(await followers()).some(({ email }) => email === "mort@exemple.fr"));
});

test("a circle that ends says so, and nobody follows it any more; one with no date left is followed no more a month later", async () => {
  await here.site.post(`${desk()}/cercles/${id}/suppression`, {}, { as });
  assert.match((await mails("ines@exemple.fr"))[0]?.subject ?? "", /^C’est fini : Cercle/);
  assert.deepEqual(await followers(), []);
  await here.site.post(`${desk()}/cercles`, { ...circle, last_day: "2026-10-01" }, { as });
  id = await circleId();
  await follows("ines@exemple.fr");
  here.site.clock.set("2026-10-30T08:00:00Z");
  const night = followerWork(here.site.house, datesOwners).find(({ task }) => task === "followers_retention"); // prettier-ignore
  await night?.run(here.site.communeId);
  assert.equal((await followers()).length, 1);
  here.site.clock.set("2026-11-02T08:00:00Z");
  await night?.run(here.site.communeId);
  assert.deepEqual(await followers(), []);
  const told = await here.site.database.read(here.site.communeId, (tx) => tx.selectFrom("date_told").selectAll().execute()); // prettier-ignore
  assert.deepEqual(told, []);
});
