import { sql } from "kysely";
import { publish } from "../communes/index.ts";
import {
  forgetInTexts,
  gesturesIn,
  mentionsIn,
  patternOf,
  type PersonalData,
} from "../people/index.ts";

const texts = ["title", "body", "support", "results", "answer"] as const;

/** News may name people; who proposed one is kept to answer them. */
export const newsPeople: PersonalData = {
  tell: async (tx, who) => [
    ...(await mentionsIn(tx, "news_item", texts, who)),
    ...(await mentionsIn(tx, "news_item", ["previous"], who, { copies: true })),
    ...(await gesturesIn(tx, who, { news_item: ["proposer_id"] })),
  ],
  erase: async (tx, who) => {
    const said = await forgetInTexts(tx, "news_item", texts, who);
    // Without it, the texts from before can no longer be put back; those of now stay, without them.
    const before = await tx
      .updateTable("news_item")
      .set({ previous: null })
      .where(sql<boolean>`previous::text ~* ${patternOf(who)}`)
      .returning("news_id")
      .execute();
    if (said) await publish(tx);
    return [{ kind: "texts", count: said + before.length }];
  },
};
