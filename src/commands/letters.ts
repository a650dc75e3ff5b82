import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { wordsOf } from "../app.ts";
import {
  addBatch,
  audiences,
  batchById,
  partFiles,
  postedBy,
  printBatch,
  recordBatch,
  type Audience,
} from "../modules/associations/index.ts";
import { dayOf, systemClock } from "../platform/clock.ts";
import { StartFault } from "../platform/config.ts";
import { openFiles } from "../platform/files.ts";
import { openInstallation } from "../starting/database.ts";
import { chosenCommune } from "./communes.ts";
import { required, WrongCall, type Call, type Command } from "./command.ts";

const called: Record<string, Audience> = {
  "sans-courriel": "no_mail",
  "a-confirmer": "stale",
  toutes: "all",
};

export const lettersCommand: Command = {
  name: "letters",
  usage: `letters --to DOSSIER [--for ${Object.keys(called).join("|")}] [--commune nom-court]`,
  summary:
    "Prépare les lettres sur papier qui demandent de confirmer une fiche (PDF, triées pour la tournée), sans --for celles des associations sans courriel.",
  options: {
    to: { type: "string" },
    for: { type: "string" },
    commune: { type: "string" },
  },
  run: async (call) => {
    const folder = resolve(required(call, "to"));
    const audience = audienceOf(call);
    await mkdir(folder, { recursive: true }).catch(() => {
      throw new StartFault(`Le dossier ${folder} ne peut pas être créé.`);
    });
    const opened = await openInstallation(call.config, "command");
    try {
      const commune = await chosenCommune(opened.ownerUrl, call.options["commune"]);
      const files = openFiles(join(call.config.dataFolder, "files"));
      const shop = { database: opened.database, files, clock: systemClock, config: call.config, words: wordsOf }; // prettier-ignore
      const at = systemClock.now();
      const { id, reached, unaddressed } = await opened.database.write(commune.id, async (tx) => {
        const { [audience]: found } = await postedBy(tx, [audience], dayOf(at));
        if (!found.reached.length) return { id: undefined, ...found };
        const batch = await addBatch(tx, { audience, ...found, at, by: null });
        await recordBatch(tx, { kind: "operator" }, at, batch, found.reached.length);
        return { id: batch, ...found };
      });
      const paths: string[] = [];
      if (id) {
        await printBatch(shop, commune.id, id, call.progress);
        const parts = await opened.database.read(commune.id, async (tx) => {
          const batch = await batchById(tx, id);
          return batch ? partFiles(tx, batch) : [];
        });
        for (const [part, { sha256 }] of parts.entries()) {
          const path = join(folder, `lettres-${dayOf(at)}-${part + 1}.pdf`);
          await writeFile(path, (await files.read(sha256)) ?? "");
          paths.push(path);
        }
      }
      return {
        data: { letters: reached.length, unaddressed: unaddressed.length, files: paths },
        sentences: [
          reached.length
            ? `${reached.length} lettre(s) dans ${paths.join(", ")}.`
            : "Aucune lettre à préparer.",
          ...(unaddressed.length
            ? [`${unaddressed.length} association(s) sans adresse postale.`]
            : []),
        ],
      };
    } finally {
      await opened.close();
    }
  },
};

function audienceOf(call: Call): Audience {
  const typed = call.options["for"];
  if (typed === undefined) return audiences[0];
  const audience = called[String(typed)];
  if (!audience) throw new WrongCall(`--for se dit parmi : ${Object.keys(called).join(", ")}.`);
  return audience;
}
