import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { createAssociation } from "../record/create.ts";
import { situationOf } from "../record/queries.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const referent = { as: "referent" } as const;
const url = (id: string, path = "") => `/gestion/associations/${id}${path}`;
const created = (name: string) =>
  site.database.write(site.communeId, async (tx) => {
    const actor = { kind: "person", id: site.personId("referent") } as const;
    return (await createAssociation(tx, { name }, { source: "hand", at: site.clock.now(), actor }))
      .id;
  });
const known = async (id: string) => {
  const situation = await site.database.read(site.communeId, (tx) => situationOf(tx, id));
  assert.ok(situation);
  return situation;
};
const hidden = (html: string, name: string): string =>
  (html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
/** What a form of a section sends with what is typed: its revision and what it was opened on. */
const opened = async (id: string, section: string) => {
  const { html } = await site.get(url(id, `/modifier/${section}`), referent);
  return { _revision: hidden(html, "_revision"), _base: hidden(html, "_base") };
};
const identity = {
  name: "",
  acronym: "",
  legalForm: "declared",
  rna: "",
  siret: "",
  createdOn: "",
};

test("an agent adds an association; a look-alike is shown first; the same form sent twice adds one", async () => {
  const fields = {
    ...identity,
    name: "Harmonie des Tilleuls",
    rna: "w49 1000 001",
    _key: crypto.randomUUID(),
  };
  const first = await site.post("/gestion/associations/nouvelle", fields, referent);
  assert.equal(first.status, 303, first.html);
  const again = await site.post("/gestion/associations/nouvelle", fields, referent);
  assert.equal(again.location, first.location);
  const id = first.location?.match(/associations\/([0-9a-f-]+)\//)?.[1] ?? "";
  assert.equal((await known(id)).record.rna, "W491000001");
  const alike = await site.post(
    "/gestion/associations/nouvelle",
    { ...identity, name: "Harmonie des Tilleul" },
    referent,
  );
  assert.equal(alike.status, 422);
  assert.match(alike.html, /Elle est peut-être déjà connue/);
  const anyway = { ...identity, name: "Harmonie des Tilleul", rna: "W491000001", anyway: "on" };
  const taken = await site.post("/gestion/associations/nouvelle", anyway, referent);
  assert.equal(taken.status, 422);
  assert.match(taken.html, /Une autre fiche porte déjà ce numéro RNA/);
});

test("a number typed wrong is refused in words, and what was typed is given back", async () => {
  const id = await created("Club de bridge");
  const base = await opened(id, "identite");
  const typed = {
    ...identity,
    ...base,
    name: "Club de bridge",
    siret: "12345678901234",
    rna: "491000",
  };
  const answer = await site.post(url(id, "/modifier/identite"), typed, referent);
  assert.equal(answer.status, 422);
  assert.match(answer.html, /faute de frappe/);
  assert.match(answer.html, /Ce n’est pas un numéro RNA/);
  assert.match(answer.html, /value="12345678901234"/);
  assert.match(answer.html, /<title>Erreur/);
  const nameless = await site.post(
    url(id, "/modifier/identite"),
    { ...identity, ...base },
    referent,
  );
  assert.match(nameless.html, /Écrivez le nom/);
});

test("each part is saved alone, with who wrote it", async () => {
  const id = await created("Amis du vélo");
  const parts: [string, Record<string, string | string[]>][] = [
    [
      "objet",
      {
        aims: "Rouler.",
        themes: ["sport", "nature"],
        publics: ["adults"],
        keywords: "vélo\nvtt",
        spokenLanguages: "anglais",
      },
    ],
    ["horaires", { schedule: "Le samedi" }],
    ["tarifs", { prices: "20 €", registration: "Sur place" }],
    [
      "accessibilite",
      {
        access_step_free: "yes",
        access_hearing_loop: "no",
        access_accessible_toilet: "",
        access_reserved_parking: "",
        access_sign_language: "",
        access_assistance: "",
        accessNote: "",
      },
    ],
    ["liens", { website: "velo.example", links: "https://carte.example/a" }],
    [
      "siege",
      {
        seatStreet: "1 rue X",
        seatComplement: "",
        seatPostcode: "49000",
        seatTown: "Valbrume",
        seatPublic: "",
      },
    ],
    [
      "etat",
      {
        state: "dormant",
        stateSource: "declared",
        stateOn: "03/02/2026",
        referent: site.personId("referent"),
        listed: "on",
      },
    ],
  ];
  for (const [section, fields] of parts) {
    const answer = await site.post(
      url(id, `/modifier/${section}`),
      { ...(await opened(id, section)), ...fields },
      referent,
    );
    assert.equal(answer.status, 303, `${section} ${answer.html.slice(0, 300)}`);
  }
  const { record, provenance } = await known(id);
  assert.deepEqual(record.themes, ["sport", "nature"]);
  assert.deepEqual([record.accessYes, record.accessNo], [["step_free"], ["hearing_loop"]]);
  assert.equal(record.website, "https://velo.example/");
  assert.deepEqual(
    [record.state, record.stateOn, record.stateSource],
    ["dormant", "2026-02-03", "declared"],
  );
  assert.equal(record.seatPublic, false);
  assert.equal(provenance["prices"]?.by, site.personId("referent"));
});

test("two agents at once: the second is told what changed, keeps what they typed, and decides", async () => {
  const id = await created("Théâtre du Pont");
  const base = await opened(id, "tarifs");
  await site.post(
    url(id, "/modifier/tarifs"),
    { ...base, prices: "10 €", registration: "" },
    { as: "communication" },
  );
  const second = await site.post(
    url(id, "/modifier/tarifs"),
    { ...base, prices: "12 €", registration: "" },
    referent,
  );
  assert.equal(second.status, 422);
  assert.match(second.html, /pendant que vous écriviez/);
  assert.match(second.html, /Camille communication/);
  assert.match(second.html, /Prix\s: 10\s€/);
  assert.match(second.html, />12\s€<\/textarea>/);
  assert.equal((await known(id)).record.prices, "10 €");
  const decided = {
    _revision: hidden(second.html, "_revision"),
    _base: hidden(second.html, "_base"),
    prices: "12 €",
    registration: "",
  };
  assert.equal((await site.post(url(id, "/modifier/tarifs"), decided, referent)).status, 303);
  assert.equal((await known(id)).record.prices, "12 €");
});

test("two agents on two parts at once do not disturb each other", async () => {
  const id = await created("Club d'échecs");
  const [prices, hours] = [await opened(id, "tarifs"), await opened(id, "horaires")];
  await site.post(
    url(id, "/modifier/tarifs"),
    { ...prices, prices: "5 €", registration: "" },
    { as: "front_desk" },
  );
  const other = await site.post(
    url(id, "/modifier/horaires"),
    { ...hours, schedule: "Jeudi" },
    referent,
  );
  assert.equal(other.status, 303);
  const { record } = await known(id);
  assert.deepEqual([record.prices, record.schedule], ["5 €", "Jeudi"]);
});

test("a contact is private until its association says otherwise; its values stay out of the journal's change", async () => {
  const id = await created("Couture");
  const typed = {
    name: "Zoé Martin",
    role: "présidente",
    email: "Zoe@Couture.example",
    phone: "02 41 00 00 09",
    shown: ["email"],
  };
  assert.equal((await site.post(url(id, "/contacts/nouveau"), typed, referent)).status, 303);
  const [contact] = (await known(id)).contacts;
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
  assert.equal((await known(id)).contacts.length, 0);
});

test("a place is picked from the commune's list, once, and taken away", async () => {
  const id = await created("Pétanque");
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
  const [venue] = (await known(id)).venues;
  assert.equal(venue?.detail, "Terrain 2");
  await site.post(url(id, "/lieux/retrait"), { place: venue?.placeId ?? "" }, referent);
  assert.equal((await known(id)).venues.length, 0);
});

test("a picture is re-encoded, needs words for those who do not see it, and can be taken away", async () => {
  const id = await created("Photo-club");
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
  const { photo } = (await known(id)).record;
  const page = await site.get(url(id, "/images/photo"), referent);
  assert.match(page.html, new RegExp(`/fichiers/${photo}" alt="Un carré rouge"`));
  assert.equal((await site.post(url(id, "/images/photo/retrait"), {}, referent)).status, 303);
  assert.equal((await known(id)).record.photo, null);
});

test("only those who keep the registry write in it, and only in their commune", async () => {
  const id = await created("Réservée");
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
  const elsewhere = { as: "referent", host: "autreville.test" } as const;
  assert.equal((await site.get(url(id, "/modifier"), elsewhere)).status, 404);
  const foreign = await site.post(
    url(id, "/modifier/tarifs"),
    { prices: "1", registration: "" },
    elsewhere,
  );
  assert.equal(foreign.status, 404);
  assert.equal((await site.get(url(id, "/modifier/rien"), referent)).status, 404);
});
