import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { hidden } from "../registry.testing.ts";
import { openClub } from "../members/club.testing.ts";

let club: Awaited<ReturnType<typeof openClub>>;
const president = { as: "president" } as const;
before(async () => {
  club = await openClub();
  await club.joins("lit@c.example", "Luc Lit", "reader");
});
after(() => club.site.close());

test("the home says what there is to do, how often the page was read, and who can help", async () => {
  const before = await club.site.get(club.space, president);
  assert.match(before.html, /5 informations sont à confirmer/);
  assert.match(before.html, /Pas encore de lecture comptée/);
  assert.match(before.html, /La mairie peut vous aider/);
  await club.here(async (tx) => {
    await tx
      .insertInto("visit_count")
      .values(
        [
          ["2026-08-02", 40],
          ["2026-09-01", 2],
          ["2025-08-01", 7],
        ].map(([day, views]) => ({
          day: String(day),
          page_kind: "association",
          channel: "site",
          subject_id: club.id,
          views: Number(views),
        })),
      )
      .execute();
    await tx
      .updateTable("association")
      .set({ referent_id: club.site.personId("referent") })
      .where("association_id", "=", club.id)
      .execute();
  });
  await club.site.post(`${club.space}/page`, { section: "all" }, president);
  const after = await club.site.get(club.space, president);
  assert.match(after.html, /Rien à faire pour l’instant/);
  assert.match(after.html, /vue 42 fois en douze mois/);
  assert.match(after.html, /Camille referent suit votre association/);
  const reader = await club.site.get(club.space, club.as("lit@c.example"));
  assert.doesNotMatch(reader.html, /Le bureau change|Les données de l’association|Tenir la page/);
  assert.equal((await club.site.get(club.space, { as: "referent" })).status, 403);
  const other = await club.registry.created("Une autre");
  assert.equal((await club.site.get(`/espace/fiches/${other}`, president)).status, 404);
});

test("the history tells who did what; an association takes back what it could write, nothing else", async () => {
  const form = await club.site.get(`${club.space}/page/tarifs`, president);
  const typed = {
    prices: "12 €",
    registration: "",
    _revision: hidden(form.html, "_revision"),
    _base: hidden(form.html, "_base"),
  };
  assert.equal((await club.site.post(`${club.space}/page/tarifs`, typed, president)).status, 303);
  const path = `${club.space}/historique`;
  const history = await club.site.get(path, president);
  assert.match(history.html, /Jeanne Présidente/);
  assert.match(history.html, /Invitation envoyée[\s\S]*lit@c\.example/);
  const asReader = await club.site.get(path, club.as("lit@c.example"));
  assert.doesNotMatch(asReader.html, /lit@c\.example|\/annulation"/);
  const undo = /(\/espace[^"]+\/annulation)"/.exec(history.html)?.[1] ?? "";
  assert.equal((await club.site.post(undo, {}, club.as("lit@c.example"))).status, 404);
  assert.equal((await club.site.post(undo, {}, president)).status, 303);
  assert.equal((await club.registry.known(club.id)).record.prices, null);
  const again = await club.site.post(undo, {}, president);
  assert.equal(again.status, 404, "it is undone already");
  const opened = await club.registry.opened(club.id, "nom");
  await club.site.post(`${club.desk}/modifier/nom`, { ...opened, name: "Chorale du Grand Pont" }, { as: "referent" }); // prettier-ignore
  const [line] = (await club.registry.lines(club.id)).filter(({ change }) => "name" in change && Array.isArray(change["name"]) && change["name"][0] === "Chorale du Pont"); // prettier-ignore
  if (line) assert.equal((await club.site.post(`${path}/${line.id}/annulation`, {}, president)).status, 404); // prettier-ignore
});

test("an association takes away all it wrote", async () => {
  assert.equal((await club.site.get(`${club.space}/donnees`, president)).status, 200);
  const whole = await club.site.get(`${club.space}/donnees/fichier`, president);
  const told = JSON.parse(whole.html) as Record<string, unknown[]>;
  assert.match(JSON.stringify(told["contacts"]), /Odette/);
  assert.match(JSON.stringify(told["personnes"]), /lit@c\.example/);
  assert.equal(told["confirmations"]?.length, 7);
  assert.ok((told["historique"]?.length ?? 0) > 3);
  const table = await club.site.get(`${club.space}/donnees/fiche.csv`, president);
  assert.match(table.html, /Chorale/);
  assert.match(table.headers.get("content-disposition") ?? "", /attachment/);
});

test("right after saving, the page offers to take it back, and only then", async () => {
  club.site.clock.set("2026-09-15T09:30:00Z");
  const form = await club.site.get(`${club.space}/page/tarifs`, president);
  const before = (await club.registry.known(club.id)).record.prices;
  const saved = await club.site.post(
    `${club.space}/page/tarifs`,
    {
      prices: "99 €",
      registration: "",
      _revision: hidden(form.html, "_revision"),
      _base: hidden(form.html, "_base"),
    },
    president,
  );
  const undo = /\/espace\/fiches\/[0-9a-f-]+\/historique\/[0-9a-f-]+\/annulation/;
  assert.doesNotMatch((await club.site.get(`${club.space}/page`, president)).html, undo);
  const after = await club.site.get(saved.location ?? "", president);
  const path = undo.exec(after.html)?.[0] ?? assert.fail("no way back");
  assert.equal((await club.site.post(path, {}, president)).status, 303);
  assert.equal((await club.registry.known(club.id)).record.prices, before);
  assert.doesNotMatch((await club.site.get(saved.location ?? "", president)).html, undo);
});

test("the space tells what to do across associations, one main thing first, and where each stands", async () => {
  await club.here(async (tx) => {
    const { file_id } = await tx
      .insertInto("file")
      .values({ kind: "paper", content_type: "application/pdf", sha256: "0".repeat(64), bytes: 1 })
      .returning("file_id")
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("association_document")
      .values({
        association_id: club.id,
        kind: "insurance",
        file_id,
        dated_on: "2025-09-30",
        expires_on: "2026-09-30",
        visibility: "association",
        added_at: club.site.clock.now(),
        by_kind: "association",
      })
      .execute();
    await tx
      .insertInto("association_member")
      .values({
        association_id: await club.registry.created("Danse du Pont"),
        person_id: club.site.personId("president"),
        role: "owner",
      })
      .execute();
  });
  const { html } = await club.site.get("/espace", president);
  assert.deepEqual(await htmlFaults(html), []);
  assert.match(html, /Danse du Pont\s: 5 informations sont à confirmer/);
  assert.match(
    html,
    /Chorale du Pont\s: Attestation d’assurance\s: valable jusqu’au 30 septembre 2026/,
  );
  assert.equal(html.split("Relire et confirmer la page").length, 2, "one main action");
  assert.match(html, /1 chose à faire/);
  const reader = await club.site.get("/espace", club.as("lit@c.example"));
  assert.doesNotMatch(reader.html, /À faire maintenant|à faire</, "a reader has nothing to do");
});
