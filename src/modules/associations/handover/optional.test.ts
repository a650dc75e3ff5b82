import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openClub } from "../members/club.testing.ts";

let club: Awaited<ReturnType<typeof openClub>>;
before(async () => (club = await openClub()));
after(() => club.site.close());

const form = async () =>
  (await club.site.get(`${club.desk}/passation`, { as: "referent" })).html.replaceAll(
    "\u00a0",
    " ",
  );
const required = (html: string, field: string) =>
  new RegExp(`<input[^>]*name="${field}"[^>]*>`).exec(html)?.[0].includes("required");
const marked = (html: string, field: string) =>
  new RegExp(`for="champ-${field}"[^>]*>[^<]*<span class="mark"> ?\\(facultatif\\)`).test(html);

test("while someone is responsible, nobody has to come: every newcomer's field says it may be left", async () => {
  const html = await form();
  for (const field of ["name1", "email1", "title1", "name2", "email2"])
    assert.deepEqual([required(html, field), marked(html, field)], [false, true], field);
});

test("when nobody is responsible, the first newcomer's name and address are asked for", async () => {
  await club.here((tx) => tx.deleteFrom("association_member").execute());
  const html = await form();
  assert.match(html, /Personne n’est responsable aujourd’hui/);
  for (const field of ["name1", "email1"])
    assert.deepEqual([required(html, field), marked(html, field)], [true, false], field);
  assert.deepEqual([required(html, "name2"), marked(html, "title1")], [false, true]);
});
