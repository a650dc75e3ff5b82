import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { htmlFaults } from "../../../testing/valid-html.ts";
import type { Someone } from "../../../testing/site.ts";
import { openChoir } from "../confirming/confirming.testing.ts";
import { documentsOf, papersOf } from "./queries.ts";
import { remindOfPapers } from "./reminding.ts";
import { forgetPapers } from "./retention.ts";
import { isValidOn } from "./rules.ts";

let choir: Awaited<ReturnType<typeof openChoir>>;
before(async () => (choir = await openChoir()));
after(() => choir.site.close());

const pdf = (words: string) => new File([`%PDF-1.7\n${words}`], "statuts.pdf", { type: "application/pdf" }); // prettier-ignore
type Typed = { datedOn?: string; expiresOn?: string; visibility?: string };
const space = (path = "") => `/espace/fiches/${choir.id}/documents${path}`;
const desk = (path = "") => `/gestion/associations/${choir.id}/documents${path}`;

function give(path: string, file: File | undefined, typed: Typed, as: Someone) {
  const form = new FormData();
  form.append("_key", crypto.randomUUID());
  if (file) form.append("fichier", file);
  const said = { datedOn: "2026-09-01", expiresOn: "", visibility: "town_hall", ...typed };
  for (const [name, value] of Object.entries(said)) form.append(name, value);
  return choir.site.upload(path, form, { as });
}
const act = (path: string, as: Someone) =>
  choir.site.post(path, { _key: crypto.randomUUID() }, { as });
const papers = () => choir.here((tx) => papersOf(tx, choir.id));
const inUse = async (kind: string) =>
  (await choir.here((tx) => documentsOf(tx, choir.id))).find((one) => one.kind === kind);

test("an owner gives a paper once; a newer one takes its place and the first stays", async () => {
  const empty = await choir.site.get(space(), { as: "president" });
  assert.deepEqual(await htmlFaults(empty.html), []);
  assert.match(empty.html, /Pas encore donné/);
  const form = await choir.site.get(space("/statuts"), { as: "president" });
  assert.deepEqual(await htmlFaults(form.html), []);
  assert.doesNotMatch(form.html, /capture/);
  assert.equal((await give(space("/statuts"), pdf("un"), {}, "president")).status, 303);
  assert.equal((await give(space("/statuts"), pdf("deux"), { datedOn: "2026-09-10" }, "president")).status, 303); // prettier-ignore
  const list = await choir.site.get(space(), { as: "president" });
  assert.deepEqual(await htmlFaults(list.html), []);
  assert.match(list.html, /Statuts du 10 septembre 2026/);
  assert.match(list.html, /1 version plus ancienne/);
  assert.equal((await inUse("statutes"))?.datedOn, "2026-09-10");
});

test("what is wrong is said by its field, and what was typed stays", async () => {
  const none = await give(space("/assurance"), undefined, { datedOn: "2026-01-01" }, "president");
  assert.equal(none.status, 422);
  assert.match(none.html, /Choisissez un fichier/);
  assert.match(none.html, /jusqu’à quand l’assurance/);
  assert.match(none.html, /value="2026-01-01"/);
  const text = new File(["bonjour"], "faux.pdf", { type: "application/pdf" });
  assert.match((await give(space("/statuts"), text, {}, "president")).html, /ne s’ouvre pas/);
  const heavy = pdf("x".repeat(10_100_000));
  assert.match((await give(space("/statuts"), heavy, {}, "president")).html, /dépasse 10 Mo/);
  const ends = { datedOn: "2026-05-01", expiresOn: "2026-04-01" };
  assert.match((await give(space("/assurance"), pdf("a"), ends, "president")).html, /fin vient avant/); // prettier-ignore
  const future = await give(space("/statuts"), pdf("a"), { datedOn: "2027-01-01" }, "president");
  assert.match(future.html, /pas encore arrivée/);
});

test("a photograph is made again; a PDF is downloaded, whatever its name says", async () => {
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: "white" } }).jpeg().toBuffer(); // prettier-ignore
  const photo = new File([new Uint8Array(picture)], "bureau.jpg", { type: "image/jpeg" });
  assert.equal((await give(space("/bureau"), photo, {}, "president")).status, 303);
  const board = await inUse("board");
  const shown = await choir.site.get(`/documents/${board?.id}`, { as: "president" });
  assert.deepEqual([shown.status, shown.headers.get("content-type")], [200, "image/webp"]);
  const statutes = await inUse("statutes");
  const file = await choir.site.get(`/documents/${statutes?.id}`, { as: "president" });
  assert.equal(file.headers.get("content-disposition"), 'attachment; filename="statuts-2026-09-10.pdf"'); // prettier-ignore
  assert.equal(file.headers.get("x-content-type-options"), "nosniff");
  assert.match(file.headers.get("cache-control") ?? "", /no-store/);
});

test("a paper is read by those it is shown to, and found by nobody else", async () => {
  const read = async (as: Someone) =>
    (await choir.site.get(`/documents/${(await inUse("receipt"))?.id}`, { as })).status;
  await give(space("/recepisse"), pdf("r1"), { visibility: "association" }, "president");
  assert.deepEqual([await read("president"), await read("elected"), await read("referent"), await read("resident")], [200, 200, 404, 404]); // prettier-ignore
  assert.doesNotMatch((await choir.site.get(desk(), { as: "referent" })).html, /Récépissé de déclaration du/); // prettier-ignore
  const hidden = await inUse("receipt");
  assert.equal((await choir.site.get(`/fichiers/${hidden?.fileId}`, { as: "referent" })).status, 404); // prettier-ignore
  await give(space("/recepisse"), pdf("r2"), { visibility: "town_hall" }, "president");
  assert.deepEqual([await read("referent"), await read("equipment_manager"), await read("resident")], [200, 404, 404]); // prettier-ignore
  await give(space("/recepisse"), pdf("r3"), { visibility: "public" }, "president");
  assert.equal(await read("resident"), 200);
  const paper = await inUse("receipt");
  const elsewhere = await choir.site.get(`/documents/${paper?.id}`, { host: "autreville.test" });
  assert.equal(elsewhere.status, 404);
});

test("a reader reads; others of the town hall and of other associations do not enter", async () => {
  const list = await choir.site.get(space(), { as: "elected" });
  assert.equal(list.status, 200);
  assert.doesNotMatch(list.html, /Donner ce document|Retirer/);
  assert.equal((await give(space("/statuts"), pdf("x"), {}, "elected")).status, 404);
  assert.equal((await choir.site.get(space(), { as: "referent" })).status, 403);
  assert.equal((await choir.site.get(desk(), { as: "elected" })).status, 403);
});

test("an agent adds what came on paper, and removes only that", async () => {
  const year = { datedOn: "2026-01-01", expiresOn: "2026-10-14" };
  assert.equal((await give(desk("/assurance"), pdf("assurance"), year, "referent")).status, 303);
  const list = await choir.site.get(desk(), { as: "referent" });
  assert.deepEqual(await htmlFaults(list.html), []);
  assert.match(list.html, /Valable jusqu’au 14 octobre 2026/);
  assert.match(list.html, /Reçu sur papier par la mairie/);
  assert.match(
    (await choir.site.get(space(), { as: "president" })).html,
    /Attestation d’assurance du/,
  );
  const statutes = await inUse("statutes");
  assert.equal((await act(desk(`/${statutes?.id}/retrait`), "referent")).status, 404);
  const paper = await inUse("insurance");
  assert.ok(paper && isValidOn(paper, "2026-10-14") && !isValidOn(paper, "2026-10-15"));
});

test("what is removed is put back; of two removals the second is told", async () => {
  const paper = await inUse("statutes");
  assert.equal((await act(space(`/${paper?.id}/retrait`), "president")).status, 303);
  assert.equal(await inUse("statutes"), undefined);
  assert.equal((await act(space(`/${paper?.id}/retrait`), "president")).status, 422);
  assert.match((await choir.site.get(space(), { as: "president" })).html, /Documents retirés/);
  assert.equal((await act(space(`/${paper?.id}/remise`), "president")).status, 303);
  assert.equal((await inUse("statutes"))?.id, paper?.id);
  const history = await choir.site.get(`/gestion/associations/${choir.id}/historique`, { as: "referent" }); // prettier-ignore
  assert.match(history.html, /Document retiré/);
  assert.match(history.html, /Document remis/);
});

test("the association is told a month before the end and on the day, once each", async () => {
  const told = () =>
    choir.here((tx) =>
      tx
        .selectFrom("mail")
        .select(["to_email", "subject", "text_body"])
        .where("kind", "=", "document_end")
        .orderBy("created_at")
        .orderBy("to_email")
        .execute(),
    );
  const { house, communeId, clock } = choir.site;
  const remind = async (instant: string) => {
    clock.set(instant);
    await remindOfPapers(house, communeId);
    return (await told()).length;
  };
  assert.equal(await remind("2026-09-13T07:00:00Z"), 0);
  assert.equal(await remind("2026-09-14T07:00:00Z"), 2);
  assert.equal(await remind("2026-09-20T07:00:00Z"), 2);
  const [first] = await told();
  assert.equal(first?.to_email, "odette@pont.example");
  assert.match(first.subject, /à renouveler bientôt/);
  assert.ok(first.text_body.includes(`http://localhost:3000${space()}`), first.text_body);
  assert.equal(await remind("2026-10-14T07:00:00Z"), 4);
  assert.equal(await remind("2026-10-15T07:00:00Z"), 4);
});

test("papers of a record merged into another are read there, and stay its own", async () => {
  const other = await choir.here((tx) =>
    tx
      .insertInto("association")
      .values({ slug: "chorale-double", name: "Chorale double", name_sort: "chorale double" })
      .returning("association_id")
      .executeTakeFirstOrThrow(),
  );
  const merge = (into: string | null) =>
    choir.here((tx) =>
      tx
        .updateTable("association")
        .set({ merged_into: into })
        .where("association_id", "=", choir.id)
        .execute(),
    );
  await merge(other.association_id);
  const joined = await choir.here((tx) => documentsOf(tx, other.association_id));
  assert.equal(joined.length, (await papers()).filter((one) => !one.replacedAt && !one.removedAt).length); // prettier-ignore
  await merge(null);
  assert.deepEqual(await choir.here((tx) => documentsOf(tx, other.association_id)), []);
});

test("removed papers leave after their time, their file with them", async () => {
  const { house, communeId, clock } = choir.site;
  const paper = await inUse("board");
  await act(space(`/${paper?.id}/retrait`), "president");
  clock.set("2026-12-24T07:00:00Z");
  await forgetPapers(house, communeId);
  assert.ok(!(await papers()).some(({ id }) => id === paper?.id));
  const files = await choir.here((tx) => tx.selectFrom("file").select("file_id").execute());
  assert.ok(!files.some(({ file_id }) => file_id === paper?.fileId));
});
