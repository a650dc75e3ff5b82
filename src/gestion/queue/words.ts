import type { Translate } from "../../platform/i18n/index.ts";
import type { Slice } from "./rules.ts";

/** Kinds of things that wait, in words; what a room to come brings is "autre chose" until it is named here. */
export const kindWords = (t: Translate, kind: string): string => {
  const key = `desk:queue.kind.${kind}`;
  const words = t(key as never) as string;
  return words === key || words === `queue.kind.${kind}` ? t("desk:queue.kind.other") : words;
};

/** What part of the queue a page shows: whose, and of which kind. */
export const sliceTitle = (t: Translate, { mine, kind }: Slice): string => {
  const whose = t(mine ? "desk:queue.titleMine" : "desk:queue.titleAll");
  return kind ? `${whose} : ${kindWords(t, kind).toLocaleLowerCase("fr")}` : whose;
};
