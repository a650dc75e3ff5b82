import { access, constants } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { wordsOf } from "../app.ts";
import {
  addBatch,
  batchOfFile,
  hashOf,
  openRegistry,
  readBatch,
  registryKinds,
  registryRefusalWords,
  type BatchCounts,
} from "../modules/imports/index.ts";
import { systemClock } from "../platform/clock.ts";
import { StartFault } from "../platform/config.ts";
import { DamagedZip } from "../platform/zip.ts";
import { openInstallation } from "../starting/database.ts";
import { WrongCall, type Command } from "./command.ts";
import { allCommunes, chosenCommune } from "./communes.ts";

const unreadableLinesCode = 3;

type Part = { slug: string; name: string } & (
  { already: true } | ({ already: false; batch: string } & BatchCounts)
);

export const registryCommand: Command = {
  name: "registry",
  usage: "registry FICHIER [--commune nom-court]",
  summary:
    "Lit le fichier mensuel du registre national (rna_waldec ou rna_import, en ZIP ou en CSV) et dépose ses propositions sous /gestion/registre, dans chaque commune ; rien ne change avant la réponse d’un agent.",
  options: { commune: { type: "string" } },
  run: async (call) => {
    const [source] = call.words;
    if (!source) throw new WrongCall("Dites quel fichier lire : registry FICHIER");
    const path = resolve(source);
    await access(path, constants.R_OK).catch(() => {
      throw new StartFault(`Le fichier ${path} n’existe pas ou ne peut pas être lu.`);
    });
    const t = wordsOf("fr");
    const opened = await openRegistry(path);
    if ("refusal" in opened)
      throw new StartFault(`${basename(path)} : ${registryRefusalWords(t, opened.refusal)}`);
    const installation = await openInstallation(call.config, "command");
    const desk = { database: installation.database, clock: systemClock };
    try {
      const sha256 = await hashOf(path);
      const communes =
        call.options["commune"] === undefined
          ? await allCommunes(installation.ownerUrl)
          : [await chosenCommune(installation.ownerUrl, call.options["commune"])];
      const parts: Part[] = [];
      for (const { id, slug, name } of communes) {
        call.tell(`Lecture pour ${name}…`);
        const batch = await desk.database.write(id, async (tx) => {
          const now = systemClock.now();
          if (await batchOfFile(tx, sha256, now)) return undefined;
          return await addBatch(tx, { fileName: basename(path), sha256, at: now });
        });
        if (batch === undefined) parts.push({ slug, name, already: true });
        else
          parts.push({ slug, name, already: false, batch, ...(await readBatch(desk, id, batch, opened)) }); // prettier-ignore
      }
      const unreadable = parts.some((part) => !part.already && part.unreadable > 0);
      return {
        data: { file: basename(path), communes: parts },
        sentences: parts.map((part) => `${part.name} : ${said(t, part)}.`),
        ...(unreadable ? { exitCode: unreadableLinesCode } : {}),
      };
    } catch (fault) {
      if (!(fault instanceof DamagedZip)) throw fault;
      throw new StartFault(`${basename(path)} : ${t("rna:problem.damaged_archive")}`);
    } finally {
      await installation.close();
    }
  },
};

function said(t: ReturnType<typeof wordsOf>, part: Part): string {
  if (part.already) return "ce fichier a déjà été lu";
  const found = registryKinds
    .filter((kind) => part[kind])
    .map((kind) => t(`rna:found.${kind}`, { count: part[kind] ?? 0 }));
  const read = `${part.lines} lignes lues, ${part.kept} gardées`;
  const unreadable =
    part.unreadable > 0 ? `, ${t("rna:one.unreadable", { count: part.unreadable })}` : "";
  return `${read}${unreadable.replace(/\.$/, "")} ; ${found.join(", ") || "rien de nouveau"}`;
}
