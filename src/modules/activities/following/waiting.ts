import { recordWriters } from "../../associations/index.ts";
import type { Waiting } from "../../communes/index.ts";
import { urls } from "../urls.ts";
import { followedOf } from "./queries.ts";

/** Calendars followed that no longer answer: what they told is getting old. */
export const followedWaiting: Waiting = async ({ tx, t, person }) => {
  if (!recordWriters.allows(person)) return [];
  return (await followedOf(tx, { failing: true })).map((one) => ({
    key: `calendar:${one.id}`,
    path: `${urls.calendars(urls.desk(one.associationId))}#adresses`,
    icon: "calendar" as const,
    words: t("programme:follow.waiting"),
    association: { id: one.associationId, name: one.association },
    since: one.readAt,
    rank: 3 as const,
  }));
};
