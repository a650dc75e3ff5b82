import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { easyRules, mornings, openLending } from "../src/modules/equipment/lending.testing.ts";
import { desk, type Lending } from "../src/modules/equipment/lending.testing.ts";
import { lastMail } from "../src/modules/people/letters.testing.ts";
import { openStage } from "./stage.ts";
import { keyboard, noScript, phone, type Walker } from "./walker.ts";

let lending: Lending;
const promise = openStage(async () => {
  // A Thursday; mornings of the week, two open days before anything leaves.
  lending = await openLending("2026-11-26T09:00:00Z");
  await lending.acted(`${desk}/lieux/nouveau`, { ...mornings, place: lending.place });
  await lending.acted(`${desk}/regles`, { ...easyRules, leadOpenDays: "2" });
  await lending.addModel({ name: "Ordinateur portable", category: "computer", purpose: "Écrire.", holdsData: "on" }, "PC-1 à PC-6"); // prettier-ignore
  await lending.addModel({ name: "Vidéoprojecteur", category: "screen", purpose: "Montrer un film." }, "VP-1 à VP-3"); // prettier-ignore
  return lending.site;
});

const from = "Jour où vous venez le chercher";
const until = "Jour où vous le rendez";
const laptops = "Combien de : Ordinateur portable";

/** So many laptops and a projector, asked for in one request. */
async function wish(pcs: number, du: string, au: string): Promise<Record<string, string>> {
  const [pc = "", vp = ""] = await lending.pools(du, au);
  return { [`q_${pc}`]: String(pcs), [`q_${vp}`]: "1" };
}

/** How many things happened of a kind to units. */
const counted = async (kind: string): Promise<number> =>
  (
    await lending.site.database.read(lending.site.communeId, (tx) =>
      tx.selectFrom("custody_event").select("event_id").where("kind", "=", kind).execute(),
    )
  ).length;

const labelOf = (me: Walker, words: string) =>
  me.page.locator("label", { hasText: words }).first().innerText();

/** Comes at nine, brings back at ten. */
async function chooseHours(me: Walker): Promise<void> {
  await me.pick(await labelOf(me, "Heure où vous venez"), "9 h");
  await me.pick(await labelOf(me, "Heure où vous rendez"), "10 h");
}

/** Nothing is wider than the phone, and what is touched is large enough for a thumb. */
async function fits(page: Page): Promise<void> {
  const small = await page.evaluate(`[
    ...(document.documentElement.scrollWidth > innerWidth ? ["wider than the screen"] : []),
    ...[...document.querySelectorAll("main .btn, main .choice, main .input, main summary")]
      .map((one) => [one, one.getBoundingClientRect()])
      .filter(([, { width, height }]) => width && (height < 44 || width < 44))
      .map(([one, { width, height }]) => one.outerHTML.slice(0, 120) + " " + width + " × " + height),
  ]`);
  assert.deepEqual(small, [], page.url());
}

promise(
  "an association asks too late, takes the nearest days, is told what was taken meanwhile, then keeps it longer and gives it up",
  [noScript],
  async ({ enter }) => {
    const me = await enter("president");
    await me.open("/materiel");
    await me.write(from, "2026-11-27");
    await me.write(until, "2026-11-30");
    await me.press("Voir ce qui est libre");
    await me.reads("Il faut plus de temps pour le préparer.");
    assert.equal(await me.value(from), "2026-11-27");
    await me.follow("Libre du");
    const [du, au] = [await me.value(from), await me.value(until)];
    assert.ok(du > "2026-11-27");
    await me.write(laptops, "2");
    await me.write("Combien de : Vidéoprojecteur", "1");
    await me.press("Demander ce que j’ai choisi");
    await me.press("Envoyer la demande");
    await me.correct("Dites pour quoi faire, en une phrase.");
    await me.write("Pour quoi faire", "Repas des aînés");
    await chooseHours(me);
    // Somebody else takes five of the six meanwhile.
    await lending.ask(await wish(5, du, au), du, au);
    await me.press("Envoyer la demande");
    await me.reads("Il n’y a plus assez de : Ordinateur portable");
    assert.equal(await me.value("Pour quoi faire"), "Repas des aînés");
    await me.follow("Changer les dates ou le choix");
    assert.equal(await me.value("Combien de : Vidéoprojecteur"), "1", "what was chosen is kept");
    await me.write(laptops, "1");
    await me.press("Demander ce que j’ai choisi");
    await me.write("Pour quoi faire", "Repas des aînés");
    await chooseHours(me);
    await me.press("Envoyer la demande");
    await me.reads("C’est accepté. À bientôt.");
    await me.follow("1 × Ordinateur portable, 1 × Vidéoprojecteur");
    await me.reads("Repas des aînés");
    await me.follow("Garder plus longtemps");
    await me.write("Nouveau jour du retour", "2026-12-08");
    await me.press("Voir les heures");
    await me.pick(await labelOf(me, "Heure où vous rendez"), "10 h");
    await me.press("Changer la date");
    await me.reads("La date du retour est changée.");
    await me.press("Annuler ce prêt");
    await me.reads("Le prêt est annulé.");
  },
);

promise(
  "a request is made by keyboard alone, and what is wrong leads to its field",
  [keyboard],
  async ({ enter }) => {
    const me = await enter("president");
    await me.open("/materiel?du=2027-01-05&au=2027-01-04");
    await me.correct("Le jour du retour vient après celui où vous venez.");
    await me.open("/materiel?du=2027-01-05&au=2027-01-06");
    await me.write(laptops, "1");
    await me.press("Demander ce que j’ai choisi");
    await me.press("Envoyer la demande");
    await me.correct("Dites pour quoi faire, en une phrase.");
    await me.reads("Choisissez l’heure où vous venez.");
    await me.reads("Choisissez l’heure où vous rendez.");
    await me.write("Pour quoi faire", "Atelier");
    await chooseHours(me);
    await me.press("Envoyer la demande");
    await me.reads("C’est accepté. À bientôt.");
  },
);

promise(
  "the equipment manager, phone in hand, prepares, hands over once though it was sent twice, takes back in part and broken, cleans, and it is lent again",
  [phone],
  async ({ enter }) => {
    const [du, au] = ["2026-12-14", "2026-12-16"];
    const loan = await lending.ask(await wish(2, du, au), du, au);
    lending.site.clock.set(`${du}T08:00:00Z`);
    const me = await enter("equipment_manager");
    const step = async (words: string) => {
      await me.follow(words);
      await fits(me.page);
    };
    await me.open(desk);
    await fits(me.page);
    await step("Feuille de préparation");
    await me.reads("Ordinateur portable");
    await me.open(loan);
    await step("Préparer le prêt");
    await me.press("Mettre de côté");
    await me.reads("Tout est mis de côté.");
    await me.open(desk);
    await step("Remettre : Lire ensemble, 2 ×");
    const form = me.path();
    await me.page.getByRole("button", { name: "C’est remis" }).dblclick();
    await me.reads("Sorti");
    assert.equal(await counted("handed"), 3);
    await me.page.goBack();
    assert.notEqual(me.path(), form, "the form that was sent is not there to be sent again");
    await me.open(loan);
    assert.equal(await counted("handed"), 3);
    await step("Reprendre le matériel");
    const unit = (tag: string) => me.page.locator("fieldset", { hasText: tag }).first();
    const say = (tag: string, words: string) => unit(tag).getByText(words, { exact: true }).click();
    await say("PC-1", "Cassé");
    await say("VP-1", "Pas encore rendu");
    await me.press("Enregistrer le retour");
    await me.reads("Le reste est encore dehors.");
    await me.open(`${desk}/exemplaires/PC-1`);
    await fits(me.page);
    await me.reads("En réparation");
    await me.tick("Prêt");
    await me.press("Enregistrer");
    await me.correct("Il reste");
    await me.open(desk);
    await step("Vérifier PC-2");
    for (const box of await me.page.locator("main .choice label").all()) await box.click();
    await me.press("Enregistrer");
    await me.reads("Il est prêt à être prêté.");
  },
);

promise(
  "a label photographed by somebody signed out leads, once they are in, to what is to be done with the thing",
  [noScript],
  async ({ enter, site }) => {
    const me = await enter("resident");
    await me.open(`${desk}/exemplaires/PC-3`);
    await me.write("Adresse e-mail", "equipment_manager@valbrume.example");
    await me.press("Recevoir le courriel");
    const { code } = await lastMail(site, "equipment_manager@valbrume.example");
    await me.write("Code à six chiffres", code);
    await me.press("Entrer avec ce code");
    assert.equal(me.path(), `${desk}/exemplaires/PC-3`);
    await me.follow("Utiliser sur place");
  },
);
