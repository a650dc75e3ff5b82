import type { Translate } from "../../../platform/i18n/index.ts";
import type { CodeWords } from "./document-row.ts";

/** The French words of the registry's codes, for the words that search compares. */
export const codeWords = (t: Translate): CodeWords => ({
  theme: (code) => t(`associations:theme.${code}` as "associations:theme.sport"),
  public: (code) => t(`associations:public.${code}` as "associations:public.everyone"),
  access: (code) => t(`associations:access.${code}` as "associations:access.step_free"),
});
