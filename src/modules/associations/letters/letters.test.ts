import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { readPdf } from "../../../testing/read-pdf.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { personalData } from "../../../app.ts";
import { keepLinks } from "../confirming/queries.ts";
import { createAssociation } from "../index.ts";
import { periodic } from "../jobs.ts";
import { batchById, setBatchState } from "./batches.ts";
import { printBatch } from "./printing.ts";
import { roundKey } from "./rules.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await site.database.write(site.communeId, async (tx) => {
    const origin = { source: "hand", at: site.clock.now(), actor: { kind: "system" } } as const;
    for (const [name, street, email] of [
      ["Judo", "10 rue des Lilas", null],
      ["Chorale", "2 bis rue des Lilas", null],
      ["Tricot", "2 rue des Lilas", "tricot@valbrume.example"],
      ["Sans toit", null, null],
    ] as const) {
      const { id } = await createAssociation(tx, { name }, origin);
      if (street)
        await tx
          .updateTable("association")
          .set({ seat_street: street, seat_postcode: "49000", seat_town: "Valbrume" })
          .where("association_id", "=", id)
          .execute();
      await tx
        .insertInto("association_contact")
        .values({ association_id: id, name: `Présidence ${name}`, email, phone: "+33241000000" })
        .execute();
    }
  });
});
after(() => site.close());

const referent = { as: "referent" } as const;
const pdfOf = async (batch: string, part = 1): Promise<Uint8Array> => {
  const answer = await site.get(`${batch}/parties/${part}`, referent);
  assert.equal(answer.headers.get("content-type"), "application/pdf");
  return answer.bytes;
};
const at = (street: string) =>
  roundKey({ street, complement: null, postcode: "49000", town: "Valbrume" });
const print = async (audience: string): Promise<string> => {
  const sent = await site.post("/gestion/annuaire/lettres", { audience }, referent);
  assert.match(sent.location ?? "", /lettres\/[0-9a-f-]{36}$/);
  await site.runJobs();
  return sent.location ?? "";
};

test("letters are sorted as the post walks: street, then numbers in their order", () => {
  const streets = [
    "10 rue des Lilas",
    "2 rue des Lilas",
    "1 rue Zola",
    "2 bis rue des Lilas",
    "Le Pré",
  ];
  assert.deepEqual(
    streets.toSorted((a, b) => (at(a) < at(b) ? -1 : 1)),
    ["Le Pré", "2 rue des Lilas", "2 bis rue des Lilas", "10 rue des Lilas", "1 rue Zola"],
  );
});

test("those without e-mail get a letter each, read aloud by any reader, whose code confirms the listing", async () => {
  const batch = await print("no_mail");
  const shown = await site.get(batch, referent);
  assert.match(shown.html, /Ouvrir les 2 lettres/);
  assert.match(shown.html, /1 association sans adresse postale/);
  assert.match(shown.html, /Sans toit/);
  const read = await readPdf(await pdfOf(batch));
  assert.equal(read.texts.length, 2);
  assert.match(
    read.texts[0] ?? "",
    /^.*Chorale À l’attention de Présidence Chorale 2 bis rue des Lilas 49000 VALBRUME/,
  );
  assert.match(read.texts[1] ?? "", /Judo .*10 rue des Lilas/);
  assert.deepEqual([read.tagged, read.language], [true, "fr"]);
  assert.ok(
    ["H1", "H2", "Figure", "L"].every((role) => read.roles.includes(role)),
    read.roles.join(),
  );
  const history = await site.database.read(site.communeId, (tx) =>
    tx
      .selectFrom("journal")
      .select("subject_id")
      .where("action", "=", "association.letter_printed")
      .execute(),
  );
  assert.equal(history.length, 2);
});

test("a link on paper shows the listing, confirms it as paper, tells nothing hidden, and gives no new link", async () => {
  const token = "papier-".padEnd(43, "x");
  const id = await site.database.write(site.communeId, async (tx) => {
    const { association_id } = await tx
      .selectFrom("association")
      .select("association_id")
      .where("name", "=", "Judo")
      .executeTakeFirstOrThrow();
    const link = {
      associationId: association_id,
      contactId: null,
      sections: ["contact", "prices"] as const,
    };
    await keepLinks(tx, [{ ...link, at: site.clock.now(), token }], 90);
    return association_id;
  });
  const shown = await site.get(`/confirmer/${token}`);
  assert.equal(shown.status, 200);
  assert.doesNotMatch(shown.html, /02\s41|Présidence Judo/);
  assert.match(shown.html, /associations\/judo\/signaler/);
  assert.equal((await site.post(`/confirmer/${token}`, { section: "all" })).status, 303);
  const said = await site.database.read(site.communeId, (tx) =>
    tx
      .selectFrom("confirmation")
      .select(["how", "section"])
      .where("association_id", "=", id)
      .execute(),
  );
  assert.deepEqual(said.map(({ how, section }) => `${how} ${section}`).sort(), [
    "paper contact",
    "paper prices",
  ]);
  site.clock.set("2027-01-15T09:00:00Z");
  const over = await site.get(`/confirmer/${token}`);
  assert.equal(over.status, 410);
  assert.doesNotMatch(over.html, /nouveau-lien/);
  site.clock.set("2026-09-15T10:00:00Z");
});

test("one letter from a record; an association without address says so", async () => {
  const ids = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("association").select(["association_id", "name"]).execute(),
  );
  const idOf = (wanted: string) => ids.find(({ name }) => name === wanted)?.association_id ?? "";
  const sent = await site.post(`/gestion/associations/${idOf("Tricot")}/lettre`, {}, referent);
  await site.runJobs();
  const shown = await site.get(sent.location ?? "", referent);
  assert.match(shown.html, /<h1>Lettre à Tricot/);
  assert.match(shown.html, /Ouvrir la lettre/);
  const none = await site.post(`/gestion/associations/${idOf("Sans toit")}/lettre`, {}, referent);
  assert.match(none.location ?? "", /fait=letters.nobody/);
});

test("a printing begun again goes on from the last part kept, and one that is ready prints nothing more", async () => {
  const sent = await site.post("/gestion/annuaire/lettres", { audience: "all" }, referent);
  const id = (sent.location ?? "").split("/").at(-1) ?? "";
  const links = () =>
    site.database.read(
      site.communeId,
      async (tx) => (await tx.selectFrom("confirmation_link").select("link_id").execute()).length,
    );
  const before = await links();
  await site.database.write(site.communeId, (tx) =>
    setBatchState(tx, id, "failed", site.clock.now()),
  );
  assert.match(
    (await site.get(sent.location ?? "", referent)).html,
    /La préparation s’est arrêtée/,
  );
  await Promise.all([
    printBatch(site.house, site.communeId, id),
    printBatch(site.house, site.communeId, id),
  ]);
  await site.runJobs();
  assert.equal((await links()) - before, 3);
  const batch = await site.database.read(site.communeId, (tx) => batchById(tx, id));
  assert.deepEqual([batch?.state, batch?.printed, batch?.files.length], ["ready", 3, 1]);
});

test("letters are forgotten thirty days later, and when a person asks to be erased", async () => {
  const batch = await print("stale");
  const there = async () => (await site.get(`${batch}/parties/1`, referent)).status;
  assert.equal(await there(), 200);
  const who = { email: "tricot@valbrume.example", phones: [], names: [], id: null };
  const actor = { kind: "person", id: site.personId("administrator") } as const;
  const by = { actor, at: site.clock.now() };
  await site.database.write(site.communeId, async (tx) => {
    for (const room of personalData) await room.erase(tx, who, by);
  });
  assert.equal(await there(), 404);
  assert.match((await site.get(batch, referent)).html, /ont été effacées du site/);
  const later = await print("all");
  site.clock.set("2026-11-01T09:00:00Z");
  for (const { task, run } of periodic(site.house))
    if (task === "forget_proposal_senders") await run(site.communeId);
  assert.equal((await site.get(`${later}/parties/1`, referent)).status, 404);
});

test("an address that is no identifier is not found", async () => {
  assert.equal(
    (await site.get(`/gestion/annuaire/lettres/${"-".repeat(36)}`, referent)).status,
    404,
  );
});
