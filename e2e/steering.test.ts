import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { openStage } from "./stage.ts";
import { manners } from "./walker.ts";

const promise = openStage();

promise(
  "an elected official reads where the commitments stand, and their history",
  manners,
  async ({ enter }) => {
    const me = await enter("elected");
    await me.open("/");
    await me.follow("Espace mairie");
    await me.open("/gestion/engagements");
    assert.equal(await me.title(), "Suivre les engagements");
    await me.reads("Tenu");
    await me.follow("2.1");
    assert.match(me.path(), /^\/engagements\/2/);
    await me.reads("Où en est l’engagement");
    assert.equal(await me.page.getByRole("button", { name: "Noter cet état" }).count(), 0);
  },
);

promise(
  "an elected official opens an indicator, its rows, another period, and takes the rows away as a file",
  manners,
  async ({ enter, manner }) => {
    const me = await enter("elected");
    await me.open("/gestion/pilotage");
    await me.reads("Les 21 indicateurs du programme");
    await me.follow("I1.3");
    assert.match(await me.title(), /Associations qui cessent leur activité/);
    await me.follow("saison 2025-2026");
    await me.reads("Saison 2025-2026");
    const total = Number(/(\d+) lignes?\./.exec(await me.page.locator("main").innerText())?.[1]);
    assert.ok(total > 0, "the season shows no row");
    const saved = me.page.waitForEvent("download");
    await me.touchLink("Télécharger les lignes (CSV)");
    const file = await (await saved).path();
    const lines = (await readFile(file, "utf8")).trim().split(/\r?\n/);
    assert.equal(lines.length, total + 1, manner.words);
    assert.match(lines[0] ?? "", /Association/);
    await me.follow("année 2025");
    await me.reads("Année 2025");
    await me.follow("Le pilotage");
    assert.equal(await me.title(), "Le pilotage");
  },
);
