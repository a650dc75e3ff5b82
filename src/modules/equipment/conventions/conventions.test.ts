import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { readPdf } from "../../../testing/read-pdf.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { addPaper } from "../../associations/index.ts";
import { conventionUntil } from "../index.ts";
import { borrow, lend } from "../papers/papers.testing.ts";

let site: TestSite;
let place = "";
let association = "";
const as = "equipment_manager" as const;
type Someone = typeof as | "president";
const desk = "/gestion/materiel/conventions";
const space = "/espace/conventions";

before(async () => {
  site = await openTestSite();
  ({ place, association } = await lend(site));
});
after(() => site.close());

const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const seen = async (path: string, who: Someone = as) => {
  const answer = await site.get(path, { as: who });
  assert.equal(answer.status, 200, path);
  assert.deepEqual(await htmlFaults(answer.html), [], path);
  return plain(answer.html);
};
const acted = async (path: string, fields: Record<string, string>, who: Someone = as) => {
  const answer = await site.post(path, fields, { as: who });
  assert.equal(answer.status, 303, plain(answer.html).slice(0, 1500));
  return (answer.location ?? "").split("?")[0] ?? "";
};
const until = () => site.database.read(site.communeId, (tx) => conventionUntil(tx, association));
const rules = { openTo: "all", decision: "asked", lateWaits: "on", seasonLoans: "", leadOpenDays: "1", longestDays: "14", furthestDays: "300", bufferHours: "1" }; // prettier-ignore
const idIn = (path: string) => path.split("/").at(-1) ?? "";

test("without a convention the rule refuses a loan, and leads to where it is signed", async () => {
  await acted("/gestion/materiel/regles", { ...rules, convention: "on" });
  assert.match(await seen("/gestion/materiel/regles"), /Une convention signée avec la mairie/);
  await assert.rejects(borrow(site, place), /asking: 422/);
  const free = await site.get("/materiel?du=2026-12-04&au=2026-12-07");
  const pool = /name="q_([0-9a-f-]{36})"/.exec(free.html)?.[1] ?? "";
  const refused = await site.post("/materiel/demande", { du: "2026-12-04", au: "2026-12-07", [`q_${pool}`]: "1", purpose: "Ciné-club", [`out_${place}`]: "540", [`back_${place}`]: "600" }, { as: "president" }); // prettier-ignore
  assert.match(plain(refused.html), /Il faut une convention signée/);
  assert.match(refused.html, /href="\/espace\/conventions"/);
});

test("an association prepares its own, reads it, signs it with a finger; the town hall signs, and it stands", async () => {
  assert.match(
    await seen(space, "president"),
    /Lire ensemble n’a pas de convention pour la saison/,
  );
  const mine = await acted(space, { association }, "president");
  const page = await seen(mine, "president");
  assert.match(page, /Ce que prête la commune.*Elle prend soin du matériel/);
  assert.match(page, /1er septembre 2026.*31 août 2027/);
  assert.equal(await until(), null);
  const silent = await site.post(`${mine}/signature`, { side: "association", name: "" }, { as: "president" }); // prettier-ignore
  assert.equal(silent.status, 422);
  assert.deepEqual(await htmlFaults(silent.html), []);
  const first = await site.post(`${desk}/${idIn(mine)}/signature`, { side: "commune", name: "Sam", agreed: "on" }, { as }); // prettier-ignore
  assert.equal(first.status, 404, "the commune does not sign first");
  const png = await sharp({ create: { width: 90, height: 30, channels: 4, background: "#112233" } }).png().toBuffer(); // prettier-ignore
  const drawing = `data:image/png;base64,${png.toString("base64")}`;
  await acted(`${mine}/signature`, { side: "association", name: "Nadia Benali", agreed: "on", drawing, paper: "on" }, "president"); // prettier-ignore
  assert.match(await seen(mine, "president"), /Nadia Benali.*Signé à l’écran/, "the association does not say that a paper is kept"); // prettier-ignore
  assert.match(await seen(desk), /À signer par la mairie.*Lire ensemble/);
  assert.match(await seen("/gestion/file"), /Convention de prêt à signer/);
  await acted(`${desk}/${idIn(mine)}/signature`, { side: "commune", name: "Sam Martin", agreed: "on" }); // prettier-ignore
  assert.equal(await until(), "2027-08-31");
  assert.match(await seen(`${desk}/${idIn(mine)}`), /Valable.*Nadia Benali.*Sam Martin/);
  const pdf = await site.get(`${mine}/convention.pdf`, { as: "president" });
  const read = await readPdf(pdf.bytes);
  assert.match(read.texts.join(" ").replace(/\s+/g, " "), /Convention de prêt de matériel.*Lire ensemble.*Ce que l’association accepte.*Nadia Benali.*Sam Martin/); // prettier-ignore
  assert.deepEqual([read.alts, read.language, read.tagged], [["Signature de Nadia Benali"], "fr", true]); // prettier-ignore
  assert.match(await borrow(site, place), /^[0-9a-f-]{36}$/);
  const mails = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("mail").select("subject").where("kind", "=", "convention").execute(),
  );
  assert.deepEqual(mails, [{ subject: "Votre convention est signée" }]);
});

test("taken back, it refuses again; proposed again to those who borrow without one, with the words the town writes", async () => {
  const list = await site.get(desk, { as });
  const id = new RegExp(`${desk}/([0-9a-f-]{36})`).exec(list.html)?.[1] ?? "";
  await acted(`${desk}/${id}/retrait`, {});
  assert.equal(await until(), null);
  const late = await site.post(`${space}/${id}/signature`, { side: "association", name: "Nadia", agreed: "on" }, { as: "president" }); // prettier-ignore
  assert.equal(late.status, 404);
  assert.match(await seen(desk), /Sans convention.*Lire ensemble/);
  assert.match(await seen(`${desk}/nouvelle`), /À l’association qui a emprunté cette année/);
  const empty = await site.post(`${desk}/nouvelle`, { association: "", season: "", words: "" }, { as }); // prettier-ignore
  assert.match(plain(empty.html), /Choisissez une saison.*Écrivez ce qui est convenu/);
  const sent = { association: "", season: "2026-09-01", words: "# Notre accord\nLe projecteur reste au sec." }; // prettier-ignore
  await acted(`${desk}/nouvelle`, sent);
  assert.match(plain((await site.post(`${desk}/nouvelle`, sent, { as })).html), /Aucune association n’attend/); // prettier-ignore
  const again = await site.post(`${desk}/nouvelle`, { ...sent, association }, { as });
  assert.match(plain(again.html), /déjà proposée/);
  assert.match(await seen(space, "president"), /Lire ensemble.*À signer/);
  assert.match(await seen(`${desk}/nouvelle?association=${association}`), /Notre accord/);
  const found = await seen(`${desk}/nouvelle?cherche=lire`);
  assert.match(found, /Lire ensemble/);
});

test("signed on paper and given back among the papers of the association, it is asked once", async () => {
  await site.database.write(site.communeId, async (tx) => {
    const file = { contentType: "application/pdf", sha256: "a".repeat(64), bytes: 1200 };
    await addPaper(tx, { associationId: association, kind: "convention", file, datedOn: "2026-11-20", expiresOn: "2027-08-31", visibility: "town_hall", by: "association", personId: site.personId("president"), at: site.clock.now() }); // prettier-ignore
  });
  const list = await site.get(desk, { as });
  const id = new RegExp(`${desk}/([0-9a-f-]{36})`).exec(list.html)?.[1] ?? "";
  assert.match(await seen(`${desk}/${id}`), /L’association a donné ce papier : Convention de prêt signée/); // prettier-ignore
  await acted(`${desk}/${id}/signature`, { side: "association", name: "Nadia Benali", agreed: "on", paper: "on" }); // prettier-ignore
  await acted(`${desk}/${id}/signature`, { side: "commune", name: "Sam Martin", agreed: "on" });
  assert.match(await seen(`${desk}/${id}`), /Valable.*Signé sur papier/);
  const kept = await site.database.read(
    site.communeId,
    (tx) =>
    tx.selectFrom("convention").select("document_id").where("convention_id", "=", id).executeTakeFirstOrThrow(), // prettier-ignore
  );
  assert.ok(kept.document_id);
  assert.equal(await until(), "2027-08-31");
});
