import type { Waiting } from "../communes/index.ts";
import { newsWriters } from "./desk/who.ts";
import { newsOf } from "./record/queries.ts";
import { urls } from "./urls.ts";

/** Initiatives that associations propose. */
export const newsWaiting: Waiting = async ({ tx, t, person }) => {
  if (!newsWriters.allows(person)) return [];
  return (await newsOf(tx, { states: ["proposed"] })).map((item) => ({
    key: `news:${item.id}`,
    path: urls.one(item.id),
    icon: "newspaper" as const,
    words: t("newsdesk:waiting", { title: item.title }),
    association: item.associations[0],
    since: item.changedAt,
    rank: 1 as const,
  }));
};
