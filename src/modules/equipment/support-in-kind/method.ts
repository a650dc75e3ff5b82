import type { Translate } from "../../../platform/i18n/index.ts";

/** How support in kind is worked out, in plain words. */
export const methodOf = (t: Translate, years: number): string[] => [
  t("inkind:method.days"),
  t("inkind:method.provision", { count: years }),
  t("inkind:method.hours"),
  t("inkind:method.commune"),
  t("inkind:method.accounts"),
];
