import { sql } from "kysely";
import { plainWords } from "../associations/index.ts";
import { forgetWords } from "./search/keep.ts";
import { forgetMessages, patternOf, type PersonalData } from "../people/index.ts";

/**
 * Messages passed on to associations, searches that found nothing (they may be a name, with or without its accents), and
 * the words by which the records that spoke of them were found.
 */
export const directoryPeople: PersonalData = {
  erase: async (tx, who) => {
    const names = [...who.names, ...who.names.map((name) => plainWords(name).join(" "))];
    const gone = await tx
      .deleteFrom("search_need")
      .where(sql<boolean>`words ~* ${patternOf({ ...who, names })}`)
      .returning("words")
      .execute();
    const numbers = who.phones.flatMap((phone) =>
      ["", "0"].map((zero) => zero + phone.replace(/^\+33|\D/g, "")),
    );
    await forgetWords(tx, [who.email, ...who.names, ...numbers].flatMap(plainWords));
    return [
      { kind: "searches", count: gone.length },
      await forgetMessages(tx, "relayed_message", who),
    ];
  },
};
