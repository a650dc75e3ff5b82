import { join } from "node:path";
import { createApp, noteWriters, wordsOf } from "../app.ts";
import { checkConformity } from "../modules/open-data/index.ts";
import { systemClock } from "../platform/clock.ts";
import { openFiles } from "../platform/files.ts";
import type { House } from "../platform/http/ask.ts";
import { followContentVersions } from "../platform/http/content-version.ts";
import { openLog } from "../platform/log.ts";
import { openNotes } from "../platform/notes.ts";
import { openInstallation } from "../starting/database.ts";
import { chosenCommune } from "./communes.ts";
import type { Command } from "./command.ts";

export const conformityCommand: Command = {
  name: "conformity",
  usage: "conformity [--commune nom-court]",
  summary:
    "Relit tout ce que la commune publie en données ouvertes, le contrôle comme chaque nuit, et montre le résultat sur sa page /donnees/conformite.",
  options: { commune: { type: "string" } },
  run: async ({ config, options }) => {
    const opened = await openInstallation(config, "command");
    const { database, ownerUrl, appUrl } = opened;
    const log = openLog("silent");
    const notes = openNotes(database, noteWriters);
    const versions = followContentVersions(appUrl, log);
    try {
      const commune = await chosenCommune(ownerUrl, options["commune"]);
      const files = openFiles(join(config.dataFolder, "files"));
      const house: House = {
        config,
        database,
        clock: systemClock,
        files,
        log,
        notes,
        words: wordsOf,
      };
      const site = createApp(house, versions);
      const findings = await checkConformity(house, commune.id, site);
      const t = wordsOf("fr");
      return {
        data: { findings },
        sentences: findings.map(({ id, looked, wrong, faults }) =>
          wrong === 0
            ? `✔ ${t(`open-data:check.${id}`)} : ${looked}`
            : `✖ ${t(`open-data:check.${id}`)} : ${wrong} sur ${looked} (${faults.join(" · ")})`,
        ),
        exitCode: findings.some(({ wrong }) => wrong > 0) ? 1 : 0,
      };
    } finally {
      await versions.close();
      await notes.close();
      await opened.close();
    }
  },
};
