import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { ActivityUndoCounts } from "../activities/counts.ts";
import type { ActivityIntake } from "../activities/intake.ts";
import type { ImportSource } from "../matching/reconcile.ts";
import { guessMapping, type Mapping, type Table } from "../reading/index.ts";
import type { Counts } from "./counts.ts";
import { storable } from "./json.ts";

/** What an import needs of the house, and the room that keeps activities: without it, what a file tells of them is left. */
export type Workshop = Pick<House, "database" | "clock"> & { activities?: ActivityIntake };

export type ImportState =
  "mapping" | "reading" | "rehearsed" | "applying" | "applied" | "undoing" | "undone" | "failed";
export type Territory = "commune" | "all";

/** What was understood of the file itself; three values a column, forgotten once the import is applied. */
export type Understood = {
  kind: Table["kind"];
  encoding?: string | undefined;
  separator?: string | undefined;
  sheet?: string | undefined;
  header: string[];
  samples?: string[][];
  warnings?: Table["warnings"];
};

export type NewImport = {
  importId: string;
  fileName: string;
  sha256: string;
  at: Date;
  personId?: string | undefined;
  state: ImportState;
  territory: Territory;
  understood: Understood;
  mapping: Mapping;
};

export async function addImport(tx: Tx, one: NewImport): Promise<void> {
  await tx
    .insertInto("import")
    .values({
      import_id: one.importId,
      file_name: one.fileName.slice(0, 200),
      file_sha256: one.sha256,
      made_at: one.at,
      made_by: one.personId ?? null,
      state: one.state,
      source: sourceOf(one.mapping),
      territory: one.territory,
      understood: storable(one.understood),
      mapping: storable(one.mapping),
    })
    .execute();
}

export const sourceOf = (mapping: Mapping): ImportSource =>
  mapping.layout?.startsWith("rna_") ? "registry" : "municipal_file";

export function understoodOf(table: Table): Understood {
  return {
    kind: table.kind,
    encoding: table.encoding,
    separator: table.separator,
    sheet: table.sheets?.read,
    header: table.header,
    samples: table.header.map((_, column) => {
      const said = table.sample
        .map((row) => row[column]?.trim() ?? "")
        .filter((cell) => cell !== "");
      return [...new Set(said)].slice(0, 3).map((cell) => cell.slice(0, 80));
    }),
  };
}

export type Import = NonNullable<Awaited<ReturnType<typeof importById>>>;

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export async function importById(tx: Tx, id: string) {
  if (!uuidShape.test(id)) return undefined;
  const row = await tx
    .selectFrom("import")
    .leftJoin("person", "person.person_id", "import.made_by")
    .selectAll("import")
    .select("person.name as made_by_name")
    .where("import_id", "=", id)
    .executeTakeFirst();
  return (
    row && {
      ...row,
      id: row.import_id,
      state: row.state as ImportState,
      source: row.source as ImportSource,
      territory: row.territory as Territory,
      understood: row.understood as unknown as Understood,
      mapping: row.mapping as unknown as Mapping,
      counts: row.counts as unknown as Partial<Counts>,
      undoCounts: row.undo_counts as unknown as Partial<UndoCounts>,
    }
  );
}

export type UndoCounts = {
  removed: number;
  restored: number;
  partly: number;
  kept: number;
  activities?: ActivityUndoCounts;
};

/** The mapping a person gave to these columns, else our guess. */
export async function mappingFor(tx: Tx, table: Table): Promise<Mapping> {
  const guessed = guessMapping(table.header, table.sample);
  const known = await tx
    .selectFrom("column_mapping")
    .select("mapping")
    .where("fingerprint", "=", guessed.fingerprint)
    .executeTakeFirst();
  const remembered = known?.mapping as unknown as Mapping | undefined;
  return remembered?.columns.length === guessed.columns.length ? remembered : guessed;
}

export async function rememberMapping(
  tx: Tx,
  mapping: Mapping,
  at: Date,
  personId: string | undefined,
): Promise<void> {
  const row = {
    mapping: storable(mapping),
    remembered_at: at,
    remembered_by: personId ?? null,
  };
  await tx
    .insertInto("column_mapping")
    .values({ fingerprint: mapping.fingerprint, ...row })
    .onConflict((conflict) => conflict.columns(["commune_id", "fingerprint"]).doUpdateSet(row))
    .execute();
}
