import { sql } from "kysely";
import { publish } from "../communes/index.ts";
import { mentionsIn, patternOf, withoutPattern, type PersonalData } from "../people/index.ts";

/** The word said of a date cancelled or moved may name somebody. */
export const schedulingPeople: PersonalData = {
  tell: (tx, who) => mentionsIn(tx, "occurrence", ["notice"], who),
  erase: async (tx, who) => {
    const pattern = patternOf(who);
    const said = await tx
      .updateTable("occurrence")
      .set({ notice: withoutPattern(sql.ref("notice"), pattern) })
      .where(sql<boolean>`notice ~* ${pattern}`)
      .returning("occurrence_id")
      .execute();
    if (said.length) await publish(tx);
    return [{ kind: "texts", count: said.length }];
  },
};
