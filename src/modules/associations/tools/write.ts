import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { record } from "../../journal/index.ts";
import { needAfter, type Answer, type ToolState } from "./rules.ts";

export type SayingAct = {
  associationId: string;
  byKind: "association" | "agent";
  by: string;
  at: Date;
};

/**
 * Writes what an association says of some tools: what changed, with who said it. What it begins to lack is a declared need;
 * what it has, or does not need any more, is one no longer. `insists`: it asks again for what was answered.
 */
export async function sayTools(
  tx: Tx,
  said: ReadonlyMap<string, ToolState>,
  act: SayingAct,
  insists = false,
): Promise<"said" | "unchanged"> {
  // Two forms sent at once wait for each other.
  await sql`select from association where association_id = ${act.associationId} for update`.execute(
    tx,
  );
  const rows = await tx
    .selectFrom("association_tool")
    .select(["tool", sql<ToolState>`state`.as("state")])
    .where("association_id", "=", act.associationId)
    .execute();
  const before = new Map(rows.map(({ tool, state }) => [tool, state]));
  const change: Record<string, [ToolState | null, ToolState]> = {};
  for (const [tool, state] of said) {
    const was = before.get(tool);
    if (was === state && !insists) continue;
    change[`tool:${tool}`] = [was ?? null, state];
    await writeAnswer(tx, tool, state, act);
    const need = needAfter(was, state, insists);
    if (need === "open") await openNeed(tx, tool, act);
    if (need === "gone") await needGone(tx, tool, act);
  }
  if (!Object.keys(change).length) return "unchanged";
  await told(tx, "tools_said", act, change);
  return "said";
}

const writeAnswer = (
  tx: Tx,
  tool: string,
  state: ToolState,
  { associationId, byKind, by, at }: SayingAct,
) =>
  tx
    .insertInto("association_tool")
    .values({
      association_id: associationId,
      tool,
      state,
      by_kind: byKind,
      said_by: by,
      said_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .constraint("association_tool_once")
        .doUpdateSet({ state, by_kind: byKind, said_by: by, said_at: at }),
    )
    .execute();

const openNeed = (tx: Tx, tool: string, { associationId, byKind, by, at }: SayingAct) =>
  sql`
  insert into declared_need (association_id, tool, by_kind, declared_by, declared_at)
  values (${associationId}, ${tool}, ${byKind}, ${by}, ${at})
  on conflict (commune_id, association_id, tool) where closed_at is null do nothing`.execute(tx);

const needGone = (tx: Tx, tool: string, { associationId, by, at }: SayingAct) =>
  tx
    .updateTable("declared_need")
    .set({ closed_at: at, closed_how: "gone", closed_by: by })
    .where("association_id", "=", associationId)
    .where("tool", "=", tool)
    .where("closed_at", "is", null)
    .execute();

type By = { associationId: string; by: string; at: Date };

const told = (
  tx: Tx,
  what: "tools_said" | "need_answered" | "need_reopened",
  { associationId, by, at }: By,
  change: Record<string, unknown>,
) =>
  record(tx, {
    actor: { kind: "person", id: by },
    at,
    subject: { kind: "association", id: associationId },
    action: `association.${what}`,
    change,
  });

/**
 * Closes a need with how it was answered; lent or helped, the association has the tool. Another room may call it in the
 * transaction that answers, with what did (`answeredBy`: its loan). Nothing when somebody closed it before.
 */
export async function answerNeed(
  tx: Tx,
  { id, how, words, answeredBy }: { id: string; how: Answer; words: string | null; answeredBy?: string }, // prettier-ignore
  { by, at }: { by: string; at: Date },
): Promise<"answered" | "already"> {
  const need = await tx
    .updateTable("declared_need")
    .set({ closed_at: at, closed_how: how, words, closed_by: by })
    .set({ answered_by_id: answeredBy ?? null })
    .where("need_id", "=", id)
    .where("closed_at", "is", null)
    .returning(["association_id as associationId", "tool"])
    .executeTakeFirst();
  if (!need) return "already";
  const act = { associationId: need.associationId, by, at };
  if (how !== "other") await writeAnswer(tx, need.tool, "has", { ...act, byKind: "agent" });
  await told(tx, "need_answered", act, { [`need:${need.tool}`]: [null, how] });
  return "answered";
}

/** Opens again a need closed by mistake; the database refuses when the association has declared it anew. */
export async function reopenNeed(
  tx: Tx,
  { id, tool }: { id: string; tool: string },
  act: By,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("declared_need")
    .set({ closed_at: null, closed_how: null, words: null, closed_by: null, answered_by_id: null })
    .where("need_id", "=", id)
    .where("closed_at", "is not", null)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) === 0) return;
  await writeAnswer(tx, tool, "lacks", { ...act, byKind: "agent" });
  await told(tx, "need_reopened", act, { [`need:${tool}`]: [null, "open"] });
}
