import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import { note, type Hand } from "../journal.ts";
import type { Dated } from "./rules.ts";

export type Convention = Dated & {
  id: string;
  associationId: string;
  associationName: string;
  words: string;
  /** The paper given back signed. */
  documentId: string | null;
  proposedAt: Date;
};

type Which = {
  id?: string;
  associationIds?: readonly string[];
  /** Those that end on that day or later, and were not withdrawn. */
  from?: string;
};

const signed = (side: "association" | "commune") =>
  sql`exists (select from signature s where s.convention_id = c.convention_id and s.kind = 'convention' and s.side = ${sql.lit(side)})`; // prettier-ignore

/** Conventions, the latest season first, then by association. */
export async function conventionsOf(tx: Tx, which: Which): Promise<Convention[]> {
  const { rows } = await sql<Convention>`
    select c.convention_id as id, c.association_id as "associationId", a.name as "associationName",
      c.from_day::text as "fromDay", c.until_day::text as "untilDay", c.words, c.document_id as "documentId",
      c.proposed_at as "proposedAt", c.withdrawn_at as "withdrawnAt",
      jsonb_build_object('association', ${signed("association")}, 'commune', ${signed("commune")}) as "signedBy"
    from convention c join association a on a.association_id = c.association_id
    where (${which.id ?? null}::uuid is null or c.convention_id = ${which.id ?? null}::uuid)
      and (${which.associationIds ?? null}::uuid[] is null or c.association_id = any(${which.associationIds ?? null}::uuid[]))
      and (${which.from ?? null}::date is null or (c.until_day >= ${which.from ?? null}::date and c.withdrawn_at is null))
    order by c.from_day desc, a.name_sort, c.proposed_at desc`.execute(tx);
  return rows;
}

/** The last day a convention signed by both stands for an association, or those merged into it; nothing without one. */
export async function conventionUntil(tx: Tx, associationId: string): Promise<string | null> {
  const { rows } = await sql<{ until: string | null }>`
    select max(c.until_day)::text as until from convention c
    join association a on a.association_id = c.association_id
    where ${associationId}::uuid in (a.association_id, a.merged_into) and c.withdrawn_at is null
      and ${signed("association")} and ${signed("commune")}`.execute(tx);
  return rows[0]?.until ?? null;
}

/** Associations that asked for something this last year and have no convention for a season. */
export async function lackingConvention(
  tx: Tx,
  season: { from: string; to: string },
  since: Date,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select a.association_id as id, a.name from association a
    where a.merged_into is null and a.state <> 'ceased'
      and exists (select from loan l where l.association_id = a.association_id and l.created_at >= ${since})
      and not exists (select from convention c where c.association_id = a.association_id and c.withdrawn_at is null
        and c.from_day <= ${season.to}::date and c.until_day >= ${season.to}::date)
    order by a.name_sort`.execute(tx);
  return rows;
}

/** The text most associations agreed on for the latest season: what is proposed to the next one. */
export async function usualWordsOf(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ words: string }>`
    select words from convention where from_day = (select max(from_day) from convention) and withdrawn_at is null
    group by words order by count(*) desc, max(proposed_at) desc limit 1`.execute(tx);
  return rows[0]?.words;
}

export type Proposal = {
  associationId: string;
  season: { from: string; to: string };
  words: string;
  by: string;
};

/** Proposes it, once for a season. */
export const propose = (tx: Tx, one: Proposal, hand: Hand) =>
  act(tx, { convention_once: "already_proposed" as const }, async () => {
    const { convention_id: id } = await tx
      .insertInto("convention")
      .values({
        association_id: one.associationId,
        from_day: one.season.from,
        until_day: one.season.to,
        words: one.words,
        proposed_at: hand.at,
        proposed_by: one.by,
      })
      .returning("convention_id")
      .executeTakeFirstOrThrow();
    await note(tx, hand, "convention", id, "proposed", { until: [null, one.season.to] });
    return id;
  });

/** Takes it back; loans already accepted stay. False when somebody did already. */
export async function withdraw(tx: Tx, id: string, by: string, hand: Hand): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("convention")
    .set({ withdrawn_at: hand.at, withdrawn_by: by })
    .where("convention_id", "=", id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (!Number(numUpdatedRows)) return false;
  await note(tx, hand, "convention", id, "withdrawn");
  return true;
}

/** Keeps which paper was given back signed. */
export const keepPaper = (tx: Tx, id: string, documentId: string) =>
  tx
    .updateTable("convention")
    .set({ document_id: documentId })
    .where("convention_id", "=", id)
    .execute();
