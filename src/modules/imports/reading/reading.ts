import type { AssociationFacts } from "../../associations/index.ts";
import type { ActivityRead } from "./parts/activities.ts";
import type { Mapping } from "./mapping.ts";
import type { Table } from "./table.ts";
import { understand, type ReadingRefusal, type ValueWarning } from "./understand.ts";

/** Each line of the file, exactly once; its cells come along so that it can be written back for correction. */
export type ReadLine =
  | {
      line: number;
      cells: string[];
      facts: AssociationFacts;
      activities: ActivityRead[];
      warnings: ValueWarning[];
    }
  | { line: number; cells: string[]; refusal: ReadingRefusal; detail: string };

export async function* readAssociations(
  table: Pick<Table, "rows">,
  mapping: Mapping,
): AsyncGenerator<ReadLine> {
  for await (const row of table.rows) {
    if ("refusal" in row) yield row;
    else yield { line: row.line, cells: row.cells, ...understand(row.cells, mapping) };
  }
}
