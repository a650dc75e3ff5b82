import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { modelsOf } from "../models/queries.ts";
import { unitsOf } from "../units/queries.ts";
import type { Answers, Known, Line, UnitValues } from "./planned.ts";

export type Inventory = {
  id: string;
  fileName: string;
  madeAt: Date;
  by: string | null;
  state: "open" | "applied" | "undone";
  header: string[];
  targets: string[];
  answers: Answers;
  /** Whether it moves the units it says are at another place. */
  moves: boolean;
  /** Models it added. */
  models: string[];
  appliedAt: Date | null;
  counts: InventoryCounts;
};

export type InventoryCounts = {
  added?: number;
  changed?: number;
  models?: number;
  /** Places where more is promised than there is now. */
  short?: number;
  removed?: number;
  restored?: number;
  kept?: number;
};

/** Inventories brought, the newest first; or one of them, locked while it is carried out. */
export async function inventoriesOf(
  tx: Tx,
  which: { id?: string; lock?: true } = {},
): Promise<Inventory[]> {
  const { rows } = await sql<Inventory>`
    select i.import_id as id, i.file_name as "fileName", i.made_at as "madeAt", i.state, i.header, i.targets, i.answers, i.moves, i.models,
      i.applied_at as "appliedAt", i.counts, (select p.name from person p where p.person_id = i.made_by) as by
    from inventory_import i
    where ${which.id ?? null}::uuid is null or i.import_id = ${which.id ?? null}::uuid
    order by i.made_at desc, i.import_id limit 100 ${which.lock ? sql`for update` : sql``}`.execute(
    tx,
  );
  return rows;
}

export async function keepInventory(
  tx: Tx,
  one: Pick<Inventory, "fileName" | "header" | "targets"> & { lines: readonly Line[] }, // prettier-ignore
  by: { at: Date; personId: string },
): Promise<string> {
  const { import_id: id } = await tx
    .insertInto("inventory_import")
    .values({
      file_name: one.fileName.slice(0, 200) || "inventaire",
      made_at: by.at,
      made_by: by.personId,
      state: "open",
      header: one.header,
      targets: one.targets,
    })
    .returning("import_id")
    .executeTakeFirstOrThrow();
  await sql`insert into inventory_line (import_id, line, cells, choice)
    select ${id}, line, cells, choice from jsonb_to_recordset(${JSON.stringify(one.lines)}::jsonb) as r(line integer, cells text[], choice text)`.execute(
    tx,
  );
  return id;
}

export async function inventoryLines(tx: Tx, id: string): Promise<Line[]> {
  const rows = await tx
    .selectFrom("inventory_line")
    .select(["line", "cells", "choice"])
    .where("import_id", "=", id)
    .orderBy("line")
    .execute();
  return rows.map((row) => ({ ...row, choice: row.choice as Line["choice"] }));
}

/** What a person mended of a line, or said of it. */
export const saveLine = (
  tx: Tx,
  id: string,
  line: number,
  values: { cells?: string[]; choice?: Line["choice"] },
) =>
  tx
    .updateTable("inventory_line")
    .set(values)
    .where("import_id", "=", id)
    .where("line", "=", line)
    .execute();

/** Takes what the file says for each of these lines. */
export const takeLines = (tx: Tx, id: string, lines: readonly number[]) =>
  tx
    .updateTable("inventory_line")
    .set({ choice: "taken" })
    .where("import_id", "=", id)
    .where("line", "in", [...lines])
    .execute();

export const saveInventory = (
  tx: Tx,
  id: string,
  values: { targets?: string[]; answers?: Answers; moves?: boolean },
) =>
  tx
    .updateTable("inventory_import")
    .set({
      ...(values.targets ? { targets: values.targets } : {}),
      ...(values.moves === undefined ? {} : { moves: values.moves }),
      ...(values.answers ? { answers: JSON.stringify(values.answers) } : {}),
    })
    .where("import_id", "=", id)
    .execute();

/** The columns a person gave to a file with the same header. */
export async function targetsGiven(tx: Tx, header: readonly string[]): Promise<string[] | null> {
  const known = await tx
    .selectFrom("inventory_import")
    .select("targets")
    .where(sql<boolean>`header = ${[...header]}::text[]`)
    .orderBy("made_at", "desc")
    .executeTakeFirst();
  return known?.targets ?? null;
}

/** What there is: the commune's models, its lending places, each unit and what an inventory last wrote of it. */
export async function knownNow(tx: Tx): Promise<Known> {
  const { rows } = await sql<{ unitId: string; last: Partial<UnitValues> }>`
    select distinct on (u.unit_id) u.unit_id as "unitId", u.after as last
    from inventory_unit u join inventory_import i on i.import_id = u.import_id
    where i.state = 'applied' order by u.unit_id, u.at desc`.execute(tx);
  const last = new Map(rows.map((row) => [row.unitId, row.last]));
  return {
    models: (await modelsOf(tx)).filter(({ owner }) => !owner),
    places: await lendingPlacesOf(tx),
    units: (await unitsOf(tx, {})).map((unit) => ({ ...unit, last: last.get(unit.id) ?? null })),
  };
}

/** What an inventory wrote of a unit: its values, and where it is when it moved it. */
export type WrittenValues = Partial<UnitValues & { placeId: string }>;

export type Written = {
  unitId: string;
  line: number;
  before: WrittenValues | null;
  after: WrittenValues;
};

/** Keeps what lines wrote; of what was written twice, what was before the first time. */
export const keepWritten = (tx: Tx, id: string, written: readonly Written[], at: Date) =>
  sql`insert into inventory_unit (import_id, unit_id, line, at, before, after)
    select ${id}, "unitId", line, ${at}, nullif(before, 'null'), after
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as r("unitId" uuid, line integer, before jsonb, after jsonb)
    on conflict (commune_id, import_id, unit_id) do update set at = excluded.at, after = inventory_unit.after || excluded.after,
      before = case when inventory_unit.before is null then null else excluded.before || inventory_unit.before end`.execute(
    tx,
  );

export async function writtenBy(tx: Tx, id: string): Promise<Written[]> {
  const { rows } = await sql<Written>`
    select unit_id as "unitId", line, before, after from inventory_unit where import_id = ${id} order by line, unit_id`.execute(
    tx,
  );
  return rows;
}
