import { sql } from "kysely";
import { plainWords } from "../associations/index.ts";
import { forgetWords } from "./search/keep.ts";
import {
  forgetMessages,
  gesturesIn,
  partsOf,
  patternOf,
  type PersonalData,
  type Sought,
} from "../people/index.ts";

/**
 * Messages passed on to associations, searches that found nothing (they may be a name, with or without its accents), and
 * the words by which the records that spoke of them were found.
 */
export const directoryPeople: PersonalData = {
  tell: async (tx, who) => {
    const searched = await tx
      .selectFrom("search_need")
      .select(["words", "day"])
      .where(sql<boolean>`words ~* ${patternOf(plainly(who))}`)
      .execute();
    // The words of an address ("judo", "contact") are everybody's.
    const asked = [...who.names, ...numbersOf(who)].flatMap(plainWords);
    const words = await tx
      .selectFrom("search_word")
      .select("word")
      .where("word", "=", sql<string>`any(${asked}::text[])`)
      .execute();
    return [
      ...searched.map(({ words: text }) => ({
        table: "search_need" as const,
        parts: partsOf({ text }),
      })),
      ...words.map(({ word }) => ({
        table: "search_word" as const,
        parts: partsOf({ text: word }),
      })),
      ...(await gesturesIn(tx, who, { synonym: ["changed_by"] })),
    ];
  },
  erase: async (tx, who) => {
    const gone = await tx
      .deleteFrom("search_need")
      .where(sql<boolean>`words ~* ${patternOf(plainly(who))}`)
      .returning("words")
      .execute();
    await forgetWords(tx, [who.email, ...who.names, ...numbersOf(who)].flatMap(plainWords));
    return [
      { kind: "searches", count: gone.length },
      await forgetMessages(tx, "relayed_message", who),
    ];
  },
};

/** The same person, with their names as searches write them too. */
const plainly = (who: Sought): Sought => ({
  ...who,
  names: [...who.names, ...who.names.map((name) => plainWords(name).join(" "))],
});

const numbersOf = ({ phones }: Sought): string[] =>
  phones.flatMap((phone) => ["", "0"].map((zero) => zero + phone.replace(/^\+33|\D/g, "")));
