import type { Tx } from "../../../platform/db/database.ts";
import type { Period } from "../../communes/index.ts";

export type DeclaredFigure = {
  from: string;
  to: string;
  value: number;
  evidence: string;
  at: Date;
  by: string | null;
};

/** Figures declared for an indicator, latest period first. */
export async function declaredFigures(tx: Tx, indicator: string): Promise<DeclaredFigure[]> {
  return tx
    .selectFrom("declared_figure")
    .leftJoin("person", "person.person_id", "declared_figure.declared_by")
    .select([
      "from_day as from",
      "to_day as to",
      "value",
      "evidence",
      "declared_at as at",
      "person.name as by",
    ])
    .where("indicator", "=", indicator)
    .orderBy("to_day", "desc")
    .orderBy("declared_at", "desc")
    .execute();
}

export const declareFigure = (
  tx: Tx,
  figure: {
    indicator: string;
    period: Period;
    value: number;
    evidence: string;
    at: Date;
    by: string;
  },
) =>
  tx
    .insertInto("declared_figure")
    .values({
      indicator: figure.indicator,
      from_day: figure.period.from,
      to_day: figure.period.to,
      value: figure.value,
      evidence: figure.evidence,
      declared_at: figure.at,
      declared_by: figure.by,
    })
    .returning("figure_id")
    .executeTakeFirstOrThrow();

/** How many figures each indicator has. */
export async function countDeclared(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom("declared_figure")
    .select(["indicator", (eb) => eb.fn.countAll<number>().as("count")])
    .groupBy("indicator")
    .execute();
  return new Map(rows.map(({ indicator, count }) => [indicator, Number(count)]));
}
