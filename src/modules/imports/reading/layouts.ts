import type { Target } from "./targets.ts";

export type Layout = {
  name: string;
  /** Target of each column by its plain name; a column not listed is left out, `+` stands for the unnamed column after one. */
  columns: Readonly<Record<string, Target>>;
  /** Plain names that must all be there to recognise the layout. */
  signature: readonly string[];
};

const registryShared = {
  id: "rna",
  siret: "siret",
  rup_mi: "public_utility",
  date_creat: "created",
  nature: "nature",
  titre: "name",
  objet: "aims",
  objet_social1: "registry_theme",
  objet_social2: "registry_theme",
  adrs_codeinsee: "insee",
  adrs_codepostal: "postcode",
  siteweb: "website",
  observation: "remark",
  position: "state",
} as const;

/** Layouts met in real files, recognised by their exact column names. */
export const layouts: readonly Layout[] = [
  {
    name: "rna_waldec",
    columns: plain({
      ...registryShared,
      date_disso: "ceased",
      titre_court: "acronym",
      adrs_complement: "complement",
      adrs_numvoie: "street_number",
      adrs_repetition: "street_repetition",
      adrs_typevoie: "street_kind",
      adrs_libvoie: "street",
      adrs_distrib: "complement",
      adrs_libcommune: "town",
    }),
    signature: ["id", "date disso", "titre court", "adrs libcommune", "position"],
  },
  {
    name: "rna_import",
    columns: plain({
      ...registryShared,
      adr1: "street",
      adr2: "street",
      adr3: "complement",
      libcom: "town",
    }),
    signature: ["id", "id ex", "titre", "adr1", "libcom", "position"],
  },
  {
    name: "toulouse_clubs",
    columns: {
      discipline: "activity",
      "asso nom": "name",
      "site web": "website",
      quartiers: "district",
      complexe: "place_group",
      "unite fonctionnelle": "place",
      "rue libelle": "street",
      "uf cp": "postcode",
      "uf commune": "town",
      "0 3ans": "public_children",
      "3 6ans": "public_children",
      "6 12ans": "public_children",
      "12 15ans": "public_teens",
      "juniors16 20ans": "public_teens",
      adultes: "public_adults",
      seniors: "public_seniors",
      handicapes: "public_disability",
      geolocalisation: "latitude",
      "geolocalisation+": "longitude",
    },
    signature: ["discipline", "asso nom", "unite fonctionnelle", "geolocalisation"],
  },
  {
    name: "grants_maine_et_loire",
    columns: {
      annee: "year",
      "siret ou nir": "siret",
      "raison sociale": "name",
      "raison sociale 2": "name_continued",
      "code postal": "postcode",
      commune: "town",
    },
    signature: ["siret ou nir", "raison sociale", "raison sociale 2", "commune"],
  },
  {
    name: "grants_scdl",
    columns: { nombeneficiaire: "name", idbeneficiaire: "siret" },
    signature: ["nomattribuant", "nombeneficiaire", "idbeneficiaire"],
  },
  {
    name: "grants_sarthe",
    columns: {
      annee: "year",
      "nom de l organisme beneficiaire": "name",
      "adresse de l organisme": "postcode",
      "adresse de l organisme+": "town",
      cp: "postcode",
      ville: "town",
    },
    signature: ["annee", "nom de l organisme beneficiaire", "avantages en nature 4"],
  },
  {
    name: "state_grants_2010",
    columns: { siren: "siren", association: "name_and_town" },
    signature: ["siren", "association", "imputation", "total des subventions"],
  },
  {
    name: "digital_places",
    columns: {
      pivot: "siret",
      nom: "name",
      commune: "town",
      "code postal": "postcode",
      "code insee": "insee",
      adresse: "street",
      "complement adresse": "complement",
      latitude: "latitude",
      longitude: "longitude",
      telephone: "phone",
      courriel: "email",
      courriels: "email",
      "site web": "website",
      "presentation resume": "aims",
    },
    signature: ["pivot", "nom", "commune", "typologie"],
  },
];

function plain(columns: Readonly<Record<string, Target>>): Record<string, Target> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, target]) => [name.replaceAll("_", " "), target]),
  );
}
