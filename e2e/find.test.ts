import assert from "node:assert/strict";
import { openStage } from "./stage.ts";
import { manners, noScript, type Walker } from "./walker.ts";

const promise = openStage();

const namesIn = (me: Walker, list: string) => me.page.locator(list).allInnerTexts();

/** The first choice of a list of filters, as it is written. */
const firstChoice = async (me: Walker, name: string) => {
  const words = await me.page.locator(`select[name="${name}"] option`).allTextContents();
  return words[1] ?? assert.fail(`no choice in ${name}`);
};

/** Names without their acronym, in one order: the map shows neither. */
const bare = (names: string[]) => names.map((name) => name.replace(/ \([^)]*\)$/, "")).sort();

promise(
  "a resident finds an association with a misspelt word, then narrows by theme and district",
  manners,
  async ({ enter, manner }) => {
    const me = await enter();
    await me.open("/");
    await me.search("yogga");
    await me.reads("Nous avons cherché « yoga »");
    for (const [name, label] of [
      ["theme", "Thème"],
      ["quartier", "Quartier"],
    ] as const) {
      const choice = await firstChoice(me, name);
      if (manner.width < 700) await me.unfold("Affiner la recherche");
      await me.pick(label, choice);
      await me.press("Voir les résultats");
      await me.page.getByRole("link", { name: "Retirer le filtre" }).first().waitFor();
    }
    const [first] = await namesIn(me, ".results h2 a");
    assert.ok(first, "the filters leave nothing");
    await me.follow(first);
    assert.ok((await me.title()).startsWith(first.replace(/ \(.*/, "")));
  },
);

promise(
  "a resident makes a shortlist, prints it in large letters and sends it by its address",
  manners,
  async ({ enter, manner }) => {
    const me = await enter();
    await me.open("/annuaire?q=judo");
    await me.follow("Judo Club de Valbrume");
    await me.follow("Ajouter à ma sélection");
    assert.equal(await me.title(), "Ma sélection");
    await me.follow("Ajouter une association");
    await me.search("poterie");
    await me.follow("Terre et Feu");
    await me.follow("Ajouter à ma sélection (1 choisie)");
    const both = ["Judo Club de Valbrume", "Terre et Feu"];
    assert.deepEqual(await namesIn(me, ".results h2 a"), both);
    await me.follow("Écrire plus gros");
    assert.ok(await me.page.locator(".large-print").count(), "the letters are not larger");

    if (manner.javaScript) {
      await me.touch("Partager");
      await me.reads("L’adresse est copiée.");
      await me.touch("Imprimer");
    } else assert.equal(await me.page.getByRole("button", { name: "Imprimer" }).count(), 0);
    await me.page.emulateMedia({ media: "print" });
    const paper = await me.page.locator("main").innerText();
    for (const name of both) assert.ok(paper.includes(name));
    assert.ok(!paper.includes("Monter"), "the paper shows buttons");
    await me.page.emulateMedia({ media: "screen" });

    const address = await me.page.locator("main p.soft a").last().getAttribute("href");
    const friend = await enter("resident", noScript);
    await friend.open(address ?? "");
    assert.deepEqual(await namesIn(friend, ".results h2 a"), both);
  },
);

promise(
  "a resident sees the same associations on the map as in the list, then reads the site in English",
  manners,
  async ({ enter }) => {
    const me = await enter();
    await me.open("/annuaire?q=sport");
    const listed = await namesIn(me, ".results h2 a");
    await me.follow("Voir sur la carte");
    const mapped = [
      ...(await namesIn(me, ".map-list a")),
      ...(await namesIn(me, "section:has(> h2) > ul:not([class]) > li > a")),
    ];
    assert.deepEqual(bare(mapped), bare(listed));
    await me.unfold("Français");
    await me.follow("English");
    assert.equal(me.path().split("?")[0], "/en/annuaire");
    assert.equal(await me.page.locator("html").getAttribute("lang"), "en");
    assert.match(await me.title(), /sport/, "the search is lost on the way to English");
  },
);
