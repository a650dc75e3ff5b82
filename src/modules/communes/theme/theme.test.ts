import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { settingsUrls } from "../settings/urls.ts";
import { judgeColours } from "./rules.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const admin = { as: "administrator" } as const;
const colours = { primary: "#1d4e5f", accent: "#c8452f" };

test("colours that cannot be read are refused with colours of the same hue that can", () => {
  const outcome = judgeColours("#ffe680", "#c8452f");
  assert.equal(outcome.kind, "faint");
  if (outcome.kind !== "faint") return;
  const { primary, accent } = outcome.proposal;
  assert.equal(judgeColours(primary, accent).kind, "good");
  assert.notEqual(primary, "#ffe680");
});

test("a failing colour shows the proposal, and keeps it only when the person agrees", async () => {
  const refused = await site.post(settingsUrls.colours, { ...colours, primary: "#ffe680" }, admin);
  assert.equal(refused.status, 422);
  assert.match(refused.html, /Garder la proposition/);
  assert.match(refused.html, /fill="#ffe680"/);
  const before = await site.get(settingsUrls.colours, admin);
  assert.doesNotMatch(before.html, /ffe680/);
  const proposed = /name="primary" value="(#[0-9a-f]{6})"/.exec(refused.html)?.[1] ?? "";
  const kept = await site.post(settingsUrls.colours, { ...colours, primary: proposed }, admin);
  assert.equal(kept.status, 303);
  const { html } = await site.get(settingsUrls.colours, admin);
  assert.match(html, new RegExp(`/theme/${proposed.slice(1)}-c8452f.css`));
});

test("looking at colours changes nothing", async () => {
  const seen = await site.post(
    settingsUrls.colours,
    { primary: "#4a1d5f", accent: "#c8452f", voir: "1" },
    admin,
  );
  assert.equal(seen.status, 200);
  assert.match(seen.html, /fill="#4a1d5f"/);
  const { html } = await site.get(settingsUrls.colours, admin);
  assert.doesNotMatch(html, /4a1d5f/);
});

test("what is not a colour is refused", async () => {
  const answer = await site.post(settingsUrls.colours, { ...colours, accent: "rouge" }, admin);
  assert.equal(answer.status, 422);
  assert.match(answer.html, /écrite comme #1d4e5f/);
});

test("the stylesheet of two colours is served to anyone, and nothing else at such an address", async () => {
  const sheet = await site.get("/theme/1d4e5f-c8452f.css");
  assert.equal(sheet.status, 200);
  assert.match(sheet.headers.get("content-type") ?? "", /text\/css/);
  assert.match(sheet.headers.get("cache-control") ?? "", /immutable/);
  assert.match(sheet.html, /--primary:#1d4e5f/);
  for (const wrong of ["rouge-bleu.css", "1d4e5f.css", "1d4e5f-c8452f.css;x", "1D4E5F-C8452F.css"])
    assert.equal((await site.get(`/theme/${wrong}`)).status, 404, wrong);
});

const picture = async (name = "logo.png") => {
  const bytes = await sharp({
    create: { width: 900, height: 400, channels: 4, background: "#1d4e5f" },
  })
    .withExif({ IFD0: { Artist: "Somebody" } })
    .png()
    .toBuffer();
  return new File([new Uint8Array(bytes)], name, { type: "image/png" });
};
const formOf = (logo: File | undefined, alt: string) => {
  const form = new FormData();
  if (logo) form.append("logo", logo);
  form.append("alt", alt);
  return form;
};

test("a logo is made safe, shown in the header, served for a long time, and can be removed", async () => {
  const sent = await site.upload(settingsUrls.logo, formOf(await picture(), "Le blason"), admin);
  assert.equal(sent.status, 303);
  const { html } = await site.get(settingsUrls.colours, admin);
  assert.match(html, /alt="Le blason"/);
  const path = /<img src="(\/fichiers\/[0-9a-f-]+)"/.exec(html)?.[1] ?? "";
  const file = await site.get(path);
  assert.equal(file.status, 200);
  assert.equal(file.headers.get("content-type"), "image/webp");
  assert.equal(file.headers.get("x-content-type-options"), "nosniff");
  assert.match(file.headers.get("content-disposition") ?? "", /^inline/);
  assert.match(file.headers.get("cache-control") ?? "", /public, max-age=31536000, immutable/);
  assert.doesNotMatch(file.html, /Somebody/);
  const again = await site.get(path, {
    headers: { "if-none-match": file.headers.get("etag") ?? "" },
  });
  assert.equal(again.status, 304);
  assert.equal((await site.get(path, { host: "autreville.test" })).status, 404);
  assert.equal((await site.post(settingsUrls.removeLogo, {}, admin)).status, 303);
  assert.doesNotMatch((await site.get(settingsUrls.colours, admin)).html, /Le blason/);
  assert.equal((await site.get(path)).status, 404);
});

test("what is not a picture is refused as a logo, and so is a picture nobody describes", async () => {
  const text = new File(["pas une image"], "logo.png", { type: "image/png" });
  const refused = await site.upload(settingsUrls.logo, formOf(text, "Le blason"), admin);
  assert.equal(refused.status, 422);
  assert.match(refused.html, /ne peut pas être lue/);
  const silent = await site.upload(settingsUrls.logo, formOf(await picture(), ""), admin);
  assert.equal(silent.status, 422);
  assert.match(silent.html, /Écrivez ce que montre/);
  const nothing = await site.upload(settingsUrls.logo, formOf(undefined, "Le blason"), admin);
  assert.match(nothing.html, /Choisissez une image/);
  const other = await site.upload(settingsUrls.logo, formOf(await picture(), "x"), {
    as: "referent",
  });
  assert.equal(other.status, 403);
});

test("a private file is found by staff only", async () => {
  const sha256 = await site.house.files.keep(Buffer.from("compte rendu"));
  const id = await site.database.write(site.communeId, async (tx) => {
    const row = await tx
      .insertInto("file")
      .values({ kind: "document", content_type: "application/pdf", sha256, bytes: 12 })
      .returning("file_id")
      .executeTakeFirstOrThrow();
    return row.file_id;
  });
  assert.equal((await site.get(`/fichiers/${id}`)).status, 404);
  assert.equal((await site.get(`/fichiers/${id}`, { as: "president" })).status, 404);
  const file = await site.get(`/fichiers/${id}`, { as: "front_desk" });
  assert.equal(file.status, 200);
  assert.equal(file.headers.get("cache-control"), "private, no-store");
  assert.match(file.headers.get("content-disposition") ?? "", /^attachment/);
  assert.equal((await site.get("/fichiers/pas-un-identifiant")).status, 404);
});
