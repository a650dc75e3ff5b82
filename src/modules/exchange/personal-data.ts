import { sql } from "kysely";
import { publish } from "../communes/index.ts";
import { mentionsIn, patternOf, type PersonalData } from "../people/index.ts";

/** What neighbours publish may name somebody: it is put out of sight here, and the next readings leave it so. */
export const exchangePeople: PersonalData = {
  tell: (tx, who) => mentionsIn(tx, "neighbour_association", ["name", "purpose"], who),
  erase: async (tx, who) => {
    const gone = await tx
      .updateTable("neighbour_association")
      .set({
        name: "…",
        name_sort: "",
        purpose: null,
        town: null,
        url: null,
        latitude: null,
        longitude: null,
        rna: null,
        words: sql`''::tsvector`,
        forgotten: true,
      })
      .where(sql<boolean>`concat_ws(' ', name, purpose) ~* ${patternOf(who)}`)
      .returning("external_id")
      .execute();
    if (gone.length) await publish(tx);
    return [{ kind: "texts", count: gone.length }];
  },
};
