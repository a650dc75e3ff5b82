import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { Tx } from "../../../platform/db/database.ts";
import { act } from "../../../platform/db/database.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { historyOf } from "../../journal/index.ts";
import type { AssociationFacts } from "../facts.ts";
import { applyFacts, applyFactsToMany } from "./apply.ts";
import { createAssociation, createAssociations } from "./create.ts";
import type { Source } from "./fields.ts";
import { imagesOf, removeAssociations, restoreAssociation } from "./images.ts";
import { situationOf } from "./queries.ts";
import { associationFacts, factsOf } from "./read-facts.ts";
import type { Origin } from "./write.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const here = <T>(work: (tx: Tx) => Promise<T>) => site.database.write(site.communeId, work);
const from = (source: Source): Origin => ({
  source,
  at: site.clock.now(),
  actor:
    source === "hand"
      ? { kind: "person", id: site.personId("referent") }
      : { kind: "import", id: "11111111-1111-4111-8111-111111111111" },
});
const judo: AssociationFacts = {
  name: "Judo Club de l'Étang",
  rna: "W491000001",
  siret: "35600000000048",
  registryThemes: ["011105"],
  email: "judo@valbrume.example",
  phone: "+33241000001",
  seat: { street: "3 rue des Lilas", postcode: "49000", town: "Valbrume" },
  places: [{ name: "Gymnase Pasteur", street: "1 rue Pasteur" }],
};

test("a record keeps what its source said, where each value comes from, and publishes no contact", async () => {
  const id = await here(async (tx) => (await createAssociation(tx, judo, from("registry"))).id);
  const known = await here((tx) => situationOf(tx, id));
  assert.equal(known?.slug, "judo-club-de-l-etang");
  assert.equal(known?.record.siren, "356000000");
  assert.deepEqual(known?.record.themes, ["sport", "health"]);
  assert.equal(known?.provenance["rna"]?.source, "registry");
  assert.equal(known?.contacts[0]?.email, "judo@valbrume.example");
  assert.equal(known?.contacts[0]?.emailPublic, false);
  assert.equal(known?.record.seatPublic, false);
  const facts = await here((tx) => associationFacts(tx, id));
  assert.equal(facts?.places?.[0]?.name, "Gymnase Pasteur");
  assert.equal(facts?.seat?.street, "3 rue des Lilas");
});

test("the same facts again change nothing, and write no history", async () => {
  const id = await here(async (tx) => {
    const again = { ...judo, rna: "W491000002", siret: "21490007800012" };
    const { id } = await createAssociation(tx, again, from("municipal_file"));
    const { changed, kept } = await applyFacts(tx, id, again, from("municipal_file"));
    assert.deepEqual({ changed, kept }, { changed: {}, kept: {} });
    return id;
  });
  const [created, ...more] = await here((tx) => historyOf(tx, "association", id));
  assert.equal(created?.action, "association.created");
  assert.equal(more.length, 0);
  assert.doesNotMatch(JSON.stringify(created?.change), /valbrume\.example|Lilas/);
  assert.ok(created?.personal.some((value) => value.new === "judo@valbrume.example"));
});

test("a file changes only what differs, and never what a person wrote", async () => {
  await here(async (tx) => {
    const { id } = await createAssociation(tx, { name: "Chorale", aims: "Chanter" }, from("hand"));
    const told = { name: "Chorale municipale", aims: "Chanter fort", acronym: "CM" };
    const { changed, kept } = await applyFacts(tx, id, told, from("municipal_file"));
    assert.deepEqual(changed, { acronym: [null, "CM"] });
    assert.deepEqual(kept, {
      name: ["Chorale", "Chorale municipale"],
      aims: ["Chanter", "Chanter fort"],
    });
    const byHand = await applyFacts(tx, id, told, from("hand"));
    assert.deepEqual(Object.keys(byHand.changed), ["name", "aims"]);
  });
});

test("two associations of one name have two addresses; one number has one association", async () => {
  await here(async (tx) => {
    const [one, two] = await createAssociations(
      tx,
      [{ name: "Les Amis" }, { name: "Les amis" }],
      from("hand"),
    );
    assert.deepEqual([one?.slug, two?.slug], ["les-amis", "les-amis-2"]);
    const outcome = await act(tx, { association_rna_unique: "rna_taken" }, () =>
      createAssociation(tx, { name: "Autre", rna: "W491000001" }, from("hand")),
    );
    assert.deepEqual(outcome, { refused: "rna_taken" });
  });
});

test("a record restored is what it was, whatever was done since", async () => {
  await here(async (tx) => {
    const first = { name: "Théâtre", email: "a@valbrume.example", places: [{ name: "Halle" }] };
    const { id } = await createAssociation(tx, first, from("registry"));
    const [image] = await imagesOf(tx, [id]);
    const before = await associationFacts(tx, id);
    const told = {
      name: "Théâtre du Port",
      email: "b@valbrume.example",
      places: [{ name: "Quai" }],
    };
    await applyFacts(tx, id, told, from("hand"));
    assert.notDeepEqual(await associationFacts(tx, id), before);
    if (image) await restoreAssociation(tx, image, from("hand"));
    assert.deepEqual(await associationFacts(tx, id), before);
    await removeAssociations(tx, [id], from("hand"));
    assert.equal(await associationFacts(tx, id), undefined);
    if (image) await restoreAssociation(tx, image, from("hand"));
    assert.deepEqual(await associationFacts(tx, id), before);
    const actions = (await historyOf(tx, "association", id)).map((line) => line.action);
    assert.ok(actions.includes("association.removed"));
  });
});

test("thousands of records are written in seconds, and found again as they were", async (t) => {
  const many = Array.from({ length: 4000 }, (_, n) => ({
    name: `Association numéro ${n}`,
    places: [{ name: `Salle ${n % 90}` }],
    email: `n${n}@valbrume.example`,
  }));
  const started = performance.now();
  const created = await here((tx) => createAssociations(tx, many, from("registry")));
  const written = performance.now();
  const applied = await here((tx) =>
    applyFactsToMany(
      tx,
      created.map(({ id }, n) => ({
        id,
        facts: { name: `Association numéro ${n}`, aims: "Aider" },
      })),
      from("registry"),
    ),
  );
  assert.ok(applied.every(({ changed }) => changed["aims"]?.[1] === "Aider"));
  t.diagnostic(
    `4000 created in ${Math.round(written - started)} ms, changed in ${Math.round(performance.now() - written)} ms`,
  );
  const facts = await here((tx) =>
    factsOf(
      tx,
      created.slice(0, 10).map(({ id }) => id),
    ),
  );
  assert.equal(facts.get(created[3]?.id ?? "")?.places?.[0]?.name, "Salle 3");
  assert.equal(new Set(created.map(({ slug }) => slug)).size, 4000);
});

test("a record of another commune does not exist here", async () => {
  const [id] = await here(async (tx) => [
    (await createAssociation(tx, { name: "Ici" }, from("hand"))).id,
  ]);
  await site.database.write(site.otherCommuneId, async (tx) => {
    assert.equal(await situationOf(tx, id ?? ""), undefined);
    assert.deepEqual(await applyFacts(tx, id ?? "", { name: "Là" }, from("hand")), {
      changed: {},
      kept: {},
    });
    assert.deepEqual(await imagesOf(tx, [id ?? ""]), []);
  });
});
