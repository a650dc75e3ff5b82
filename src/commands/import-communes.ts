import { randomUUID } from "node:crypto";
import {
  applyImport,
  communeByInsee,
  refusedLines,
  rehearse,
  type Counts,
  type FileRefusal,
  type Territory,
} from "../modules/imports/index.ts";
import { StartFault } from "../platform/config.ts";
import type { House } from "../platform/http/ask.ts";
import { WrongCall } from "./command.ts";

/** Why a file cannot be read at all, and what to do. */
const unreadable: Record<FileRefusal, string> = {
  missing_file: "Le fichier n’existe pas ou ne peut pas être lu.",
  empty_file: "Le fichier est vide.",
  not_a_table: "Ce fichier n’est pas un tableau : donnez un CSV, un XLSX ou un JSON.",
  too_large: "Le fichier est trop grand : coupez-le en plusieurs.",
  html_page: "Ce fichier est une page web enregistrée : téléchargez le fichier lui-même.",
  encrypted_workbook: "Ce classeur est protégé par un mot de passe : retirez-le, puis recommencez.",
  old_workbook: "Ce classeur est d’un ancien format (.xls) : enregistrez-le en .xlsx.",
  corrupt_workbook:
    "Ce classeur est abîmé : ouvrez-le dans un tableur et enregistrez-le de nouveau.",
  swollen_workbook: "Ce classeur est bien plus grand qu’il ne paraît : enregistrez-le en CSV.",
  corrupt_json: "Ce fichier JSON est abîmé ou n’est pas une liste.",
};

type Destination = { id: number; slug: string; insee: string | null };
type Options = {
  write: boolean;
  territory: Territory;
  progress: (done: number, all: number) => void;
};

/**
 * One file into one commune, or into several: then each line goes to the commune of its INSEE code, one transaction a
 * commune, under one import number. `lines` is always the sum of the outcomes.
 */
export async function importInto(
  house: House,
  communes: readonly Destination[],
  path: string,
  options: Options,
) {
  const started = performance.now();
  const importId = randomUUID();
  const byInsee = new Map(
    communes.flatMap((one) => (one.insee ? [[one.insee, one.id] as const] : [])),
  );
  const several = communes.length > 1;
  const done: { commune: string; counts: Counts }[] = [];
  for (const commune of communes) {
    const read = await rehearse(house, commune.id, path, {
      importId,
      territory: options.territory,
      progress: options.progress,
      ...(several ? { mine: (facts) => communeByInsee(facts, byInsee) === commune.id } : {}),
    });
    if ("refusal" in read) throw new StartFault(unreadable[read.refusal]);
    done.push({ commune: commune.slug, counts: read.counts });
  }
  if (options.write)
    for (const [rank, commune] of communes.entries()) {
      const applied = await applyImport(house, commune.id, importId, {
        progress: options.progress,
      });
      if ("refused" in applied)
        throw new WrongCall("L’import n’a pas pu être fait : recommencez la répétition.");
      done[rank] = { commune: commune.slug, counts: applied.counts };
    }
  const first = communes[0];
  const refusals = first
    ? await house.database.read(first.id, (tx) => refusedLines(tx, importId, 50))
    : [];
  return {
    import: importId,
    rehearsal: !options.write,
    ...total(done.map((one) => one.counts)),
    refusals,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    communes: done.map(({ commune, counts }) => ({ commune, ...counts })),
  };
}

/** Each commune has read the whole file: what is elsewhere for one is somewhere else, and a line refused is refused once. */
function total(counts: readonly Counts[]): Omit<Counts, "kept"> {
  const sum = (name: keyof Counts) => counts.reduce((all, one) => all + one[name], 0);
  const lines = counts[0]?.lines ?? 0;
  const refused = counts[0]?.refused ?? 0;
  const inside = {
    created: sum("created"),
    changed: sum("changed"),
    unchanged: sum("unchanged"),
    merged: sum("merged"),
  };
  const known = inside.created + inside.changed + inside.unchanged + inside.merged;
  return {
    lines,
    ...inside,
    refused,
    outside: lines - refused - known,
    duplicates: sum("duplicates"),
  };
}
