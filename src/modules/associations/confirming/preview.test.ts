import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { openChoir } from "./confirming.testing.ts";

let choir: Awaited<ReturnType<typeof openChoir>>;
before(async () => (choir = await openChoir()));
after(() => choir.site.close());

const look = { step: "apercu" };
const confirmed = async () => (await choir.confirmations()).length;

test("a correction is seen as residents will read it, with what was typed, and nothing is saved yet", async () => {
  const { path } = await choir.askedByMail();
  const before = await confirmed();
  const typed = { prices: "12 € par mois <b>", registration: "Sur place", ...look };
  const seen = await choir.site.post(`${path}/tarifs`, typed);
  assert.equal(seen.status, 200);
  assert.match(seen.html, /Ce que liront les habitants.*<p>12\s€ par mois &lt;b><\/p>.*Sur place/s);
  assert.match(seen.html, /<textarea[^>]*>12\s€ par mois &lt;b><\/textarea>/);
  assert.match(seen.html, /Rien n’est encore enregistré/);
  assert.deepEqual(await htmlFaults(seen.html), []);
  assert.equal(await confirmed(), before);
  assert.match(await choir.publicPage(), /10\s€ par mois/);
  const key = /name="_key" value="([^"]+)"/.exec(seen.html)?.[1] ?? "";
  const revision = /name="_revision" value="([^"]+)"/.exec(seen.html)?.[1] ?? "";
  const base = /name="_base" value="([^"]+)"/.exec(seen.html)?.[1]?.replaceAll("&quot;", '"') ?? "";
  const saved = { ...typed, step: "", _key: key, _revision: revision, _base: base };
  assert.equal((await choir.site.post(`${path}/tarifs`, saved)).status, 303);
  assert.ok((await confirmed()) > before);
});

test("a contact is seen as published: what stays hidden is not there; a mistake is said before anything else", async () => {
  const { path } = await choir.askedByMail();
  const typed = { name: "Odette Pont", email: "neuve@pont.example", phone: "02 41 00 00 07" };
  const seen = await choir.site.post(`${path}/contact`, { ...typed, shown: ["phone"], ...look });
  assert.equal(seen.status, 200);
  const shown = /Ce que liront les habitants(.*?)<\/section>/s.exec(seen.html)?.[1] ?? "";
  assert.match(shown, /02\s41\s00\s00\s07/);
  assert.doesNotMatch(shown, /neuve@pont/);
  const wrong = await choir.site.post(`${path}/contact`, { ...typed, email: "non", ...look });
  assert.equal(wrong.status, 422);
  assert.doesNotMatch(wrong.html, /Ce que liront les habitants/);
});
