import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { createAssociation } from "../associations/index.ts";
import { personalData } from "../../work.ts";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { htmlFaults } from "../../testing/valid-html.ts";

let site: TestSite;
let club: { id: string; slug: string };
const as = "communication" as const;
const desk = "/gestion/actualites";
const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
let asked = 0;
/** An address nobody asked before: a page kept a moment ago may still be the one from before. */
const anew = (path: string): string => `${path}${path.includes("?") ? "&" : "?"}n=${(asked += 1)}`;
const seen = async (path: string, options: { as?: "communication" | "president" } = {}) => {
  const answer = await site.get(anew(path), options);
  assert.equal(answer.status, 200, path);
  assert.deepEqual(await htmlFaults(answer.html), [], path);
  return plain(answer.html);
};
const acted = async (path: string, fields: Record<string, string> = {}): Promise<string> => {
  const answer = await site.post(path, fields, { as });
  assert.equal(answer.status, 303, plain(answer.html));
  return (answer.location ?? "").split("?")[0] ?? "";
};

before(async () => {
  site = await openTestSite();
  const origin = { source: "hand", at: site.clock.now(), actor: { kind: "system" } } as const;
  club = await site.database.write(site.communeId, async (tx) => {
    const made = await createAssociation(tx, { name: "Lire ensemble" }, origin);
    await tx
      .insertInto("association_member")
      .values({ association_id: made.id, person_id: site.personId("president"), role: "owner" })
      .execute();
    return made;
  });
});
after(() => site.close());

let one = "";

test("a supported action is written, says what it lacks, then is read by all, at home and on the association's page", async () => {
  assert.match(await seen("/actualites"), /Rien n’est encore raconté/);
  await seen(`${desk}/nouvelle?genre=action`, { as });
  const untitled = await site.post(`${desk}/nouvelle`, { genre: "action", title: "", body: "Deux mots." }, { as }); // prettier-ignore
  assert.equal(untitled.status, 422);
  assert.match(untitled.html, /Deux mots\./);
  one = await acted(`${desk}/nouvelle`, { genre: "action", title: "Six liseuses <i>", body: "Elles passent de main en main." }); // prettier-ignore
  assert.match(await seen(one, { as }), /il manque.*Dites ce que la commune a apporté/);
  const early = await site.post(`${one}/publication`, {}, { as });
  assert.equal(early.status, 422);
  assert.equal((await site.get(anew("/actualites/six-liseuses-i"))).status, 404);
  await acted(`${one}/textes`, { title: "Six liseuses <i>", body: "Elles passent de main en main.", support: "Six liseuses.", _revision: "1" }); // prettier-ignore
  assert.match(await seen(`${one}?cherche=lire`, { as }), /Lire ensemble Ajouter/);
  await acted(`${one}/associations`, { association: club.id });
  await acted(`${one}/publication`);
  const page = await seen("/actualites/six-liseuses-i");
  assert.match(page, /Action soutenue 15 septembre 2026 Elles passent.*Ce que la commune a apporté Six liseuses\. L’association Lire ensemble/); // prettier-ignore
  assert.match(await seen("/"), /Actualités des associations Six liseuses/);
  assert.match(await seen(`/associations/${club.slug}`), /Dans les actualités Six liseuses/);
  assert.match(
    (await site.get(anew("/nouveautes.atom"))).html,
    /<title>Six liseuses &lt;i&gt;<\/title>/,
  );
  assert.match((await site.get(anew("/sitemap.xml"))).html, /\/actualites</);
});

test("two windows do not write over each other, and what was written before is put back", async () => {
  const late = await site.post(`${one}/textes`, { title: "Autre", body: "Autre", support: "Autre", _revision: "1" }, { as }); // prettier-ignore
  assert.equal(late.status, 422);
  assert.match(plain(late.html), /Quelqu’un a changé ces textes entre-temps/);
  const bare = await site.post(`${one}/textes`, { title: "Liseuses", body: "", support: "x", _revision: "2" }, { as }); // prettier-ignore
  assert.match(plain(bare.html), /Dites ce qui a été fait/);
  await acted(`${one}/textes`, {
    title: "Liseuses",
    body: "Neuves.",
    support: "x",
    _revision: "2",
  });
  assert.match(await seen("/actualites/six-liseuses-i"), /Liseuses .*Neuves/);
  await acted(`${one}/textes/avant`);
  assert.match(await seen("/actualites/six-liseuses-i"), /main en main/);
});

test("a photo says what it shows and who took it; residents and the feed see it, and it is put back when taken away", async () => {
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: "teal" } }).png().toBuffer(); // prettier-ignore
  const send = async (fields: Record<string, string>) => {
    const form = new FormData();
    form.set("photo", new File([new Uint8Array(bytes)], "p.png", { type: "image/png" }));
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return await site.upload(`${one}/photo`, form, { as });
  };
  await seen(`${one}/photo`, { as });
  const refused = await send({ alt: "", credit: "Ana Doré", agreed: "" });
  assert.match(plain(refused.html), /Dites ce que l’on voit/);
  assert.equal((await send({ alt: "Six liseuses sur une table", credit: "Ana Doré", agreed: "on" })).status, 303); // prettier-ignore
  const page = "/actualites/six-liseuses-i";
  assert.match(
    (await site.get(anew(page))).html,
    /alt="Six liseuses sur une table"[\s\S]*Photo\s: Ana Doré/,
  );
  assert.match(await seen(one, { as }), /Photo : Ana Doré/);
  for (const path of ["/actualites", "/"])
    assert.match(
      (await site.get(anew(path))).html,
      /<img class="thumb" src="\/fichiers\/[0-9a-f-]{36}"/,
      path,
    );
  const feed = (await site.get(anew("/nouveautes.atom"))).html;
  assert.match(
    feed,
    /<link rel="enclosure" type="image\/webp" length="\d+" href="http[^"]*\/fichiers\//,
  );
  await acted(`${one}/photo/retrait`);
  assert.doesNotMatch((await site.get(anew(page))).html, /<figure/);
  assert.match(await seen(`${one}/photo`, { as }), /Remettre la photo d’avant/);
  await acted(`${one}/photo/avant`);
  assert.match((await site.get(anew(page))).html, /alt="Six liseuses sur une table"/);
  assert.equal((await site.get(`${one}/photo`, { as: "front_desk" })).status, 403);
});

test("withdrawn, it leaves every page and the feed, and comes back with the day it was first read", async () => {
  await acted(`${one}/retrait`);
  assert.equal((await site.get(anew("/actualites/six-liseuses-i"))).status, 404);
  for (const path of ["/", "/actualites", `/associations/${club.slug}`, "/nouveautes.atom"])
    assert.doesNotMatch((await site.get(anew(path))).html, /Six liseuses/, path);
  site.clock.set("2026-10-02T08:00:00Z");
  await acted(`${one}/publication`);
  assert.match(await seen("/actualites/six-liseuses-i"), /15 septembre 2026/);
});

test("an association proposes an initiative: it waits in the day's queue, is refused with a word or published, and they are told", async () => {
  const space = `/espace/fiches/${club.id}/initiatives`;
  const member = { as: "president" } as const;
  await seen(space, member);
  const short = await site.post(space, { title: "Des bancs", body: "Nous avons fait des bancs.", results: "" }, member); // prettier-ignore
  assert.equal(short.status, 422);
  assert.match(plain(short.html), /Dites ce que cela a changé/);
  assert.match(short.html, /Nous avons fait des bancs/);
  for (const title of ["Des bancs", "Des tables"])
    assert.equal((await site.post(space, { title, body: "Faits ensemble.", results: "On s’assied." }, member)).status, 303); // prettier-ignore
  assert.equal((await site.get(anew("/actualites/des-bancs"))).status, 404);
  assert.match(await seen("/gestion/file", { as }), /Initiative proposée : Des bancs/);
  const ids = await site.database.read(site.communeId, (tx) =>
    tx
      .selectFrom("news_item")
      .select(["news_id as id", "title"])
      .where("state", "=", "proposed")
      .orderBy("title")
      .execute(),
  );
  const [bancs, tables] = ids.map(({ id }) => `${desk}/${id}`);
  const silent = await site.post(`${bancs}/refus`, { answer: "" }, { as });
  assert.equal(silent.status, 422);
  await acted(`${bancs}/refus`, { answer: "Racontez aussi où." });
  await acted(`${tables}/publication`);
  assert.match(await seen(space, member), /Des bancs Refusée Racontez aussi où.*Des tables|Des tables.*Des bancs Refusée Racontez aussi où/); // prettier-ignore
  assert.match(await seen("/actualites?genre=initiative"), /Des tables/);
  assert.doesNotMatch(await seen("/actualites?genre=action"), /Des tables/);
  const mails = await site.database.read(
    site.communeId,
    (tx) =>
    tx.selectFrom("mail").select(["subject", "text_body as text"]).where("kind", "=", "news_answer").orderBy("subject").execute(), // prettier-ignore
  );
  assert.equal(mails.length, 2);
  assert.match(mails[0]?.text ?? "", /Racontez aussi où/);
  assert.match(mails[1]?.text ?? "", /actualites\/des-tables/);
  await acted(`${bancs}/suppression`);
});

test("only those who publish enter, and another commune reads nothing of it", async () => {
  for (const role of ["front_desk", "elected", "president"] as const)
    assert.ok([403, 404].includes((await site.get(desk, { as: role })).status), role);
  assert.equal((await site.get("/actualites/six-liseuses-i", { host: "autreville.test" })).status, 404); // prettier-ignore
  assert.match(plain((await site.get("/actualites", { host: "autreville.test" })).html), /Rien n’est encore raconté/); // prettier-ignore
  assert.equal((await site.post(`/espace/fiches/${crypto.randomUUID()}/initiatives`, {}, { as: "president" })).status, 404); // prettier-ignore
});

test("somebody erased is no longer named in the news, nor in what it said before", async () => {
  const text = "Merci à Zoé Martin.";
  await acted(`${one}/textes`, { title: "Six liseuses", body: text, support: "x", _revision: "4" });
  await acted(`${one}/textes`, { title: "Six liseuses", body: `${text} Oui.`, support: "x", _revision: "5" }); // prettier-ignore
  const who = { id: null, email: "zoe@courriel.example", names: ["Zoé Martin"], phones: [] };
  const held = await site.database.write(site.communeId, async (tx) => {
    const told = [];
    for (const room of personalData)
      told.push(...(await room.tell(tx, who, site.house.words("fr"))));
    for (const room of personalData)
      await room.erase(tx, who, { actor: { kind: "system" }, at: site.clock.now() });
    return told.filter(({ table }) => table === "news_item").length;
  });
  assert.equal(held, 2);
  const rows = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("news_item").selectAll().execute(),
  );
  assert.doesNotMatch(JSON.stringify(rows), /Zoé/);
});
