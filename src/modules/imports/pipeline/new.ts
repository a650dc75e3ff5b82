import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import {
  addToIndex,
  createAssociations,
  duplicateRecordOf,
  findDuplicatesOf,
  type DuplicateIndex,
  type DuplicateRecord,
} from "../../associations/index.ts";
import type { Verdict } from "../matching/match.ts";
import type { Deciding, Joined } from "./decide.ts";
import { mergedFacts, originOf } from "./known.ts";
import { writeDecided } from "./lines.ts";

type NewVerdict = Extract<Verdict, { to: "new" }>;

/** Lines nobody was found for: associations to create, and those they look like. */
export async function decideNew(
  tx: Tx,
  deciding: Deciding,
  verdicts: readonly NewVerdict[],
  joined: Joined,
  index: DuplicateIndex,
): Promise<void> {
  const facts = await mergedFacts(tx, deciding.importId, verdicts, joined);
  const created = deciding.write ? await createAssociations(tx, facts, originOf(deciding)) : [];
  await writeDecided(
    tx,
    deciding.importId,
    verdicts.map(({ line, taken }, at) => ({
      line,
      outcome: "created",
      association_id: created[at]?.id,
      detail: taken.length > 0 ? taken.join(",") : undefined,
    })),
  );
  const suspects = verdicts.flatMap(({ line }, at) => {
    const record = duplicateRecordOf(`${linePrefix}${line}`, facts[at] ?? { name: "" });
    return suspectsOf(line, withTown(record, deciding.communeName), index);
  });
  await writeSuspects(tx, deciding.importId, suspects);
}

/** A town not said is the commune's. */
const withTown = (record: DuplicateRecord, town: string): DuplicateRecord => ({
  ...record,
  seat: { town, ...record.seat },
});

const linePrefix = "line:";
const mostSuspects = 5;

type Suspect = {
  line: number;
  other: string;
  other_line?: number;
  other_association?: string;
  score: number;
  reasons: unknown;
};

function suspectsOf(line: number, record: DuplicateRecord, index: DuplicateIndex): Suspect[] {
  const found = findDuplicatesOf(record, index).slice(0, mostSuspects);
  addToIndex(index, record);
  return found.map(({ other, score, reasons }) => ({
    line,
    other,
    ...(other.startsWith(linePrefix)
      ? { other_line: Number(other.slice(linePrefix.length)) }
      : { other_association: other }),
    score,
    reasons,
  }));
}

async function writeSuspects(tx: Tx, importId: string, suspects: readonly Suspect[]) {
  if (suspects.length === 0) return;
  await sql`
    insert into import_duplicate (import_id, line, other, other_line, other_association, score, reasons)
    select ${importId}, line, other, other_line, other_association, score, reasons
    from jsonb_to_recordset(${JSON.stringify(suspects)}::jsonb) as r(line integer, other text, other_line integer,
      other_association uuid, score double precision, reasons jsonb)`.execute(tx);
}
