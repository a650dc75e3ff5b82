import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { AssociationFacts } from "../../associations/index.ts";
import type { Leader, Verdict } from "../matching/match.ts";

/** What each kept line is recognised by. */
export async function leadersOf(tx: Tx, batchId: string): Promise<Leader[]> {
  const { rows } = await sql<Record<string, string | null> & { line: number }>`
    select line, facts->>'name' as name, facts->>'rna' as rna, facts->>'siret' as siret, facts->>'siren' as siren,
           facts->>'successorRna' as successor, facts->'seat'->>'town' as town
    from registry_line where batch_id = ${batchId} order by line`.execute(tx);
  return rows.map((row) => ({
    line: row.line,
    name: row["name"] ?? "",
    rna: row["rna"] ?? undefined,
    siret: row["siret"] ?? undefined,
    siren: row["siren"] ?? undefined,
    successorRna: row["successor"] ?? undefined,
    town: row["town"] ?? undefined,
  }));
}

/** What some kept lines say. */
export async function factsOf(
  tx: Tx,
  batchId: string,
  verdicts: readonly Verdict[],
): Promise<Map<number, AssociationFacts>> {
  const rows = await tx
    .selectFrom("registry_line")
    .select(["line", "facts"])
    .where("batch_id", "=", batchId)
    .where("line", "=", sql<number>`any(${verdicts.map(({ line }) => line)}::integer[])`)
    .execute();
  return new Map(rows.map((row) => [row.line, row.facts as unknown as AssociationFacts]));
}
