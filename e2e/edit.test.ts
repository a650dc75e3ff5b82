import assert from "node:assert/strict";
import { openStage } from "./stage.ts";
import { keyboard, manners, mouse, noScript, type Walker } from "./walker.ts";

const promise = openStage();

/** A listing of its own for each manner: changes add up otherwise. */
const listings = new Map([
  [mouse, "Souffle et Yoga"],
  [noScript, "Yoga de l'Île"],
  [keyboard, "Terre et Feu"],
]);

const openParts = async (me: Walker, name: string) => {
  await me.open("/gestion/associations");
  await me.unfold("Affiner la recherche");
  await me.write("Nom, sigle ou numéro", name);
  await me.press("Voir les résultats");
  await me.follow(name);
  await me.follow("Modifier la fiche");
};

promise(
  "an agent corrects a listing part by part, reads its history and takes one change back",
  manners,
  async ({ enter, manner }) => {
    const name = listings.get(manner) ?? assert.fail("a manner without a listing");
    const me = await enter("referent");
    await openParts(me, name);

    await me.follow("Modifier (Jours et horaires)");
    const before = await me.value("Jours et horaires");
    await me.write("Jours et horaires", "Le jeudi à 19 h 15.");
    await me.press("Enregistrer cette partie");
    await me.reads("Vos changements sont enregistrés.");
    await me.follow("Modifier (Prix et inscription)");
    await me.write("Prix", "71 € l’année");
    await me.press("Enregistrer cette partie");
    await me.follow("Modifier (Site et liens)");
    await me.write("Site internet", "pas une adresse du tout");
    await me.press("Enregistrer cette partie");
    await me.correct("Écrivez une adresse complète");
    assert.equal(await me.value("Site internet"), "pas une adresse du tout");
    await me.write("Site internet", "https://exemple.example/atelier");
    await me.press("Enregistrer cette partie");

    const resident = await enter("resident");
    await resident.open(`/annuaire?q=${encodeURIComponent(name)}`);
    await resident.follow(name);
    for (const said of ["Le jeudi à 19 h 15.", "71 € l’année", "exemple.example/atelier"])
      await resident.reads(said);

    await me.follow("Revenir à la fiche");
    await me.follow("Voir tout l’historique");
    await me.reads(`Jours et horaires : ${before} → Le jeudi à 19 h 15.`);
    // The newest change comes first: the site, the prices, then the hours.
    const line = me.page.locator("tr", { hasText: "Le jeudi à 19 h 15." });
    await me.press("Annuler ce changement", line);
    await me.reads("Le changement est annulé.");
    await resident.page.reload();
    await resident.reads(before);
    assert.ok(!(await resident.sees("Le jeudi à 19 h 15.")));
    await resident.reads("71 € l’année");
  },
);

promise(
  "two agents write on the same part: the second is told what the first wrote, and loses nothing",
  manners,
  async ({ enter, manner }) => {
    const name = "Les Archers des Coteaux";
    const first = await enter("administrator", mouse);
    const second = await enter("referent");
    await openParts(first, name);
    await second.open(first.path());
    for (const me of [first, second]) await me.follow("Modifier (Prix et inscription)");
    const theirs = `${20 + manners.indexOf(manner as typeof mouse)} € l’année`;
    const mine = "Gratuit la première fois, puis 35 €";
    await first.write("Prix", theirs);
    await first.press("Enregistrer cette partie");
    await second.write("Prix", mine);
    await second.press("Enregistrer cette partie");
    await second.reads("Quelqu’un a modifié cette partie pendant que vous écriviez");
    await second.reads(`Prix : ${theirs}`);
    assert.equal(await second.value("Prix"), mine);
    await second.press("Enregistrer cette partie");
    await second.reads("Vos changements sont enregistrés.");
    await second.reads(mine);
  },
);
