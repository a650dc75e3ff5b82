/** The catalogues of every room, collected: the one place that knows them all. */
import associationsFr from "./modules/associations/locales/fr.json" with { type: "json" };
import associationsEn from "./modules/associations/locales/en.json" with { type: "json" };
import uiFr from "./ui/locales/fr.json" with { type: "json" };
import uiEn from "./ui/locales/en.json" with { type: "json" };

export const words = {
  associations: { fr: associationsFr, en: associationsEn },
  ui: { fr: uiFr, en: uiEn },
};
