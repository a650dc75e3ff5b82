import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { AssociationFacts } from "../../associations/index.ts";
import { record } from "../../journal/index.ts";
import { rnaKey } from "../matching/numbers.ts";
import { belongs, type Commune } from "../matching/territory.ts";
import { frugally } from "../pipeline/frugal.ts";
import type { Workshop } from "../pipeline/imports.ts";
import { storable } from "../pipeline/json.ts";
import { communeOf } from "../pipeline/rehearse.ts";
import { readAssociations } from "../reading/index.ts";
import { setBatch, type BatchCounts } from "./batches.ts";
import { compare } from "./compare.ts";
import { tablesFor, type RegistryTables } from "./opening.ts";

/** Reads the file of a batch and makes its proposals; what fails is said on the page of the batch. */
export async function readBatch(
  house: Workshop,
  communeId: number,
  batchId: string,
  opened: RegistryTables,
  progress?: (lines: number) => void,
): Promise<BatchCounts> {
  try {
    return await frugally(async () => {
      const read = await keepLines(house, communeId, batchId, opened, progress);
      return await house.database.write(communeId, async (tx) => {
        const at = house.clock.now();
        const made = await compare(tx, batchId, await communeOf(tx, communeId));
        const counts = { ...read, ...made };
        await tx.deleteFrom("registry_line").where("batch_id", "=", batchId).execute();
        await setBatch(tx, batchId, { state: "ready", counts, at });
        await record(tx, {
          actor: { kind: "system" },
          at,
          subject: { kind: "registry_batch", id: batchId },
          action: "registry.read",
          change: { ...counts },
        });
        return counts;
      });
    });
  } catch (fault) {
    await house.database.write(communeId, async (tx) => {
      await tx.deleteFrom("registry_line").where("batch_id", "=", batchId).execute();
      await setBatch(tx, batchId, { state: "failed" });
    });
    throw fault;
  }
}

const together = 1000;
/** Lines after which those who watch are told. */
const step = 20_000;

/** Keeps the lines of the commune and those whose number is known; the others pass by. */
async function keepLines(
  house: Workshop,
  communeId: number,
  batchId: string,
  opened: RegistryTables,
  progress?: (lines: number) => void,
): Promise<BatchCounts> {
  const counts: BatchCounts = { lines: 0, kept: 0, unreadable: 0 };
  const { commune, known } = await house.database.read(communeId, async (tx) => ({
    commune: await communeOf(tx, communeId),
    known: await knownNumbers(tx),
  }));
  let waiting: { line: number; facts: AssociationFacts }[] = [];
  const tell = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    progress?.(counts.lines);
    await house.database.write(communeId, async (tx) => {
      await insertLines(tx, batchId, rows);
      await setBatch(tx, batchId, { lines: counts.lines, at: house.clock.now() });
    });
  };
  // Lines of several files are told apart by going on counting.
  let before = 0;
  for (const { table, mapping } of tablesFor(opened, commune.insee, departmentsOf(known))) {
    let line = 0;
    for await (const one of readAssociations(table, mapping)) {
      counts.lines += 1;
      line = one.line;
      if ("refusal" in one) counts.unreadable += 1;
      else if (isOurs(one.facts, commune, known)) {
        counts.kept += 1;
        waiting.push({ line: before + line, facts: quiet(one.facts) });
      }
      if (waiting.length >= together || counts.lines % step === 0) await tell();
    }
    before += line;
  }
  await tell();
  return counts;
}

const isOurs = (facts: AssociationFacts, commune: Commune, known: ReadonlySet<string>): boolean =>
  (facts.rna !== undefined && known.has(rnaKey(facts.rna))) || belongs(facts, commune) === true;

/** The registry's e-mails and phones are those of people; we take none. */
function quiet({ email: _e, phone: _p, ...facts }: AssociationFacts): AssociationFacts {
  return { ...facts, name: facts.name.slice(0, 250) };
}

/** A number says the department that gave it: `W491000001` is of Maine-et-Loire, wherever the association went since. */
const departmentsOf = (known: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...known].flatMap((rna) => /^W(\d\d)\d{7}$/.exec(rna)?.[1] ?? []));

async function knownNumbers(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("association")
    .select("rna")
    .where("rna", "is not", null)
    .execute();
  return new Set(rows.map(({ rna }) => rnaKey(rna ?? "")));
}

const insertLines = (tx: Tx, batchId: string, rows: readonly object[]) =>
  sql`
    insert into registry_line (batch_id, line, facts)
    select ${batchId}::uuid, line, facts
    from jsonb_to_recordset(${storable(rows)}::jsonb) as r(line integer, facts jsonb)`.execute(tx);
