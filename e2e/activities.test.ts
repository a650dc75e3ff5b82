import assert from "node:assert/strict";
import { openStage } from "./stage.ts";
import { keyboard, manners, mouse, noScript } from "./walker.ts";

const promise = openStage();
/** Who comes, and the number they leave. */
const people = new Map([
  [mouse, ["Lou Martin", "06 11 22 33 41"]],
  [noScript, ["Sami Diallo", "06 11 22 33 42"]],
  [keyboard, ["Nora Petit", "06 11 22 33 43"]],
] as const);

promise(
  "a resident says what they want, finds it, registers with a phone number, leaves one of them out, then cancels",
  manners,
  async ({ enter, manner }) => {
    const [name = "", phone = ""] = people.get(manner as typeof mouse) ?? [];
    const me = await enter();
    await me.open("/");
    await me.follow("Trouver une activité");
    await me.search("réparer samedi");
    await me.page.getByRole("link", { name: "Réparation" }).first().waitFor();
    await me.open("/associations/repair-cafe-de-valbrume");
    await me.page.locator("main").getByRole("link").filter({ hasText: /répar|atelier/i }).first().waitFor(); // prettier-ignore
    const activity = await me.page.locator('main a[href^="/activites/"]').first().innerText();
    await me.follow(activity.trim());
    await me.follow("S’inscrire");
    await me.press("M’inscrire");
    await me.correct("Écrivez le prénom et le nom");
    await me.write("Prénom et nom", name);
    await me.write("Téléphone", phone);
    await me.unfold("Nous venons à plusieurs");
    await me.write("Personne 2 : prénom et nom", "Camille Roux");
    await me.press("M’inscrire");
    assert.equal(await me.title(), "Votre inscription est faite");
    await me.reads("2 places sont réservées");
    const code = await me.page.locator("p.num strong").innerText();
    await me.open("/inscriptions/retrouver");
    await me.write("Numéro d’inscription", code.toLowerCase());
    await me.write("Téléphone ou courriel donné en vous inscrivant", phone.replaceAll(" ", ""));
    await me.press("Retrouver");
    await me.follow("Corriger");
    await me.tick("Camille Roux ne viendra pas");
    await me.press("Enregistrer");
    await me.reads("Une place est réservée à votre nom");
    await me.follow("Annuler mon inscription");
    await me.press("Annuler l’inscription");
    await me.reads("Vous avez annulé cette inscription");
  },
);

promise(
  "somebody reads what is on this week, day by day, and takes a date to their own calendar",
  [mouse, noScript],
  async ({ enter }) => {
    const me = await enter();
    await me.open("/");
    await me.follow("Voir l’agenda");
    assert.equal(await me.title(), "L’agenda");
    await me.follow("Par jour");
    await me.reads("Jour suivant");
    await me.follow("Par mois");
    await me.page.locator("table").first().waitFor();
    await me.page.locator("table a[href^='/activites/']").first().click();
    await me.page.waitForURL("**/activites/*");
    const taken = me.page.waitForEvent("download");
    await me.touchLink("Suivre les dates dans mon agenda");
    assert.match((await taken).suggestedFilename(), /\.ics$/);
  },
);
