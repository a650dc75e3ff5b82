import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { hidden, list, referent, registryOf } from "../registry.testing.ts";

let site: TestSite;
let registry: ReturnType<typeof registryOf>;
before(async () => {
  site = await openTestSite();
  registry = registryOf(site);
});
after(() => site.close());

const url = (id: string, path = "") => `${list}/${id}${path}`;
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
  assert.equal((await registry.known(id)).record.rna, "W491000001");
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
  const id = await registry.created("Club de bridge");
  const base = await registry.opened(id, "identite");
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
  const id = await registry.created("Amis du vélo");
  const parts: [string, Record<string, string | string[]>][] = [
    [
      "objet",
      {
        aims: "Rouler.",
        themes: ["sport", "nature"],
        publics: ["adults"],
        keywords: "vélo\nvtt",
        spokenLanguages: ["en", "fsl"],
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
      { ...(await registry.opened(id, section)), ...fields },
      referent,
    );
    assert.equal(answer.status, 303, `${section} ${answer.html.slice(0, 300)}`);
  }
  const { record, provenance } = await registry.known(id);
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
  const id = await registry.created("Théâtre du Pont");
  const base = await registry.opened(id, "tarifs");
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
  assert.equal((await registry.known(id)).record.prices, "10 €");
  const decided = {
    _revision: hidden(second.html, "_revision"),
    _base: hidden(second.html, "_base"),
    prices: "12 €",
    registration: "",
  };
  assert.equal((await site.post(url(id, "/modifier/tarifs"), decided, referent)).status, 303);
  assert.equal((await registry.known(id)).record.prices, "12 €");
});

test("two agents on two parts at once do not disturb each other", async () => {
  const id = await registry.created("Club d'échecs");
  const [prices, hours] = [
    await registry.opened(id, "tarifs"),
    await registry.opened(id, "horaires"),
  ];
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
  const { record } = await registry.known(id);
  assert.deepEqual([record.prices, record.schedule], ["5 €", "Jeudi"]);
});
