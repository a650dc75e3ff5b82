import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import {
  forgetInTexts,
  patternOf,
  withoutPattern,
  withoutThem,
  type Sought,
} from "../../people/index.ts";

/** Words somebody wrote about an association: they may name a person. Its name and numbers are public. */
const texts = ["aims", "schedule", "prices", "registration", "access_note"] as const;
const mayName: ReadonlySet<string> = new Set([...texts, "detail", "body", "french"]);

type Row = Readonly<Record<string, unknown>>;

/** A row of an image without someone: as words, and as the referent. */
export const rowWithout = (row: Row, who: Sought): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      column === "referent_id" && who.id === value ? null : valueWithout(column, value, who),
    ]),
  );

/** A value without someone, when it is words of a column that may name them. */
export const valueWithout = (column: string, value: unknown, who: Sought): unknown =>
  mayName.has(column) && typeof value === "string" ? withoutThem(value, who) : value;

/**
 * Erases someone from the words of records. The aims the national registry publishes stay as they are. The revision grows:
 * a form opened before does not write the words back.
 */
export async function forgetInRecords(tx: Tx, who: Sought): Promise<number> {
  const pattern = patternOf(who);
  const registered = sql`provenance -> 'aims' ->> 'source' = 'registry'`;
  const { numAffectedRows } = await sql`
    update association set revision = revision + 1,
      ${sql.join(
        texts.map((column) => {
          const left = withoutPattern(sql.ref(column), pattern);
          return column === "aims"
            ? sql`aims = case when ${registered} then aims else ${left} end`
            : sql`${sql.ref(column)} = ${left}`;
        }),
      )}
    where concat_ws(' ', case when ${registered} then '' else aims end,
      ${sql.join(texts.filter((column) => column !== "aims").map((column) => sql.ref(column)))}) ~* ${pattern}`.execute(
    tx,
  );
  const venues = await forgetInTexts(tx, "association_place", ["detail"], who);
  // The French a text was made from loses the same words as the French itself: it does not read as changed since.
  const spoken = await forgetInTexts(tx, "association_translation", ["body", "french"], who);
  return Number(numAffectedRows ?? 0) + venues + spoken;
}
