import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { holding } from "../../../testing/holding.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { addPaper, type DocumentKind } from "../../associations/index.ts";
import { openClub } from "../../associations/members/club.testing.ts";

let club: Awaited<ReturnType<typeof openClub>>;
before(async () => (club = await openClub()));
after(() => club.site.close());

const administrator = { as: "administrator" } as const;
const check = "/gestion/reglages/effacement/verification";
const erase = (email: string) =>
  club.site.post("/gestion/reglages/effacement/fait", { email, _key: crypto.randomUUID() }, administrator); // prettier-ignore

async function paper(
  associationId: string,
  kind: DocumentKind,
  datedOn: string,
  more: { visibility?: "association" | "town_hall"; personId?: string } = {},
): Promise<string> {
  const sha256 = await club.site.house.files.keep(Buffer.from(`%PDF-1.7 ${crypto.randomUUID()}`));
  return await club.here((tx) =>
    addPaper(tx, {
      associationId,
      kind,
      file: { contentType: "application/pdf", sha256, bytes: 40 },
      datedOn,
      expiresOn: null,
      visibility: more.visibility ?? "town_hall",
      by: "association",
      personId: more.personId ?? club.site.personId("president"),
      at: club.site.clock.now(),
    }),
  );
}

test("before and after an erasure, the papers that may name the person are shown, with their links", async () => {
  const judo = await club.registry.created("Judo du Val");
  const other = await club.registry.created("Voile sans elle");
  await club.joins("lea@pont.example", "Léa Tournesol", "editor", ["documents"]);
  const lea = (await club.people()).find(({ email }) => email === "lea@pont.example")?.id ?? "";
  const board = await paper(club.id, "board", "2026-03-02");
  const closed = await paper(club.id, "statutes", "2025-01-15", { visibility: "association" });
  const given = await paper(judo, "receipt", "2026-04-20", { personId: lea });
  const foreign = await paper(other, "statutes", "2026-05-01");

  const before = await club.site.post(check, { email: "lea@pont.example" }, administrator);
  const after = await erase("lea@pont.example");
  assert.equal(after.status, 200);
  for (const { html } of [before, after]) {
    assert.deepEqual(await htmlFaults(html), []);
    assert.match(html, /Pièces à relire à la main/);
    assert.match(html, /peuvent nommer cette personne/);
    assert.ok(html.includes(`href="/documents/${board}"`), "a paper of her association");
    assert.ok(html.includes(`href="/documents/${given}"`), "one she gave");
    assert.match(html, /2 mars 2026/);
    assert.match(html, /Judo du Val/);
    assert.ok(!html.includes(closed), "no link an agent could not open");
    assert.match(html, /seule l’association peut l’ouvrir/);
    assert.ok(!html.includes(foreign) && !html.includes("Voile sans elle"));
  }
  assert.doesNotMatch(after.html, /Léa|lea@pont/);
  assert.equal((await club.site.get(`/documents/${board}`, administrator)).status, 200);
  assert.deepEqual(await holding(club.site, "Tournesol"), []);
});

test("someone who left an association since is still looked for in its papers", async () => {
  const id = await club.registry.created("Théâtre du Lavoir");
  const statutes = await paper(id, "statutes", "2024-09-09");
  const written = { name: "Rémi Aubépine", email: "remi@lavoir.example" };
  const desk = `/gestion/associations/${id}/contacts`;
  assert.equal((await club.site.post(`${desk}/nouveau`, written, { as: "referent" })).status, 303);
  const [contact] = (await club.registry.known(id)).contacts;
  const gone = await club.site.post(`${desk}/${contact?.id}/retrait`, {}, { as: "referent" });
  assert.equal(gone.status, 303, gone.html);
  const seen = await club.site.post(check, { email: written.email }, administrator);
  assert.ok(seen.html.includes(`/documents/${statutes}`), seen.html);
  assert.equal((await erase(written.email)).status, 200);
});

test("when no paper may name them, erasing goes on as it did", async () => {
  const email = "seule@nulle.part.example";
  await club.here((tx) =>
    tx
      .insertInto("person")
      .values({ name: "Seule Ici", email })
      .execute()
      .then(() => undefined),
  );
  const seen = await club.site.post(check, { email }, administrator);
  assert.doesNotMatch(seen.html, /Pièces à relire/);
  assert.equal((await erase(email)).status, 303);
});
