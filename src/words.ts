/** The catalogues of every room, collected: the one place that knows them all. */
import associationsFr from "./modules/associations/locales/fr.json" with { type: "json" };
import associationsEn from "./modules/associations/locales/en.json" with { type: "json" };
import commitmentsFr from "./modules/communes/locales/commitments.fr.json" with { type: "json" };
import commitmentsEn from "./modules/communes/locales/commitments.en.json" with { type: "json" };
import directoryFr from "./modules/directory/locales/fr.json" with { type: "json" };
import directoryEn from "./modules/directory/locales/en.json" with { type: "json" };
import legalFr from "./modules/communes/locales/legal.fr.json" with { type: "json" };
import legalEn from "./modules/communes/locales/legal.en.json" with { type: "json" };
import peopleFr from "./modules/people/locales/fr.json" with { type: "json" };
import peopleEn from "./modules/people/locales/en.json" with { type: "json" };
import uiFr from "./ui/locales/fr.json" with { type: "json" };
import uiEn from "./ui/locales/en.json" with { type: "json" };

export const words = {
  associations: { fr: associationsFr, en: associationsEn },
  commitments: { fr: commitmentsFr, en: commitmentsEn },
  directory: { fr: directoryFr, en: directoryEn },
  legal: { fr: legalFr, en: legalEn },
  people: { fr: peopleFr, en: peopleEn },
  ui: { fr: uiFr, en: uiEn },
};
