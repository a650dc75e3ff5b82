import assert from "node:assert/strict";
import sharp from "sharp";
import { openStage } from "./stage.ts";
import { keyboard, manners, mouse, noScript } from "./walker.ts";

const promise = openStage();

const rankOf = (manner: unknown) => [mouse, noScript, keyboard].findIndex((one) => one === manner);

promise(
  "an administrator who chooses colours too pale is offered close ones that can be read, and keeps them",
  manners,
  async ({ enter, manner }) => {
    const me = await enter("administrator");
    await me.open("/gestion/reglages");
    await me.follow("Modifier (Les couleurs et le logo)");
    const pale = ["#ffe680", "#b3e6ff", "#ffccdd"][rankOf(manner)] ?? "";
    await me.colour("Couleur principale", pale);
    await me.press("Enregistrer ces couleurs");
    await me.reads("Ces couleurs ne se lisent pas assez bien.");
    await me.reads("Vos couleurs");
    assert.equal(await me.value("Couleur principale"), pale);
    await me.press("Garder la proposition");
    await me.reads("Les couleurs sont enregistrées.");
    await me.reads("Ces couleurs se lisent bien.");
    const resident = await enter("resident");
    await resident.open("/");
    const style = await resident.page.locator('link[href^="/theme/"]').getAttribute("href");
    assert.ok(style && !style.includes(pale.slice(1)), "the pale colour reached the site");
  },
);

promise(
  "an administrator sends a logo, says what it shows, and residents see it",
  manners,
  async ({ enter }) => {
    const me = await enter("administrator");
    await me.open("/gestion/reglages");
    await me.follow("Modifier (Les couleurs et le logo)");
    const buffer = await sharp({
      create: { width: 120, height: 120, channels: 3, background: "#175e54" },
    })
      .png()
      .toBuffer();
    await me.attach("Image du logo", { name: "blason.png", mimeType: "image/png", buffer });
    await me.press("Enregistrer le logo");
    await me.correct("Écrivez ce que montre l’image.");
    await me.attach("Image du logo", { name: "blason.png", mimeType: "image/png", buffer });
    await me.write("Ce que montre l’image", "Le blason de Valbrume");
    await me.press("Enregistrer le logo");
    await me.reads("Le logo est enregistré.");
    const resident = await enter("resident");
    await resident.open("/");
    assert.match(
      (await resident.page.locator(".brand img").getAttribute("src")) ?? "",
      /^\/fichiers\//,
    );
    await me.press("Retirer le logo");
    await me.reads("Le logo est retiré.");
  },
);

promise(
  "an administrator invites a colleague, who reads the mail, accepts and works",
  manners,
  async ({ enter, manner }) => {
    const email = `dominique.rolland.${rankOf(manner)}@valbrume.example`;
    const me = await enter("administrator");
    await me.open("/gestion/reglages");
    await me.follow("Voir la page (L’équipe)");
    await me.follow("Inviter quelqu’un");
    await me.write("Prénom et nom", "Dominique Rolland");
    await me.write("Adresse e-mail", email);
    await me.press("Envoyer l’invitation");
    await me.correct("Choisissez au moins un rôle.");
    assert.equal(await me.value("Prénom et nom"), "Dominique Rolland");
    await me.tick("Communication");
    await me.press("Envoyer l’invitation");
    await me.reads("L’invitation est partie.");
    await me.open("/gestion/courriels");
    await me.page.locator("tr", { hasText: email }).first().getByRole("link").click();
    const text = await me.page.locator(".letter-text").innerText();
    const link = /https?:\/\/\S+\/invitation\/\S+/.exec(text)?.[0] ?? assert.fail(text);

    const colleague = await enter("resident");
    await colleague.open(link);
    await colleague.reads("communication");
    await colleague.press("Accepter et entrer");
    await colleague.open("/gestion");
    assert.equal(await colleague.title(), "Bonjour Dominique Rolland");
    await me.open("/gestion/reglages/equipe");
    await me.reads(email);
  },
);

promise(
  "an administrator adds a district, renames it, moves it, and is told why one in use stays",
  manners,
  async ({ enter, manner }) => {
    const name = `Les Tilleuls ${rankOf(manner) + 1}`;
    const me = await enter("administrator");
    await me.open("/gestion/reglages");
    await me.follow("Modifier (Les quartiers)");
    await me.press("Ajouter ce quartier");
    await me.correct("Écrivez le nom du quartier.");
    await me.write("Nom du quartier", "Les Tileuls");
    await me.press("Ajouter ce quartier");
    await me.reads("Le quartier est enregistré.");
    await me.follow("Renommer (Les Tileuls)");
    await me.write("Nom du quartier", name);
    await me.press("Enregistrer le nom");
    const rows = () => me.page.locator("tbody th").allInnerTexts();
    const before = (await rows()).indexOf(name);
    await me.press(`Monter (${name})`);
    assert.equal((await rows()).indexOf(name), before - 1);
    await me.press("Retirer (Le Centre)");
    await me.reads(/Le quartier Le Centre sert à \d+ lieux/);
    await me.press(`Retirer (${name})`);
    await me.reads("Le quartier est retiré.");
    assert.ok(!(await rows()).includes(name));
  },
);
