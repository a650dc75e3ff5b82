import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { elsewhere, list, referent, registryOf } from "../registry.testing.ts";

let site: TestSite;
let registry: ReturnType<typeof registryOf>;
before(async () => {
  site = await openTestSite();
  registry = registryOf(site);
});
after(() => site.close());

const url = (id: string, path = "") => `${list}/${id}${path}`;

test("a contact is private until its association says otherwise; its values stay out of the journal's change", async () => {
  const id = await registry.created("Couture");
  const typed = {
    name: "Zoé Martin",
    role: "présidente",
    email: "Zoe@Couture.example",
    phone: "02 41 00 00 09",
    shown: ["email"],
  };
  assert.equal((await site.post(url(id, "/contacts/nouveau"), typed, referent)).status, 303);
  const [contact] = (await registry.known(id)).contacts;
  assert.deepEqual(
    [
      contact?.email,
      contact?.phone,
      contact?.namePublic,
      contact?.emailPublic,
      contact?.phonePublic,
    ],
    ["zoe@couture.example", "+33241000009", false, true, false],
  );
  const { rows } = await site.database.read(site.communeId, (tx) =>
    tx
      .selectFrom("journal")
      .select("change")
      .where("subject_id", "=", id)
      .execute()
      .then((rows) => ({ rows })),
  );
  assert.doesNotMatch(JSON.stringify(rows), /Zoé|couture\.example|0009/);
  const wrong = await site.post(
    url(id, "/contacts/nouveau"),
    { email: "zoe", phone: "12" },
    referent,
  );
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /courriel complet/);
  assert.match(wrong.html, /numéro à dix chiffres/);
  const none = await site.post(url(id, "/contacts/nouveau"), {}, referent);
  assert.match(none.html, /au moins un nom/);
  const gone = await site.post(url(id, `/contacts/${contact?.id}/retrait`), {}, referent);
  assert.equal(gone.status, 303);
  assert.equal((await registry.known(id)).contacts.length, 0);
});

test("a place is picked from the commune's list, once, and taken away", async () => {
  const id = await registry.created("Pétanque");
  await site.post("/gestion/lieux/nouveau", { name: "Boulodrome", street: "2 rue Y" }, referent);
  const unknown = await site.post(url(id, "/lieux"), { place: "Inconnu" }, referent);
  assert.equal(unknown.status, 422);
  assert.equal(
    (await site.post(url(id, "/lieux"), { place: "boulodrome", detail: "Terrain 2" }, referent))
      .status,
    303,
  );
  const twice = await site.post(url(id, "/lieux"), { place: "Boulodrome" }, referent);
  assert.match(twice.html, /déjà sur la fiche/);
  const [venue] = (await registry.known(id)).venues;
  assert.equal(venue?.detail, "Terrain 2");
  await site.post(url(id, "/lieux/retrait"), { place: venue?.placeId ?? "" }, referent);
  assert.equal((await registry.known(id)).venues.length, 0);
});

test("a picture is re-encoded, needs words for those who do not see it, and can be taken away", async () => {
  const id = await registry.created("Photo-club");
  const png = await sharp({ create: { width: 30, height: 20, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const sent = (alt: string, bytes: Buffer) => {
    const form = new FormData();
    form.set("photo", new File([new Uint8Array(bytes)], "p.png", { type: "image/png" }));
    form.set("alt", alt);
    return site.upload(url(id, "/images/photo"), form, referent);
  };
  assert.match((await sent("", png)).html, /Écrivez ce que l’image montre/);
  assert.match((await sent("x", Buffer.from("pas une image"))).html, /Choisissez une image/);
  assert.equal((await sent("Un carré rouge", png)).status, 303);
  const { photo } = (await registry.known(id)).record;
  const page = await site.get(url(id, "/images/photo"), referent);
  assert.match(page.html, new RegExp(`/fichiers/${photo}" alt="Un carré rouge"`));
  assert.equal((await site.post(url(id, "/images/photo/retrait"), {}, referent)).status, 303);
  assert.equal((await registry.known(id)).record.photo, null);
});

test("only those who keep the registry write in it, and only in their commune", async () => {
  const id = await registry.created("Réservée");
  for (const path of [
    "/modifier",
    "/modifier/tarifs",
    "/contacts/nouveau",
    "/lieux",
    "/images/logo",
  ])
    for (const as of ["elected", "equipment_manager", "president"] as const) {
      assert.equal((await site.get(url(id, path), { as })).status, 403, `${path} ${as}`);
    }
  const post = await site.post(
    url(id, "/modifier/tarifs"),
    { prices: "1", registration: "" },
    { as: "elected" },
  );
  assert.equal(post.status, 403);
  assert.match((await site.get(url(id, "/modifier"))).location ?? "", /connexion/);
  assert.equal((await site.get(url(id, "/modifier"), elsewhere)).status, 404);
  const foreign = await site.post(
    url(id, "/modifier/tarifs"),
    { prices: "1", registration: "" },
    elsewhere,
  );
  assert.equal(foreign.status, 404);
  assert.equal((await site.get(url(id, "/modifier/rien"), referent)).status, 404);
});
