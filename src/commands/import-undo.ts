import { wordsOf } from "../app.ts";
import { importById, undoImport, undoneWords } from "../modules/imports/index.ts";
import { StartFault } from "../platform/config.ts";
import { openInstallation } from "../starting/database.ts";
import { allCommunes } from "./communes.ts";
import { WrongCall, type Call, type Command } from "./command.ts";
import { deskOf, type Desk } from "./import-desk.ts";

type Commune = Awaited<ReturnType<typeof allCommunes>>[number];

export const importUndoCommand: Command = {
  name: "import undo",
  usage: "import undo IDENTIFIANT",
  summary:
    "Annule un import entier, dans chaque commune ; ce qu’une personne a changé depuis est gardé et dit.",
  options: {},
  run: async (call) => {
    const [id] = call.words;
    if (!id) throw new WrongCall("Dites quel import annuler : import undo IDENTIFIANT");
    const opened = await openInstallation(call.config, "command");
    try {
      const desk = deskOf(opened.database);
      const sentences: string[] = [];
      const communes: object[] = [];
      for (const commune of await allCommunes(opened.ownerUrl)) {
        const known = await desk.database.read(commune.id, (tx) => importById(tx, id));
        if (known?.state !== "applied") continue;
        const { said, data } = await undoIn(call, desk, commune, id);
        sentences.push(`${commune.name} : ${said}`);
        communes.push({ slug: commune.slug, ...data });
      }
      if (communes.length === 0)
        throw new StartFault(
          "Aucun import en place n’a cet identifiant : il n’y a rien à annuler.",
        );
      const refused = communes.some((one) => "refused" in one);
      return { data: { import: id, communes }, sentences, ...(refused ? { exitCode: 1 } : {}) };
    } finally {
      await opened.close();
    }
  },
};

async function undoIn(call: Call, desk: Desk, commune: Commune, id: string) {
  const t = wordsOf("fr");
  const undone = await undoImport(desk, commune.id, id, { progress: call.progress });
  if ("refused" in undone) {
    const { refused, later: file = "" } = undone;
    return { said: t(`imports:undo.refused.${refused}`, { file }), data: { refused } };
  }
  return { said: `${undoneWords(t, undone.counts)}`, data: undone.counts };
}
