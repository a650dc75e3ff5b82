import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { openChoir } from "../confirming/confirming.testing.ts";
import { createAssociation } from "../record/create.ts";
import { addPaper, documentsOf } from "./queries.ts";
import type { DocumentKind, Visibility } from "./rules.ts";

let choir: Awaited<ReturnType<typeof openChoir>>;
before(async () => (choir = await openChoir()));
after(() => choir.site.close());

const space = (path = "") => `/espace/fiches/${choir.id}/documents${path}`;
function give(kind: string, visibility: string, expiresOn = "") {
  const form = new FormData();
  const values = { datedOn: "2026-09-01", expiresOn, visibility };
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  form.append("fichier", new File(["%PDF-1.7\n"], "a.pdf", { type: "application/pdf" }));
  return choir.site.upload(space(`/${kind}`), form, { as: "president" });
}
const inUse = async (kind: string) =>
  (await choir.here((tx) => documentsOf(tx, choir.id))).find((one) => one.kind === kind);

test("the public page says nothing of papers until one is shown to everybody", async () => {
  assert.equal((await give("statuts", "town_hall")).status, 303);
  assert.equal((await give("bureau", "association")).status, 303);
  assert.doesNotMatch(await choir.publicPage(), />Documents<|\/documents\//);
});

test("papers shown to everybody stand on the public page, with their end, in both languages", async () => {
  assert.equal((await give("recepisse", "public")).status, 303);
  assert.equal((await give("assurance", "public", "2027-08-31")).status, 303);
  const html = await choir.publicPage();
  assert.deepEqual(await htmlFaults(html), []);
  const insurance = await inUse("insurance");
  assert.match(
    html,
    new RegExp(
      `>Documents<[\\s\\S]+Récépissé de déclaration du 1[\\s\\S]+href="/documents/${insurance?.id}">Attestation d’assurance du[\\s\\S]+Valable jusqu’au 31 août 2027`,
    ),
  );
  assert.doesNotMatch(html, /Statuts du|Composition du bureau/);
  const english = (await choir.site.get("/en/associations/chorale-du-pont")).html;
  assert.match(
    english,
    /Declaration receipt of September 1, 2026[\s\S]+Valid until August 31, 2027/,
  );
});

test("the public paper of a record merged into another leads to the same paper of the one kept, else to its listing", async () => {
  const { site, here, id } = choir;
  const origin = { source: "hand", at: site.clock.now(), actor: { kind: "system" } } as const;
  const other = await here((tx) => createAssociation(tx, { name: "Chorale du Pont neuf" }, origin));
  const paper = { associationId: other.id, datedOn: "2026-09-01", expiresOn: null, by: "agent", personId: site.personId("referent"), at: site.clock.now() } as const; // prettier-ignore
  const file = { contentType: "application/pdf", sha256: "0".repeat(64), bytes: 1 };
  const filed = (kind: DocumentKind, visibility: Visibility) =>
    here((tx) => addPaper(tx, { ...paper, kind, file, visibility }));
  const own = await inUse("receipt");
  const receipt = await filed("receipt", "public");
  const statutes = await filed("statutes", "public");
  const board = await filed("board", "town_hall");
  await here((tx) =>
    tx
      .updateTable("association")
      .set({ merged_into: id, listed: false })
      .where("association_id", "=", other.id)
      .execute(),
  );
  const leadsTo = async (paperId: string) => (await site.get(`/documents/${paperId}`)).location;
  assert.equal(await leadsTo(receipt), `/documents/${own?.id}`);
  assert.equal(await leadsTo(statutes), "/associations/chorale-du-pont");
  assert.equal((await site.get(`/documents/${board}`)).status, 404);
});

test("an ended paper is said ended; a removed, replaced or hidden one leaves the page at once", async () => {
  choir.site.clock.set("2027-09-02T08:00:00Z");
  const english = await choir.site.get("/en/associations/chorale-du-pont", { as: "president" });
  assert.match(english.html, /Ended on August 31, 2027/);
  const french = await choir.site.get("/associations/chorale-du-pont", { as: "president" });
  assert.match(french.html, /Terminé depuis le 31 août 2027/);
  assert.doesNotMatch(french.html, /Valable jusqu’au 31 août 2027/);
  const insurance = await inUse("insurance");
  await choir.site.post(space(`/${insurance?.id}/retrait`), {}, { as: "president" });
  assert.doesNotMatch(await choir.publicPage(), /Attestation d’assurance/);
  await choir.site.post(space(`/${insurance?.id}/remise`), {}, { as: "president" });
  assert.match(await choir.publicPage(), /Attestation d’assurance/);
  assert.equal((await give("recepisse", "town_hall")).status, 303);
  assert.doesNotMatch(await choir.publicPage(), /Récépissé/);
  await choir.here((tx) =>
    tx
      .updateTable("association")
      .set({ state: "ceased" })
      .where("association_id", "=", choir.id)
      .execute(),
  );
  const ceased = await choir.site.get("/associations/chorale-du-pont", { as: "president" });
  assert.doesNotMatch(ceased.html, /\/documents\//);
});
