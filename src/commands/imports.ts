import { access } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { noteWriters, wordsOf } from "../app.ts";
import { importUndoable, undoImport, type UndoRefusal } from "../modules/imports/index.ts";
import { systemClock } from "../platform/clock.ts";
import { StartFault } from "../platform/config.ts";
import { openFiles } from "../platform/files.ts";
import type { House } from "../platform/http/ask.ts";
import { openLog } from "../platform/log.ts";
import { openNotes } from "../platform/notes.ts";
import { openInstallation } from "../starting/database.ts";
import { WrongCall, type Call, type Command } from "./command.ts";
import { allCommunes, chosenCommune } from "./communes.ts";
import { importInto } from "./import-communes.ts";

export const importCommand: Command = {
  name: "import",
  usage: "import FICHIER [--rehearse] [--territory all] [--commune nom-court]",
  summary:
    "Lit un fichier d’associations (CSV, XLSX, JSON) ; --rehearse dit ce qu’il ferait sans rien écrire.",
  options: {
    rehearse: { type: "boolean" },
    territory: { type: "string" },
    commune: { type: "string" },
  },
  run: async (call) => {
    const path = await readableFile(call.words[0]);
    const { territory } = call.options;
    if (territory !== undefined && territory !== "all" && territory !== "commune")
      throw new WrongCall("--territory vaut commune (par défaut) ou all (toutes les lignes).");
    return withHouse(call, async (house, ownerUrl) => {
      const named = call.options["commune"];
      const all = await allCommunes(ownerUrl);
      const chosen =
        named === undefined && all.length > 1 && territory !== "all"
          ? all
          : [await chosenCommune(ownerUrl, named)];
      const report = await importInto(house, chosen, path, {
        write: call.options["rehearse"] !== true,
        territory: territory === "all" ? "all" : "commune",
        progress: call.progress,
      });
      return {
        data: { file: basename(path), ...report },
        sentences: sentencesOf(report),
        exitCode: report.refused ? 3 : 0,
      };
    });
  },
};

const refusals: Record<UndoRefusal, string> = {
  unknown: "Aucun import n’a ce numéro.",
  not_applied: "Cet import n’a rien écrit, ou il est déjà annulé.",
  later_import: "Un import plus récent s’appuie sur celui-ci : annulez d’abord le plus récent.",
};

export const importUndoCommand: Command = {
  name: "import undo",
  usage: "import undo NUMÉRO [--commune nom-court]",
  summary: "Annule un import en entier ; ce qu’une personne a changé depuis reste.",
  options: { commune: { type: "string" } },
  run: async (call) => {
    const id = call.words[0];
    if (!id) throw new WrongCall("Dites quel import annuler : import undo NUMÉRO");
    return withHouse(call, async (house, ownerUrl) => {
      const named = call.options["commune"];
      const all =
        named === undefined ? await allCommunes(ownerUrl) : [await chosenCommune(ownerUrl, named)];
      const undone = [];
      for (const commune of all) {
        // One import may have gone to several communes: each takes back its part.
        if (!(await house.database.read(commune.id, (tx) => importUndoable(tx, id)))) continue;
        const outcome = await undoImport(house, commune.id, id, { progress: call.progress });
        if ("refused" in outcome) throw new WrongCall(refusals[outcome.refused]);
        undone.push({ commune: commune.slug, ...outcome.counts });
      }
      if (!undone.length) throw new WrongCall(`${refusals.unknown} ${refusals.not_applied}`);
      return {
        data: { import: id, undone },
        sentences: undone.map(
          (one) =>
            `${one.commune} : ${one.removed} retirées, ${one.restored} rétablies, ${one.partly} en partie, ${one.kept} laissées.`,
        ),
      };
    });
  },
};

async function readableFile(word: string | undefined): Promise<string> {
  if (!word) throw new WrongCall("Dites quel fichier lire : import FICHIER");
  const path = resolve(word);
  await access(path).catch(() => {
    throw new StartFault(`Le fichier ${path} n’existe pas ou ne peut pas être lu.`);
  });
  return path;
}

/** What rooms need from the house, without serving anything. */
async function withHouse<T>(
  call: Call,
  work: (house: House, ownerUrl: string) => Promise<T>,
): Promise<T> {
  const opened = await openInstallation(call.config, "command");
  const notes = openNotes(opened.database, noteWriters);
  try {
    const house: House = {
      config: call.config,
      database: opened.database,
      clock: systemClock,
      files: openFiles(join(call.config.dataFolder, "files")),
      log: openLog("silent"),
      notes,
      words: wordsOf,
    };
    return await work(house, opened.ownerUrl);
  } finally {
    await notes.close();
    await opened.close();
  }
}

function sentencesOf(report: Awaited<ReturnType<typeof importInto>>): string[] {
  const { lines, created, changed, unchanged, merged, refused, outside, duplicates } = report;
  return [
    `${report.rehearsal ? "Répétition" : "Import"} ${report.import} : ${lines} lignes lues en ${report.seconds} s.`,
    `  ${created} créées, ${changed} modifiées, ${unchanged} inchangées, ${merged} réunies à une autre ligne, ${refused} refusées, ${outside} hors commune.`,
    `  ${duplicates} doublons possibles, à regarder dans Gestion, Doublons.`,
    ...report.refusals.map((one) => `  ligne ${one.line} : ${one.reason} ${one.detail}`),
    ...(report.rehearsal
      ? ["Rien n’a été écrit. Sans --rehearse, l’import est fait."]
      : [`Pour l’annuler : import undo ${report.import}`]),
  ];
}
