import type { Translate } from "../../platform/i18n/index.ts";

/** Kinds of things that wait, in words; what a room to come brings is "autre chose" until it is named here. */
export const kindWords = (t: Translate, kind: string): string => {
  const key = `desk:queue.kind.${kind}`;
  const words = t(key as never) as string;
  return words === key || words === `queue.kind.${kind}` ? t("desk:queue.kind.other") : words;
};
