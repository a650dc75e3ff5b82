import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import sharp from "sharp";
import { communeWork } from "../../communes/index.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import {
  openProgramme,
  plain,
  president as as,
  yoga,
  type ProgrammeSite,
} from "../programme.testing.ts";

let programme: ProgrammeSite;
before(async () => (programme = await openProgramme()));
after(() => programme.site.close());

const picture = (width = 1200, height = 800) =>
  sharp({ create: { width, height, channels: 3, background: "red", noise: { type: "gaussian", mean: 128, sigma: 40 } } })
    .png()
    .toBuffer(); // prettier-ignore
const said = { alt: "Six tapis au soleil", credit: "Ana Doré", agreed: "on" };

async function send(sheet: string, fields: Record<string, string>, bytes?: Buffer) {
  const form = new FormData();
  if (bytes) form.set("photo", new File([new Uint8Array(bytes)], "p.png", { type: "image/png" }));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return await programme.site.upload(`${sheet}/photo`, form, { as });
}

async function published(title: string): Promise<{ sheet: string; slug: string }> {
  const added = await programme.site.post(`${programme.base}/nouvelle?genre=regular`, { ...yoga, title }, { as }); // prettier-ignore
  assert.equal(added.status, 303, plain(added.html).replace(/^.*<main/, ""));
  const sheet = (added.location ?? "").split("?")[0] ?? "";
  await programme.site.post(`${sheet}/publication`, {}, { as });
  const one = (await programme.all()).find(({ fields }) => fields.title === title);
  return { sheet, slug: one?.slug ?? "" };
}
const photoBefore = async (slug: string) =>
  (await programme.all()).find((one) => one.slug === slug)?.photoBefore ?? null;
const files = () =>
  programme.site.database.read(programme.site.communeId, (tx) =>
    tx
      .selectFrom("file")
      .select(["file_id as id", "bytes", "credit", "people_agreed", "small_of"])
      .orderBy("small_of", sql`desc nulls first`)
      .execute(),
  );

test("a photo says what it shows, who took it and that people agreed; residents see it, light, and so do programs", async () => {
  const { sheet, slug } = await published("Yoga au parc");
  const png = await picture();
  const nothing = plain((await send(sheet, {})).html);
  for (const words of [
    "Choisissez une photo : une image",
    "cochez « Elle est décorative »",
    "Dites qui a pris cette photo",
    "Cochez cette case si c’est vrai",
  ])
    assert.ok(nothing.includes(words), words);
  assert.equal((await send(sheet, said, Buffer.from("pas une image"))).status, 422);
  assert.equal((await send(sheet, { ...said, agreed: "" }, png)).status, 422);
  assert.deepEqual(await files(), []);
  const sent = await send(sheet, said, png);
  assert.equal(sent.status, 303, plain(sent.html));
  const [kept, small] = await files();
  assert.deepEqual([kept?.credit, kept?.people_agreed], ["Ana Doré", true]);
  assert.ok(kept && kept.bytes < 80_000, `${kept?.bytes} bytes`);
  assert.equal(small?.small_of, kept.id);
  assert.ok(small.bytes * 2 < kept.bytes, `${small.bytes} bytes`);
  const { html } = await programme.site.get(`/activites/${slug}`);
  assert.deepEqual(await htmlFaults(html), []);
  assert.match(html, new RegExp(`<img src="/fichiers/${kept?.id}" alt="Six tapis au soleil" width="\\d+" height="\\d+" loading="lazy" srcset="/fichiers/${small.id} 320w, /fichiers/${kept.id} \\d+w" sizes="[^"]+"/>`)); // prettier-ignore
  assert.match(plain(html), /Photo : Ana Doré/);
  assert.match(html, new RegExp(`"image":"[^"]+/fichiers/${kept?.id}"`));
  const served = await programme.site.get(`/fichiers/${kept?.id}`);
  assert.equal(served.status, 200);
  assert.match(plain((await programme.site.get(sheet, { as })).html), /Six tapis au soleil/);
  const form = await programme.site.get(`${sheet}/photo`, { as });
  assert.deepEqual(await htmlFaults(form.html), []);
  assert.match(form.html, /value="Ana Doré"/);
});

test("words change without sending it again; replaced or taken away, the one before is read no more, and may be put back", async () => {
  const { sheet, slug } = await published("Yoga du soir");
  const others = (await files()).length;
  await send(sheet, said, await picture(300, 200));
  const photo = async () =>
    (await programme.all()).find((one) => one.slug === slug)?.fields.photo ?? null;
  const first = await photo();
  assert.equal((await send(sheet, { ...said, alt: "Des tapis", decorative: "" })).status, 303);
  const second = await photo();
  assert.notEqual(second, first);
  assert.equal((await programme.site.get(`/fichiers/${first}`)).status, 404);
  assert.match((await programme.site.get(`/activites/${slug}?n=1`)).html, /alt="Des tapis"/);
  await send(sheet, { ...said, alt: "", decorative: "on" }, await picture(200, 300));
  assert.equal((await programme.site.get(`/fichiers/${second}`)).status, 404);
  const { html } = await programme.site.get(`/activites/${slug}?n=2`);
  assert.match(html, new RegExp(`/fichiers/${await photo()}" alt(="")? width="200" height="300"`));
  assert.equal((await programme.site.post(`${sheet}/photo/retrait`, {}, { as })).status, 303);
  assert.match(plain((await programme.site.get(sheet, { as })).html), /Pas de photo/);
  const taken = await photoBefore(slug);
  assert.equal((await programme.site.get(`/fichiers/${taken}`)).status, 404);
  assert.equal((await files()).length, others + 1);
  assert.match(
    (await programme.site.get(`${sheet}/photo`, { as })).html,
    /Remettre la photo d’avant/,
  );
  const back = await programme.site.post(`${sheet}/photo/avant`, {}, { as });
  assert.match(
    (await programme.site.get(back.location ?? "", { as })).html,
    /La photo d’avant est remise/,
  );
  assert.equal(await photo(), taken);
  assert.equal((await programme.site.get(`/fichiers/${taken}`)).status, 200);
  const again = await programme.site.get(`${sheet}/photo`, { as });
  assert.doesNotMatch(again.html, /Remettre la photo/);
  await programme.site.post(`${sheet}/photo/retrait`, {}, { as });
  const nightAfter = async (days: number) => {
    const { site } = programme;
    // The database keeps its own time of when a photo was set aside.
    const clock = { now: () => new Date(Date.now() + days * 86_400_000) };
    const work = communeWork({ ...site.house, clock });
    await work.find(({ task }) => task === "forget_photos")?.run(site.communeId);
    return (await files()).length;
  };
  assert.equal(await nightAfter(29), others + 1);
  assert.equal(await nightAfter(31), others);
  assert.equal(await photoBefore(slug), null);
});

test("an activity taken up shows the same photo, which goes with the last of them; a removed draft takes its own", async () => {
  const { sheet, slug } = await published("Yoga repris");
  await send(sheet, said, await picture(300, 200));
  const kept = (await files()).length;
  const id = (await programme.all()).find((one) => one.slug === slug)?.id ?? "";
  const copy = await programme.site.database.write(programme.site.communeId, async (tx) => {
    const made = await tx
      .insertInto("activity")
      .columns(["association_id", "kind", "season", "slug", "title", "source", "photo_file_id"])
      .expression((eb) =>
        eb
          .selectFrom("activity")
          .select((of) => [
            "association_id",
            "kind",
            of.val(2027).as("season"),
            of.val("yoga-copie").as("slug"),
            "title",
            "source",
            "photo_file_id",
          ])
          .where("activity_id", "=", id),
      )
      .returning("activity_id")
      .executeTakeFirstOrThrow();
    await tx.deleteFrom("activity").where("activity_id", "=", id).execute();
    return made.activity_id;
  });
  assert.equal((await files()).length, kept);
  await programme.site.database.write(programme.site.communeId, (tx) =>
    tx.deleteFrom("activity").where("activity_id", "=", copy).execute(),
  );
  assert.equal((await files()).length, kept - 1);
});

test("who took a photo, and who is named in what it shows, are forgotten with them", async () => {
  const { sheet, slug } = await published("Yoga nommé");
  const email = "ana.dore@courriel.example";
  const named = { ...said, alt: `Sur un tapis, écrire à ${email}`, credit: email };
  assert.equal((await send(sheet, named, await picture(300, 200))).status, 303);
  assert.match((await programme.site.get(`/activites/${slug}`)).html, /ana\.dore@/);
  const erased = await programme.site.post("/gestion/reglages/effacement/fait", { email, _key: crypto.randomUUID() }, { as: "administrator" }); // prettier-ignore
  assert.equal(erased.status, 303, plain(erased.html));
  const { html } = await programme.site.get(`/activites/${slug}?n=4`);
  assert.match(html, /<figure class="photo">/);
  assert.doesNotMatch(html, /ana\.dore@/);
});

test("only those who write the activities of the association send one", async () => {
  const { sheet } = await published("Yoga gardé");
  assert.equal((await programme.site.get(`${sheet}/photo`, { as: "front_desk" })).status, 403);
  const desk = sheet.replace(programme.base, programme.desk);
  assert.equal((await programme.site.get(`${desk}/photo`, { as: "president" })).status, 403);
  const unknown = `${programme.base}/${crypto.randomUUID()}`;
  assert.equal((await send(unknown, said, await picture(30, 20))).status, 404);
  assert.equal((await programme.site.get(`${desk}/photo`, { as: "referent" })).status, 200);
});
