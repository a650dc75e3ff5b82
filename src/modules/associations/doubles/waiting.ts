import type { Waiting } from "../../communes/index.ts";
import { duplicateJudges } from "../rights.ts";
import { urls } from "../urls.ts";
import { suspectedPairs } from "./suggestions.ts";

/** At most so many pairs at once: the surest. */
const shown = 100;

/** Pairs of records that may be one association. */
export const doublesWaiting: Waiting = async ({ tx, t, person }) => {
  if (!duplicateJudges.allows(person)) return [];
  return (await suspectedPairs(tx, shown)).map((pair) => ({
    key: `duplicate:${pair.first}.${pair.second}`,
    path: urls.pair(pair.first, pair.second),
    icon: "merge" as const,
    words: t("day:waiting.duplicate", { other: pair.secondName }),
    association: { id: pair.first, name: pair.firstName },
    since: pair.since,
    rank: 2 as const,
  }));
};
