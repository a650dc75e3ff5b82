import assert from "node:assert/strict";
import { openStage } from "./stage.ts";
import { manners } from "./walker.ts";

const promise = openStage();
const clubs = ["Judo Club de Valbrume", "Assise tranquille", "AMAP du Coteau"];

promise(
  "the secretary hands the association over to three new people, who enter; nobody is locked out",
  manners,
  async ({ enter, manner, site, browser }) => {
    const rank = manners.findIndex((one) => one === manner);
    const club = clubs[rank] ?? "";
    const secretary = site.personId("president");
    const id = await site.database.write(site.communeId, async (tx) => {
      const one = await tx
        .selectFrom("association")
        .select("association_id as id")
        .where("name", "=", club)
        .executeTakeFirstOrThrow();
      await tx.deleteFrom("association_member").where("association_id", "=", one.id).execute();
      await tx
        .insertInto("association_member")
        .values({ association_id: one.id, person_id: secretary, role: "owner" })
        .execute();
      return one.id;
    });
    const me = await enter("president");
    await me.open("/espace");
    await me.follow(club);
    await me.follow("Le bureau change");
    await me.press("Relire avant d’enregistrer");
    await me.correct("Dites au moins qui arrive ou qui part.");
    const board = ["Nadia Ferrand", "Ali Bennour", "Lise Marchand"];
    const address = (row: number) => `personne${rank}${row}@nouveau.example`;
    for (const [at, name] of board.entries()) {
      const row = at + 1;
      if (row === 2) await me.unfold("Ajouter une deuxième personne");
      if (row === 3) await me.unfold("Ajouter une troisième personne");
      await me.write(`Nom de la personne ${row}`, name);
      await me.write(`Courriel de la personne ${row}`, row === 3 ? "lise" : address(row));
      if (row === 1) await me.write("Fonction de la personne 1", "présidente");
      if (row === 2) await me.pick("Ce que la personne 2 pourra faire", "Peut modifier");
      if (row === 3) await me.pick("Ce que la personne 3 pourra faire", "Peut lire");
    }
    await me.tick("Part : son accès sera retiré");
    await me.press("Relire avant d’enregistrer");
    await me.correct("Ce courriel n’est pas complet. Par exemple : nom@exemple.fr.");
    assert.equal(await me.value("Nom de la personne 2"), "Ali Bennour");
    await me.write("Courriel de la personne 3", address(3));
    await me.press("Relire avant d’enregistrer");
    await me.reads("Nadia Ferrand, présidente");
    await me.press("Enregistrer le changement");
    await me.reads("Les invitations sont parties par courriel");
    await me.reads("gardent leur accès");

    for (const row of [1, 2, 3]) {
      const letter = await site.database.read(site.communeId, (tx) =>
        tx
          .selectFrom("mail")
          .select("text_body")
          .where("to_email", "=", address(row))
          .executeTakeFirstOrThrow(),
      );
      const path = /\/acces\/[\w-]+/.exec(letter.text_body)?.[0] ?? "";
      const them = await enter("resident");
      await them.open(path);
      assert.equal(await them.value("Votre nom"), board[row - 1]);
      await them.press("Entrer dans l’espace");
      await them.reads("Bienvenue");
      assert.equal(await them.title(), club);
      assert.equal(await them.sees("Tenir la page à jour"), row !== 3);
    }
    const left = await site.database.read(site.communeId, (tx) =>
      tx
        .selectFrom("association_member")
        .select("role")
        .where("association_id", "=", id)
        .orderBy("role")
        .execute(),
    );
    assert.deepEqual(
      left.map(({ role }) => role),
      ["editor", "owner", "reader"],
    );
    const slug = await site.database.read(site.communeId, (tx) =>
      tx
        .selectFrom("association")
        .select("slug")
        .where("association_id", "=", id)
        .executeTakeFirstOrThrow(),
    );
    for (const path of [`/associations/${slug.slug}/gerer`, "/code"])
      assert.deepEqual(await browser.audit(path, "resident"), []);
  },
);
