/** Zones of the school calendar, as codes: the three of the mainland, then the territories that keep their own. */
export const schoolZones = [
  "a",
  "b",
  "c",
  "corse",
  "guadeloupe",
  "guyane",
  "martinique",
  "mayotte",
  "reunion",
  "saint_pierre",
  "polynesie",
  "caledonie",
  "wallis",
] as const;
export type SchoolZone = (typeof schoolZones)[number];

/** The department of a commune, from its INSEE code: two characters, three overseas. */
export const departmentOf = (insee: string): string =>
  insee.slice(0, /^9[78]/.test(insee) ? 3 : 2).toUpperCase();

/**
 * Departments of each zone, academy by academy. Source: the ministry of education, « Le calendrier scolaire », zones set by
 * academy since 2015; departments by academy are those of the academies' own lists.
 */
const departments: Record<SchoolZone, string> = {
  // Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers.
  a: "25 39 70 90 24 33 40 47 64 03 15 43 63 21 58 71 89 07 26 38 73 74 19 23 87 01 42 69 16 17 79 86",
  // Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims, Rennes, Strasbourg.
  b: "04 05 13 84 02 60 80 59 62 54 55 57 88 44 49 53 72 85 06 83 14 27 50 61 76 18 28 36 37 41 45 08 10 51 52 22 29 35 56 67 68",
  // Créteil, Montpellier, Paris, Toulouse, Versailles.
  c: "77 93 94 11 30 34 48 66 75 09 12 31 32 46 65 81 82 78 91 92 95",
  corse: "2A 2B",
  // Saint-Barthélemy and Saint-Martin belong to the academy of Guadeloupe.
  guadeloupe: "971 977 978",
  martinique: "972",
  guyane: "973",
  reunion: "974",
  saint_pierre: "975",
  mayotte: "976",
  wallis: "986",
  polynesie: "987",
  caledonie: "988",
};

const zoneByDepartment = new Map(
  schoolZones.flatMap((zone) =>
    departments[zone].split(" ").map((code): [string, SchoolZone] => [code, zone]),
  ),
);

/** The school zone of a commune, when its INSEE code is known. */
export const zoneOfInsee = (insee: string | undefined): SchoolZone | undefined =>
  insee ? zoneByDepartment.get(departmentOf(insee)) : undefined;

/** A zone as files write it: "Zone A", "A", "Réunion", "Saint Pierre et Miquelon". */
export function zoneNamed(words: string): SchoolZone | undefined {
  const plain = words
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/^\s*(academie|zone)\s+(d[eu]\s+)?(la\s+)?/, "")
    .replace(/^\s*la\s+/, "")
    .trim();
  return schoolZones.find(
    (zone) =>
      plain === zone ||
      (zone.length > 1 && plain.replace(/[\s-]+/g, "_").includes(zone.split("_")[0] ?? zone)),
  );
}
