import { directionOf } from "../../../platform/i18n/index.ts";
import type { View } from "../../../ui/index.ts";
import { languageWord } from "../words.ts";
import { readTextKey, type Worded } from "./rules.ts";

/** Words written from right to left keep their own order in a French sentence: they stand between two isolating marks. */
const apart = (lang: string, words: string): string =>
  directionOf(lang) === "rtl" ? `\u2067${words}\u2069` : words;

/** A text of another language in a line of history, in words; nothing when the line speaks of something else. */
export function textTold(
  view: View,
  key: string,
  old: unknown,
  now: unknown,
): { field: string; old: string; now: string } | undefined {
  const { t } = view;
  const text = readTextKey(key);
  if (!text) return undefined;
  const words = (one: unknown) => {
    const said = (one as Worded | null)?.text;
    return said ? apart(text.lang, said) : t("registry:history.nothing");
  };
  const same = old && now && words(old) === words(now);
  return {
    field: t("texts:told", {
      field: t(`registry:field.${text.field}`),
      language: languageWord(t, view.lang, text.lang),
    }),
    old: words(old),
    now: same ? t("texts:sameWords") : words(now),
  };
}
