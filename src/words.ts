/** The catalogues of every room, collected: the one place that knows them all. */
import uiFr from "./ui/locales/fr.json" with { type: "json" };
import uiEn from "./ui/locales/en.json" with { type: "json" };

export const words = {
  ui: { fr: uiFr, en: uiEn },
};
