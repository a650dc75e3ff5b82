import assert from "node:assert/strict";
import { openStage } from "./stage.ts";
import { manners } from "./walker.ts";

const promise = openStage();
const clubs = ["Judo Club de Valbrume", "Assise tranquille", "AMAP du Coteau"];

promise(
  "a president of 74 opens a mail, corrects a price, confirms the rest in one tap, and residents read it",
  manners,
  async ({ enter, manner, site, browser }) => {
    const club = clubs[manners.findIndex((one) => one === manner)] ?? "";
    const agent = await enter("referent");
    await agent.open(`/gestion/associations?q=${encodeURIComponent(club)}`);
    await agent.follow(club);
    await agent.press("Demander la confirmation par courriel");
    await agent.reads("La demande part par courriel");

    const letter = await site.database.read(site.communeId, (tx) =>
      tx
        .selectFrom("mail")
        .select("text_body")
        .where("kind", "=", "confirmation")
        .orderBy("created_at", "desc")
        .executeTakeFirstOrThrow(),
    );
    const path = /\/confirmer\/[\w-]+/.exec(letter.text_body)?.[0] ?? "";
    const me = await enter("resident");
    await me.open(path);
    assert.match(await me.title(), /tout est juste/);
    await me.follow("Corriger : Tarifs");
    await me.write("Prix", "15 € par an");
    if (manner.javaScript) {
      // The phone slept, the page was closed: what was being written is still there.
      await me.open(`${path}/tarifs`);
      await me.reads("Nous avons gardé ce que vous aviez commencé à écrire");
    }
    await me.press("Voir avant d’enregistrer");
    await me.reads("Rien n’est encore enregistré");
    await me.reads(/15\s€ par an/);
    await me.press("Enregistrer et confirmer");
    await me.reads("votre correction est publiée");
    await me.press("Tout est juste");
    await me.reads("Merci, tout est confirmé");
    await me.follow("Voir la page telle que les habitants la voient");
    await me.reads(/15\s€ par an/);
    await me.reads("par l’association");
    assert.deepEqual(await browser.audit(path, "resident"), []);
  },
);
