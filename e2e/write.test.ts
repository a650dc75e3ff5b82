import assert from "node:assert/strict";
import type { TestSite } from "../src/testing/site.ts";
import { openStage } from "./stage.ts";
import { keyboard, manners, mouse, noScript } from "./walker.ts";

const promise = openStage();
const said = new Map([
  [mouse, "Bonjour, je voudrais essayer un cours mardi."],
  [noScript, "Bonjour, mon fils a dix ans, peut-il venir ?"],
  [keyboard, "Bonjour, faut-il un kimono le premier jour ?"],
]);

promise(
  "a resident writes to an association without seeing its address, and the mail waits in the outbox",
  manners,
  async ({ enter, manner, site }) => {
    const words = said.get(manner) ?? "";
    const me = await enter();
    const { slug, email } = await reserved(site);
    await me.open(`/associations/${slug}`);
    await me.follow("Écrire à l’association");
    await me.write("Votre nom", "Lou Martin");
    await me.write("Votre message", words);
    await me.press("Envoyer mon message");
    await me.correct("Écrivez une adresse électronique complète");
    assert.equal(await me.value("Votre message"), words);
    await me.write("Votre adresse électronique", "lou@courriel.example");
    await me.press("Envoyer mon message");
    await me.reads("Votre message est parti.");
    assert.ok(!(await me.page.content()).includes(email), "the address shows on the page");

    const admin = await enter("administrator");
    await admin.open("/gestion/courriels");
    await admin.follow("Un message de Lou Martin");
    await admin.reads(words);
    assert.ok((await admin.sees("Rien ne part")) || (await admin.sees("rien ne part")));
  },
);

promise(
  "a resident reports an error on a listing, and an agent corrects it from the report",
  manners,
  async ({ enter, manner }) => {
    const words = `C’est à ${10 + manners.indexOf(manner as (typeof manners)[0])} h maintenant.`;
    const me = await enter();
    await me.open("/annuaire?q=poterie");
    await me.follow("Terre et Feu");
    await me.follow("Signaler une erreur");
    await me.follow("Des jours ou des horaires");
    await me.press("Envoyer ce signalement");
    await me.correct("Corrigez ce qui n’est pas juste, ou dites-le dans la précision.");
    await me.write("Jours et horaires", `Le samedi. ${words}`);
    await me.press("Envoyer ce signalement");
    assert.equal(await me.title(), "Merci, votre signalement est envoyé");

    const agent = await enter("referent");
    await agent.open("/gestion/propositions");
    await agent.page.locator("table").first().getByRole("link", { name: "Terre et Feu" }).waitFor();
    await agent.follow("Terre et Feu");
    await agent.reads("Ce qui changerait");
    await agent.reads(words);
    await agent.press("Accepter la correction");
    await agent.reads("La correction est publiée.");
    await me.follow("Revenir à la fiche");
    await me.reads(words);
  },
);

/** An association that keeps its address for itself. */
const reserved = ({ database, communeId }: TestSite) =>
  database.read(communeId, (tx) =>
    tx
      .selectFrom("association_contact as contact")
      .innerJoin("association", "association.association_id", "contact.association_id")
      .select(["association.slug", "contact.email"])
      .where("contact.email", "is not", null)
      .where("contact.email_public", "=", false)
      .where("association.state", "=", "active")
      .orderBy("association.slug")
      .$narrowType<{ email: string }>()
      .executeTakeFirstOrThrow(),
  );
