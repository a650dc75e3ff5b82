/** Code lists of the registry. Codes are stored; their words live in the catalogues (`associations:theme.sport`). */

/** Plain themes, a resident's words over the 297 codes of the national nomenclature. */
export const themes = [
  "sport",
  "arts",
  "heritage",
  "leisure",
  "education",
  "family",
  "seniors",
  "solidarity",
  "health",
  "nature",
  "citizenship",
  "work",
  "neighbourhood",
  "international",
  "digital",
  "beliefs",
] as const;
export type Theme = (typeof themes)[number];

/** Publics an association says it is for. Source of the last ones: beneficiary list of Les Bases du numérique d'intérêt général. */
export const publics = [
  "everyone",
  "children",
  "teens",
  "adults",
  "seniors",
  "families",
  "disability",
  "low_literacy",
  "newcomers",
  "job_seekers",
  "hardship",
  "far_from_digital",
] as const;
export type Public = (typeof publics)[number];

/** Publics counted as far from digital (commitment 2.3). @public */
export const publicsFarFromDigital: ReadonlySet<Public> = new Set([
  "seniors",
  "disability",
  "low_literacy",
  "newcomers",
  "hardship",
  "far_from_digital",
]);

/** `declared`: loi 1901; `local_law`: Alsace-Moselle register; `unregistered`: a group without declaration. */
export const legalForms = [
  "declared",
  "public_utility",
  "local_law",
  "unregistered",
  "other",
] as const;
export type LegalForm = (typeof legalForms)[number];

export const states = ["active", "dormant", "ceased"] as const;
export type State = (typeof states)[number];

/** How big an association is: its members, then those it pays. Nobody counts to the unit. */
export const membersBands = ["under_20", "from_20_to_100", "over_100"] as const;
export type MembersBand = (typeof membersBands)[number];
export const employeesBands = ["none", "one_or_two", "three_to_nine", "ten_or_more"] as const;
export type EmployeesBand = (typeof employeesBands)[number];

export { accessFeatures, type AccessFeature } from "../places/index.ts";

/** Sections of a listing that are confirmed one by one. */
export const sections = ["contact", "places", "prices", "registration", "accessibility"] as const;
export type Section = (typeof sections)[number];

/** Languages an association may welcome people in: ISO 639-1, and 639-3 for French sign language (`fsl`). */
export const spokenLanguages = [
  "fr",
  "fsl",
  "en",
  "ar",
  "es",
  "pt",
  "it",
  "de",
  "nl",
  "tr",
  "ru",
  "uk",
  "pl",
  "ro",
  "sq",
  "hy",
  "ka",
  "fa",
  "ps",
  "ku",
  "bn",
  "ta",
  "zh",
  "vi",
  "wo",
  "ln",
  "sw",
  "so",
  "br",
] as const;

/** Languages an association may write its texts in, beside French: those it may welcome people in that are written. */
export const contentLanguages: readonly string[] = spokenLanguages.filter(
  (code) => code !== "fr" && code !== "fsl",
);

/** Texts of a record an association may say in another language, each with the most it may hold, in any language. */
export const longestTexts = {
  aims: 3000,
  schedule: 2000,
  registration: 2000,
  prices: 2000,
  accessNote: 500,
} as const;
export type TextField = keyof typeof longestTexts;
export const textFields = Object.keys(longestTexts) as TextField[];
