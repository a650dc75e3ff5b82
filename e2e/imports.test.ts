import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { openStage } from "./stage.ts";
import { manners, type Walker } from "./walker.ts";

const promise = openStage();

/** Two associations nobody has yet, and a line without a name. */
const fileOf = (number: number) => ({
  name: `subventions-${number}.csv`,
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Nom;Numéro RNA;Courriel;Adresse;Code postal;Commune",
      `Les Cerfs-volants ${number};W49200010${number};vent${number}@courriel.example;;;`,
      `Le Rucher ${number};W49200020${number};ruche${number}@courriel.example;;;`,
      `;W49200030${number};sans-nom${number}@courriel.example;;;`,
      "",
    ].join("\r\n"),
  ),
});

promise(
  "an agent tries a file, reads what it would do, imports it, finds the associations, and undoes it",
  manners,
  async ({ enter, manner, site }) => {
    const number = manners.findIndex((one) => one === manner) + 1;
    const me = await enter("referent");
    /** The worker does its part, then the page of the import is read again. */
    const worked = async (agent: Walker) => {
      await site.runJobs();
      await agent.open(agent.path());
    };

    await me.open("/gestion/imports");
    await me.follow("Importer un fichier");
    await me.press("Lire ce fichier");
    await me.correct("Choisissez un fichier.");
    await me.attach("Fichier d’associations", fileOf(number));
    await me.tick("Toutes les lignes du fichier");
    await me.press("Lire ce fichier");
    assert.equal(await me.title(), "Ce que nous avons compris");
    await me.reads("point-virgule");
    await me.reads(`Le Rucher ${number}`);

    await me.press("Essayer cet import");
    await worked(me);
    assert.equal(await me.title(), "Essai de l’import");
    await me.reads("3 lignes lues : 2 associations à créer, 1 refusée");
    await me.reads("Le nom manque.");
    const saved = me.page.waitForEvent("download");
    await me.touchLink("Télécharger les lignes à corriger");
    const toCorrect = await readFile(await (await saved).path(), "utf8");
    assert.match(toCorrect, new RegExp(`sans-nom${number}@courriel.example`));
    assert.doesNotMatch(toCorrect, /Rucher/);

    await me.press("Importer ces 2 lignes");
    await worked(me);
    assert.equal(await me.title(), "Import terminé");
    await me.reads("2 associations créées");
    const done = me.path();
    await me.open(`/gestion/associations?q=rucher+${number}`);
    await me.follow(`Le Rucher ${number}`);
    assert.equal(await me.title(), `Le Rucher ${number}`);

    await me.open(done);
    await me.follow("Annuler cet import");
    await me.reads("2 associations créées seront retirées.");
    await me.press("Annuler l’import");
    await worked(me);
    assert.equal(await me.title(), "Import annulé");
    await me.reads("2 associations retirées");
    await me.open(`/gestion/associations?q=rucher+${number}`);
    assert.equal(await me.page.getByRole("link", { name: `Le Rucher ${number}` }).count(), 0);
  },
);
