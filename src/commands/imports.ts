import { access, constants } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { wordsOf } from "../app.ts";
import {
  activityWords,
  addedCounts,
  applyImport,
  noCounts,
  partsWords,
  refusedLines,
  rehearse,
  rehearseRouted,
  type Counts,
  type FileRefused,
  type Refusal,
} from "../modules/imports/index.ts";
import { StartFault } from "../platform/config.ts";
import { openInstallation } from "../starting/database.ts";
import { allCommunes, chosenCommune } from "./communes.ts";
import { deskOf, type Desk } from "./import-desk.ts";
import { WrongCall, type Call, type Command, type Reply } from "./command.ts";

type Commune = Awaited<ReturnType<typeof allCommunes>>[number];
type Prepared = {
  importId: string;
  counts: Counts;
  communes: { commune: Commune; counts: Counts }[];
  refusals: Refusal[];
};

const refusedLinesCode = 3;

export const importCommand: Command = {
  name: "import",
  usage: "import FICHIER [--rehearse] [--territory all] [--commune nom-court]",
  summary:
    "Importe un fichier d’associations ; --rehearse dit ce que cela ferait sans rien écrire. Sur plusieurs communes, chaque ligne va à la sienne par son code INSEE.",
  options: {
    rehearse: { type: "boolean" },
    territory: { type: "string" },
    commune: { type: "string" },
  },
  run: async (call) => {
    const [source] = call.words;
    if (!source) throw new WrongCall("Dites quel fichier importer : import FICHIER");
    const path = resolve(source);
    await access(path, constants.R_OK).catch(() => {
      throw new StartFault(`Le fichier ${path} n’existe pas ou ne peut pas être lu.`);
    });
    const opened = await openInstallation(call.config, "command");
    const begun = performance.now();
    try {
      const desk = deskOf(opened.database);
      const prepared = await prepare(call, desk, opened.ownerUrl, path);
      const rehearsal = call.options["rehearse"] === true;
      const done = rehearsal ? prepared : await carryOut(call, desk, prepared);
      return reply(done, path, rehearsal, (performance.now() - begun) / 1000);
    } finally {
      await opened.close();
    }
  },
};

async function prepare(call: Call, desk: Desk, ownerUrl: string, path: string): Promise<Prepared> {
  const territory = call.options["territory"] ?? "commune";
  if (territory !== "commune" && territory !== "all")
    throw new WrongCall("--territory vaut commune ou all.");
  const communes = await allCommunes(ownerUrl);
  call.tell(`Lecture de ${basename(path)}…`);
  if (call.options["commune"] === undefined && communes.length > 1 && territory === "commune") {
    const result = await rehearseRouted(desk, communes, path, call.progress);
    if ("refusal" in result) throw fileFault(path, result);
    const parts = result.communes.flatMap(({ id, counts }) => {
      const commune = communes.find((one) => one.id === id);
      return commune ? [{ commune, counts }] : [];
    });
    return { ...result, communes: parts };
  }
  const commune = await chosenCommune(ownerUrl, call.options["commune"]);
  const { progress } = call;
  const result = await rehearse(desk, commune.id, path, { territory, progress });
  if ("refusal" in result) throw fileFault(path, result);
  const refusals = await desk.database.read(commune.id, (tx) => refusedLines(tx, result.importId));
  return { ...result, communes: [{ commune, counts: result.counts }], refusals };
}

const fileFault = (path: string, { refusal }: FileRefused): StartFault =>
  new StartFault(`${basename(path)} : ${wordsOf("fr")(`imports:file.${refusal}`)}`);

/** Each commune's part in its own transaction; refused and outside lines stay those of the whole file. */
async function carryOut(call: Call, desk: Desk, prepared: Prepared): Promise<Prepared> {
  const parts: Prepared["communes"] = [];
  for (const { commune } of prepared.communes) {
    call.tell(`Import dans ${commune.name}…`);
    const done = await applyImport(desk, commune.id, prepared.importId, {
      progress: call.progress,
    });
    if ("refused" in done)
      throw new StartFault(wordsOf("fr")(`imports:apply.refused.${done.refused}`));
    parts.push({ commune, counts: done.counts });
  }
  const { lines, refused, outside } = prepared.counts;
  const counts = parts.reduce((sum, part) => added(sum, part.counts), noCounts());
  return { ...prepared, communes: parts, counts: { ...counts, lines, refused, outside } };
}

function added(one: Counts, other: Counts): Counts {
  const { activities: mine, ...counts } = one;
  const activities = addedCounts(mine, other.activities);
  const sum = Object.fromEntries(
    Object.entries(counts).map(([key, count]) => [key, count + other[key as keyof typeof counts]]),
  ) as typeof counts;
  return activities ? { ...sum, activities } : sum;
}

function reply(done: Prepared, path: string, rehearsal: boolean, seconds: number): Reply {
  const { importId, counts, refusals } = done;
  const t = wordsOf("fr");
  const communes = done.communes.map(({ commune, counts: own }) => ({
    slug: commune.slug,
    name: commune.name,
    ...own,
  }));
  const parts = partsWords(t, counts, rehearsal ? "part" : "done");
  return {
    data: {
      import: importId,
      file: basename(path),
      rehearsal,
      ...counts,
      refusals,
      seconds: Math.round(seconds * 10) / 10,
      communes,
    },
    sentences: [
      `${t("imports:report.lines", { count: counts.lines })} : ${parts}.`,
      ...(counts.activities
        ? [`${activityWords(t, counts.activities, rehearsal ? "part" : "done")}.`]
        : []),
      ...(counts.kept > 0 ? [t("imports:report.kept", { count: counts.kept })] : []),
      ...(counts.duplicates > 0
        ? [t("imports:report.duplicates", { count: counts.duplicates })]
        : []),
      ...refusals.map(
        ({ line, refusal, detail }) =>
          `  ligne ${line} : ${t(`imports:refusal.${refusal}` as "imports:refusal.no_name")} ${detail}`,
      ),
      rehearsal
        ? "Essai seulement : rien n’a été écrit dans le registre."
        : `Pour revenir en arrière : npm run maillage -- import undo ${importId}`,
    ],
    ...(counts.refused > 0 ? { exitCode: refusedLinesCode } : {}),
  };
}
