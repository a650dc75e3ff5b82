import assert from "node:assert/strict";
import { openStage } from "./stage.ts";
import { keyboard, manners, mouse, noScript } from "./walker.ts";

const promise = openStage();

/** A name of its own for each manner: the three residents share one commune. */
const names = new Map([
  [mouse, "Les Zinzolines du mardi"],
  [noScript, "Le Quibus enchanté"],
  [keyboard, "Wapitis du Wurtemberg"],
]);

promise(
  "a resident who finds nothing is helped, proposes an association step by step, and finds it once the référent accepted it",
  manners,
  async ({ enter, manner, site }) => {
    const name = names.get(manner) ?? assert.fail("a manner without a name");
    const me = await enter();
    await me.open("/");
    await me.search(name);
    await me.reads("Nous n’avons rien trouvé");
    await me.reads("nous cherchons avec vous");
    await me.follow("Proposer une association");

    // Forgetting the name loses nothing of the rest.
    const what = "Nous brodons ensemble des napperons violets.";
    await me.write("Que fait-elle ?", what);
    await me.press("Continuer");
    await me.correct("Écrivez le nom de l’association.");
    assert.equal(await me.value("Que fait-elle ?"), what);
    await me.write("Nom de l’association", name);
    await me.pick("Thème principal", "Arts et culture");
    await me.press("Continuer");
    await me.write("Où cela se passe-t-il ?", "Salle des Halles");
    await me.write("Votre courriel", "lou@courriel");
    await me.press("Continuer");
    await me.correct("Écrivez un courriel complet");
    assert.equal(await me.value("Où cela se passe-t-il ?"), "Salle des Halles");
    await me.write("Votre courriel", "lou@courriel.example");
    await me.press("Continuer");
    await me.reads("Vérifiez avant d’envoyer");
    for (const said of [name, what, "Salle des Halles", "lou@courriel.example"])
      await me.reads(said);
    await me.press("Envoyer cette proposition");
    assert.equal(await me.title(), "Votre proposition est envoyée");

    const agent = await enter("referent");
    await agent.open("/gestion/propositions");
    await agent.follow(name);
    await agent.reads(what);
    await agent.press("Ajouter cette association au registre");
    await agent.reads("L’association est dans le registre.");
    await site.runJobs();

    await me.follow("Revenir à l’annuaire");
    await me.search(name);
    await me.follow(name);
    await me.reads(what);
  },
);
