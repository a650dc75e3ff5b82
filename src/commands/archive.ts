import { access, constants } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { backup } from "../archive/backup.ts";
import { restore } from "../archive/restore.ts";
import { openFiles } from "../platform/files.ts";
import { StartFault } from "../platform/config.ts";
import { openInstallation } from "../starting/database.ts";
import { WrongCall, type Command } from "./command.ts";

export const backupCommand: Command = {
  name: "backup",
  usage: "backup FICHIER.tar.gz",
  summary: "Écrit une sauvegarde complète (base et fichiers), même pendant que le site tourne.",
  options: {},
  run: async (call) => {
    const target = call.words[0];
    if (!target) throw new WrongCall("Dites où écrire la sauvegarde : backup FICHIER.tar.gz");
    const path = resolve(target);
    await access(dirname(path), constants.W_OK).catch(() => {
      throw new StartFault(`Le dossier ${dirname(path)} n’existe pas ou ne peut pas être écrit.`);
    });
    const opened = await openInstallation(call.config, "command");
    try {
      const report = await backup(
        opened.ownerUrl,
        join(call.config.dataFolder, "files"),
        path,
        call.progress,
      );
      return {
        data: report,
        sentences: [
          ...(report.missing
            ? [`Attention : ${report.missing} fichiers manquent sur le disque.`]
            : []),
          `Sauvegarde écrite : ${path} (${report.rows} lignes, ${report.files} fichiers, ${Math.ceil(report.bytes / 1024)} Ko).`,
        ],
      };
    } finally {
      await opened.close();
    }
  },
};

export const restoreCommand: Command = {
  name: "restore",
  usage: "restore FICHIER.tar.gz",
  summary: "Ramène une sauvegarde dans une installation vide, intégrée ou externe.",
  options: {},
  run: async (call) => {
    const source = call.words[0];
    if (!source) throw new WrongCall("Dites quelle sauvegarde ramener : restore FICHIER.tar.gz");
    const opened = await openInstallation(call.config, "alone");
    try {
      const files = openFiles(join(call.config.dataFolder, "files"));
      const { ownerUrl, appUrl } = opened;
      const report = await restore({ ownerUrl, appUrl, files }, resolve(source), call.progress);
      return {
        data: report,
        sentences: [
          `Sauvegarde du ${report.madeAt} ramenée : ${report.rows} lignes, ${report.files} fichiers.`,
        ],
      };
    } finally {
      await opened.close();
    }
  },
};
