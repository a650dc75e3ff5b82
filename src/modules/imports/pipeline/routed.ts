import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { addedCounts } from "../activities/counts.ts";
import { cityCode, communeByInsee } from "../matching/territory.ts";
import { guessMapping, openTable, readAssociations, type Mapping } from "../reading/index.ts";
import { noCounts, type Counts } from "./counts.ts";
import { addImport, understoodOf, type Workshop } from "./imports.ts";
import { decideRehearsal, hashOf, type FileRefused } from "./rehearse.ts";
import { openStaging } from "./staging.ts";

export type Refusal = { line: number; refusal: string; detail: string };

export type Routed = {
  importId: string;
  /** The whole file: what no commune received is refused or outside here, and in no commune. */
  counts: Counts;
  communes: { id: number; counts: Counts }[];
  refusals: Refusal[];
};

const shownRefusals = 50;

/** Sends each line of a file to its own commune by its INSEE code, and rehearses each commune's part under one import. */
export async function rehearseRouted(
  house: Workshop,
  communes: readonly { id: number; insee: string | null }[],
  path: string,
  progress?: (done: number, total: number) => void,
): Promise<Routed | FileRefused> {
  const table = await openTable(path);
  if ("refusal" in table) return table;
  const mapping: Mapping = guessMapping(table.header, table.sample);
  const importId: string = randomUUID();
  const whole = {
    importId,
    fileName: basename(path),
    sha256: await hashOf(path),
    at: house.clock.now(),
    state: "reading" as const,
    territory: "commune" as const,
    understood: understoodOf(table),
    mapping,
  };
  const byInsee = new Map(
    communes.flatMap((one) => (one.insee ? [[cityCode(one.insee), one.id] as const] : [])),
  );
  const counts = noCounts();
  const refusals: Refusal[] = [];
  const staging = new Map<number, ReturnType<typeof openStaging>>();
  for await (const line of readAssociations(table, mapping)) {
    counts.lines += 1;
    if ("refusal" in line) {
      counts.refused += 1;
      const { line: number, refusal, detail } = line;
      if (refusals.length < shownRefusals) refusals.push({ line: number, refusal, detail });
      continue;
    }
    const id = communeByInsee(line.facts, byInsee);
    if (id === undefined) {
      counts.outside += 1;
      continue;
    }
    if (!staging.has(id)) {
      await house.database.write(id, (tx) => addImport(tx, whole));
      staging.set(id, openStaging(house, id, importId));
    }
    await staging.get(id)?.add(line);
  }
  const parts: Routed["communes"] = [];
  for (const [id, one] of staging) {
    await one.flush();
    parts.push({ id, counts: await decideRehearsal(house, id, importId, progress) });
  }
  for (const part of parts)
    for (const outcome of [
      "created",
      "changed",
      "unchanged",
      "merged",
      "kept",
      "duplicates",
      "unread",
    ] as const)
      counts[outcome] += part.counts[outcome];
  const activities = parts.map((part) => part.counts.activities).reduce(addedCounts, undefined);
  if (activities) counts.activities = activities;
  return { importId, counts, communes: parts, refusals };
}
