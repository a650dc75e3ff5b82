import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openClub } from "../members/club.testing.ts";
import { codeDays, codeLength, codeLetters, limits } from "./rules.ts";

let club: Awaited<ReturnType<typeof openClub>>;
before(async () => (club = await openClub()));
after(() => club.site.close());

const newCode = async (): Promise<string> => {
  const made = await club.site.post(`${club.desk}/code`, {}, { as: "referent" });
  return /[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(made.html)?.[0] ?? "";
};
const wrong = { code: "ACDEF-GHJKM", email: "mal@intention.example" };
const right = async (association = "") =>
  ({ code: await newCode(), email: `${crypto.randomUUID()}@pont.example`, association }); // prettier-ignore

test("the figures written beside the limits are those of the limits", () => {
  const codes = codeLetters.length ** codeLength;
  const one = 5000 / codes;
  const hours = codeDays * 24;
  assert.ok(limits.codes.minutes === 60 && limits.wrongCodes.minutes === 60);
  assert.ok(limits.codes.max * hours * one < 4e-6, "one visitor");
  assert.ok(limits.wrongCodes.max * hours * one < 6e-5, "many addresses, before names are asked");
  assert.ok((1e6 * hours * 50) / codes < 2e-3, "many addresses, once names are asked");
  assert.ok(limits.wrongCodes.max / limits.codes.max >= 15, "no visitor puts the brake on alone");
});

test("one hostile visitor closes the page to themselves only, and asks nothing of others", async () => {
  const hostile = { ip: "203.0.113.66" };
  const answers = [];
  for (let at = 0; at < limits.codes.max + 300; at += 1)
    answers.push((await club.site.post("/code", wrong, hostile)).status);
  assert.deepEqual(answers.slice(0, 20), Array(20).fill(422));
  assert.deepEqual([...new Set(answers.slice(20))], [429]);
  const honest = await club.site.post("/code", await right(), { ip: "198.51.100.1" });
  assert.equal(honest.status, 303, honest.html);
});

test("when many addresses guess at once, the code goes with the name of its association, and the page stays open", async () => {
  club.site.clock.set("2026-10-02T09:00:00Z");
  for (let at = 0; at < limits.wrongCodes.max; at += 1)
    assert.equal((await club.site.post("/code", wrong, { ip: `198.51.${at}.7` })).status, 422);
  const me = { ip: "192.0.2.44" };
  const typed = await right();
  const asked = await club.site.post("/code", typed, me);
  assert.equal(asked.status, 422);
  assert.match(asked.html, /name="association"/);
  assert.match(asked.html, /Écrivez aussi le nom de l’association/);
  assert.ok(asked.html.includes(typed.code), "what was typed is kept");
  const elsewhere = await club.site.post("/code", { ...typed, association: "Judo" }, me);
  assert.equal(elsewhere.status, 422);
  assert.match(elsewhere.html, /ne vont pas ensemble/);
  for (const name of ["chorale du pont", "La Choral du Pont"]) {
    const sent = await club.site.post("/code", { ...typed, association: name }, me);
    assert.equal(sent.status, 303, `${name}: ${sent.html}`);
  }
  club.site.clock.set("2026-10-02T10:00:00Z");
  const later = await club.site.post("/code", await right(), me);
  assert.equal(later.status, 303, "an hour later nothing more is asked");
});
