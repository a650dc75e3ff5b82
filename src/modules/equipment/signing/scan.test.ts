import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { readPdf } from "../../../testing/read-pdf.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { borrow, lend } from "../papers/papers.testing.ts";

let site: TestSite;
let path = "";
let slip = "";
const as = "equipment_manager" as const;

before(async () => {
  site = await openTestSite();
  const loan = `/gestion/materiel/prets/${await borrow(site, (await lend(site)).place)}`;
  [path, slip] = [`${loan}/signature`, `${loan}/bon.pdf`];
});
after(() => site.close());

const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const page = async () => {
  const { html } = await site.get(path, { as });
  assert.deepEqual(await htmlFaults(html), []);
  return html;
};
const sign = (side: string, paper: string) => site.post(path, { pour: "bon", side, name: "Nadia Benali", agreed: "on", paper }, { as }); // prettier-ignore
const scan = (file: File | undefined, side = "association", who: typeof as | "referent" = as) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ pour: "bon", side })) form.append(name, value);
  if (file) form.append("fichier", file);
  return site.upload(`${path}/papier`, form, { as: who });
};
const pdf = new File(["%PDF-1.4 signé"], "bon.pdf", { type: "application/pdf" });
const addressIn = (html: string) => /href="([^"]*signature\/papier[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? ""; // prettier-ignore
const files = () =>
  site.database.read(site.communeId, (tx) =>
    tx.selectFrom("file").select("content_type").where("kind", "=", "signature").execute(),
  );

test("what is signed on the screen has no paper to send back; what is signed on paper has", async () => {
  assert.equal((await scan(pdf)).status, 404, "nobody signed");
  await sign("association", "");
  assert.doesNotMatch(await page(), /Garder ce papier/);
  assert.equal((await scan(pdf)).status, 404, "signed on the screen");
  await site.post(`${path}/retrait`, { pour: "bon", side: "association" }, { as });
  await sign("association", "on");
  assert.match(plain(await page()), /Signé sur papier.*Le papier signé, en photo ou en PDF/);
});

test("what is sent is refused in words when it is no paper, and nothing is lost", async () => {
  for (const [file, words] of [
    [undefined, /Choisissez un fichier/],
    [new File(["bonjour"], "bon.txt", { type: "text/plain" }), /Il faut un PDF ou une photo/],
  ] as const) {
    const refused = await scan(file);
    assert.equal(refused.status, 422);
    assert.deepEqual(await htmlFaults(refused.html), []);
    assert.match(plain(refused.html), words);
  }
  assert.deepEqual(await files(), []);
});

test("a PDF or a photo is kept with the signature, read by who keeps the equipment alone, sent again, gone when it is taken back", async () => {
  assert.equal((await scan(pdf)).status, 303);
  const html = await page();
  assert.match(plain(html), /Voir le papier signé.*Un autre papier à la place/);
  const there = addressIn(html);
  const read = await site.get(there, { as });
  assert.equal(read.headers.get("content-type"), "application/pdf");
  assert.match(read.headers.get("content-disposition") ?? "", /^attachment/);
  assert.equal(new TextDecoder().decode(read.bytes), "%PDF-1.4 signé");
  for (const who of ["referent", "president", "resident"] as const)
    assert.notEqual((await site.get(there, { as: who })).status, 200, who);
  assert.notEqual((await scan(pdf, "association", "referent")).status, 303);
  const photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#eee" } }).jpeg().toBuffer(); // prettier-ignore
  assert.equal((await scan(new File([new Uint8Array(photo)], "bon.jpg", { type: "image/jpeg" }))).status, 303); // prettier-ignore
  assert.deepEqual(await files(), [{ content_type: "image/webp" }], "the last one alone");
  assert.equal((await site.get(there, { as })).headers.get("content-type"), "image/webp");
  // The paper printed again shows who signed, not what was scanned.
  assert.deepEqual((await readPdf((await site.get(slip, { as })).bytes)).alts, []);
  await site.post(`${path}/retrait`, { pour: "bon", side: "association" }, { as });
  assert.deepEqual(await files(), []);
  assert.equal((await site.get(there, { as })).status, 404);
});
