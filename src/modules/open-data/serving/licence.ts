/** Under what terms what is published may be used again: Licence Ouverte 2.0 (Etalab), which asks to be attributed. */
export const licence = {
  name: "Licence Ouverte 2.0 (Etalab)",
  url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
  /** As the European catalogue of licences names it. */
  authority: "http://publications.europa.eu/resource/authority/licence/ETALAB_2_0",
} as const;
