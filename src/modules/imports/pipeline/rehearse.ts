import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { belongs, type Commune } from "../matching/territory.ts";
import {
  openTable,
  readAssociations,
  type FileRefusal,
  type Mapping,
  type Table,
} from "../reading/index.ts";
import type { Counts } from "./counts.ts";
import { decide, type Deciding } from "./decide.ts";
import {
  addImport,
  importById,
  mappingFor,
  understoodOf,
  type Territory,
  type Workshop,
} from "./imports.ts";
import { frugally } from "./frugal.ts";
import { storable } from "./json.ts";
import { openStaging } from "./staging.ts";

export type RehearseOptions = {
  mapping?: Mapping;
  territory?: Territory;
  /** The person who imports; the operator's command has none. */
  by?: string | undefined;
  progress?: (done: number, total: number) => void;
};

export type Rehearsed = { importId: string; counts: Counts };
export type FileRefused = { refusal: FileRefusal; detail: string };

/** Reads a file and says what its import would do; writes nothing but the import's own tables. */
export async function rehearse(
  house: Workshop,
  communeId: number,
  path: string,
  options: RehearseOptions = {},
): Promise<Rehearsed | FileRefused> {
  const table = await openTable(path);
  if ("refusal" in table) return table;
  const importId: string = randomUUID();
  const sha256 = await hashOf(path);
  await house.database.write(communeId, async (tx) => {
    await addImport(tx, {
      importId,
      fileName: basename(path),
      sha256,
      at: house.clock.now(),
      personId: options.by,
      state: "reading",
      territory: options.territory ?? "commune",
      understood: understoodOf(table),
      mapping: options.mapping ?? (await mappingFor(tx, table)),
    });
  });
  return await rehearseTable(house, communeId, importId, table, options.progress);
}

/** Rehearses an import whose file and columns are known; whatever was read before is forgotten. */
export async function rehearseTable(
  house: Workshop,
  communeId: number,
  importId: string,
  table: Table,
  progress?: RehearseOptions["progress"],
): Promise<Rehearsed> {
  try {
    return await frugally(async () => {
      await stage(house, communeId, importId, table);
      return { importId, counts: await decideRehearsal(house, communeId, importId, progress) };
    });
  } catch (fault) {
    await failed(house, communeId, importId, "rehearsal");
    throw fault;
  }
}

/** Marks an import as failed, in its own transaction; nothing of it was written in the registry. */
export const failed = (house: Workshop, communeId: number, importId: string, fault: string) =>
  house.database.write(communeId, (tx) =>
    tx
      .updateTable("import")
      .set({ state: "failed", fault })
      .where("import_id", "=", importId)
      .execute(),
  );

async function stage(
  house: Workshop,
  communeId: number,
  importId: string,
  table: Table,
): Promise<void> {
  const { mapping, territory, commune } = await house.database.write(communeId, async (tx) => {
    await tx.deleteFrom("import_line").where("import_id", "=", importId).execute();
    await tx
      .updateTable("import")
      .set({ state: "reading", fault: null, progress_done: 0, progress_total: null })
      .where("import_id", "=", importId)
      .execute();
    const known = await importById(tx, importId);
    if (!known) throw new Error("the import to rehearse is gone");
    return { ...known, commune: await communeOf(tx, communeId) };
  });
  const staging = openStaging(house, communeId, importId);
  for await (const one of readAssociations(table, mapping)) {
    if ("refusal" in one) await staging.add(one);
    else if (territory === "commune" && belongs(one.facts, commune) === false)
      await staging.add({ line: one.line, outside: true, name: one.facts.name });
    else await staging.add(one);
  }
  await staging.flush();
}

export async function decideRehearsal(
  house: Workshop,
  communeId: number,
  importId: string,
  progress?: RehearseOptions["progress"],
): Promise<Counts> {
  return await house.database.write(communeId, async (tx) => {
    const deciding = await decidingOf(tx, house, importId, false);
    const counts = await decide(tx, deciding, async (done, total) => progress?.(done, total));
    await tx
      .updateTable("import")
      .set({ state: "rehearsed", counts: storable(counts) })
      .where("import_id", "=", importId)
      .execute();
    return counts;
  });
}

export async function decidingOf(
  tx: Tx,
  house: Workshop,
  importId: string,
  write: boolean,
  personId?: string,
): Promise<Deciding> {
  const known = await importById(tx, importId);
  if (!known) throw new Error("the import to decide is gone");
  const commune = await tx.selectFrom("commune").select("name").executeTakeFirstOrThrow();
  return {
    importId,
    communeName: commune.name,
    source: known.source,
    write,
    activities: house.activities,
    at: house.clock.now(),
    personId: personId ?? known.made_by ?? undefined,
  };
}

/** The commune, with the postcodes its own associations and places already bear. */
export async function communeOf(tx: Tx, communeId: number): Promise<Commune> {
  const row = await tx.selectFrom("commune").select(["name", "insee"]).executeTakeFirstOrThrow();
  const { rows } = await sql<{ postcode: string }>`
    select seat_postcode as postcode from association where seat_insee = ${row.insee} and seat_postcode is not null
    union select postcode from place where insee = ${row.insee} and postcode is not null`.execute(
    tx,
  );
  return {
    id: communeId,
    name: row.name,
    insee: row.insee ?? undefined,
    postcodes: new Set(rows.map((one) => one.postcode)),
  };
}

export async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
