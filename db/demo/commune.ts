import type { Lang } from "../../src/platform/i18n/index.ts";
import type { DistrictSlug } from "./types.ts";

/**
 * The invented commune of the demonstration. No French commune bears this name, code or postcode; the telephone numbers
 * are those the regulator keeps for fiction (02 61 91, 06 39 98).
 */
export const commune = {
  name: "Valbrume-sur-Loire",
  shortName: "Valbrume",
  insee: "49998",
  postcode: "49980",
  population: 14_180,
  siteName: "Les associations de Valbrume-sur-Loire",
  languages: ["fr", "en", "ar", "es", "pt", "uk"] as const satisfies readonly Lang[],
  /** Loire at dusk, and the red of the boatmen's flags. */
  theme: { primary: "#1d4e5f", accent: "#c8452f" },
  phone: "+33261910049",
  email: "associations@valbrume.example",
  sender: { name: "Ville de Valbrume-sur-Loire", email: "ne-pas-perdre@valbrume.example" },
  address: "Hôtel de ville, 1 place de la Liberté, 49980 Valbrume-sur-Loire",
  hours:
    "Du lundi au vendredi de 8 h 30 à 12 h 30 et de 13 h 30 à 17 h 30. Le samedi de 9 h à 12 h.",
  welcome:
    "Au service Vie associative, à la Maison des associations, Nadège Pruvost et Karim Bessaoud vous reçoivent sans rendez-vous le mardi et le jeudi après-midi.",
  legal: {
    publisher: "Commune de Valbrume-sur-Loire",
    director: "Solène Marchadier, maire de Valbrume-sur-Loire",
    host: "Syndicat numérique du Val (exemple), 3 rue des Serveurs, 49980 Valbrume-sur-Loire, 02 61 91 00 90",
    dataProtectionOfficer: "dpo@valbrume.example",
    accessibilityContact: "accessibilite@valbrume.example",
    accessibility: "partial",
  },
} as const;

/** District names and order; their shapes are in `districts.json`. */
export const districts: readonly { slug: DistrictSlug; name: string; hint: string }[] = [
  {
    slug: "le-centre",
    name: "Le Centre",
    hint: "Les halles, la médiathèque et les quais, sur la rive nord",
  },
  { slug: "le-grand-clos", name: "Le Grand Clos", hint: "La piscine, le stade et le collège" },
  { slug: "les-fontaines", name: "Les Fontaines", hint: "Le centre social et ses jardins" },
  { slug: "la-gare", name: "La Gare", hint: "Les anciens ateliers du chemin de fer" },
  {
    slug: "l-ile-aux-saules",
    name: "L'Île-aux-Saules",
    hint: "Entre les deux bras de la Loire, inondable l'hiver",
  },
  {
    slug: "saint-aubin",
    name: "Saint-Aubin-des-Vignes",
    hint: "L'ancien village de la rive sud, ses vignes et son moulin",
  },
];
