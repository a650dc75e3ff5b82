import { sql } from "kysely";
import { publish } from "../communes/index.ts";
import { mentionsIn, patternOf, withoutPattern, type PersonalData } from "../people/index.ts";

/**
 * What is said of reaching a place may name who holds the key. Its name and address are public. The revision grows: a form
 * opened before does not write the words back.
 */
export const placePeople: PersonalData = {
  tell: (tx, who) => mentionsIn(tx, "place", ["access_note"], who),
  erase: async (tx, who) => {
    const pattern = patternOf(who);
    const gone = await tx
      .updateTable("place")
      .set({ access_note: withoutPattern(sql.ref("access_note"), pattern) })
      .set({ revision: sql`revision + 1` })
      .where(sql<boolean>`access_note ~* ${pattern}`)
      .returning("place_id")
      .execute();
    if (gone.length) await publish(tx);
    return [{ kind: "texts", count: gone.length }];
  },
};
