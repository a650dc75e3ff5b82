/** The short forms of the settings: which fields each holds, and where each field is kept. Pure data. */
export type Column =
  | "name"
  | "site_name"
  | "insee"
  | "phone"
  | "email"
  | "address"
  | "hours"
  | "sender_name"
  | "sender_email"
  | "languages"
  | "address_lookup"
  | "map_tiles"
  | "outside_calendars"
  | "outside_neighbours"
  | "framing_sites"
  | "directory_published_on"
  | "rules_published_on";

/** Texts the law asks for, kept together in `commune.legal`. */
export const legalKeys = [
  "publisher",
  "director",
  "host",
  "dataProtectionOfficer",
  "auditedOn",
  "auditor",
  "auditRate",
  "accessibilityContact",
  "nonConformities",
  "burdens",
  "exempted",
  "schemeUrl",
  "planUrl",
  "statementOn",
  "statementUpdatedOn",
  "testEnvironments",
  "tools",
  "testedPages",
] as const;
export type LegalKey = (typeof legalKeys)[number];

export type FieldKind =
  | "text"
  | "email"
  | "tel"
  | "area"
  | "date"
  | "rate"
  | "url"
  | "insee"
  | "languages"
  | "switch"
  | "sites";

export type Field = {
  kind: FieldKind;
  /** Names or addresses a person: its values go to the personal side of the journal. */
  personal?: true;
} & ({ name: RequiredName; optional?: never } | { name: FieldName; optional: true });

/** Fields that must be answered: each has its sentence. */
type RequiredName = "name" | "sender_name" | "sender_email" | "publisher" | "director" | "host";

export type SectionId =
  | "identity"
  | "welcome"
  | "sender"
  | "legal"
  | "accessibility"
  | "contents"
  | "statement"
  | "languages"
  | "outside"
  | "framing"
  | "publication";

export type FieldName = Column | LegalKey;
export type Section = { id: SectionId; path: string; fields: readonly Field[] };

export const sections: readonly Section[] = [
  {
    id: "identity",
    path: "identite",
    fields: [
      { name: "name", kind: "text" },
      { name: "site_name", kind: "text", optional: true },
      { name: "insee", kind: "insee", optional: true },
    ],
  },
  {
    id: "welcome",
    path: "accueil",
    fields: [
      { name: "phone", kind: "tel", optional: true },
      { name: "hours", kind: "area", optional: true },
      { name: "email", kind: "email", optional: true },
      { name: "address", kind: "area", optional: true },
    ],
  },
  {
    id: "sender",
    path: "expediteur",
    fields: [
      { name: "sender_name", kind: "text" },
      { name: "sender_email", kind: "email" },
    ],
  },
  {
    id: "legal",
    path: "mentions",
    fields: [
      { name: "publisher", kind: "text" },
      { name: "director", kind: "text", personal: true },
      { name: "host", kind: "area" },
      { name: "dataProtectionOfficer", kind: "text", optional: true, personal: true },
    ],
  },
  {
    id: "accessibility",
    path: "accessibilite",
    fields: [
      { name: "auditedOn", kind: "date", optional: true },
      { name: "auditRate", kind: "rate", optional: true },
      { name: "auditor", kind: "text", optional: true, personal: true },
      { name: "accessibilityContact", kind: "email", optional: true, personal: true },
    ],
  },
  {
    id: "contents",
    path: "accessibilite-contenus",
    fields: [
      { name: "nonConformities", kind: "area", optional: true },
      { name: "burdens", kind: "area", optional: true },
      { name: "exempted", kind: "area", optional: true },
      { name: "schemeUrl", kind: "url", optional: true },
      { name: "planUrl", kind: "url", optional: true },
    ],
  },
  {
    id: "statement",
    path: "accessibilite-declaration",
    fields: [
      { name: "statementOn", kind: "date", optional: true },
      { name: "statementUpdatedOn", kind: "date", optional: true },
      { name: "testEnvironments", kind: "area", optional: true },
      { name: "tools", kind: "area", optional: true },
      { name: "testedPages", kind: "area", optional: true },
    ],
  },
  {
    id: "languages",
    path: "langues",
    fields: [{ name: "languages", kind: "languages", optional: true }],
  },
  {
    id: "outside",
    path: "services-exterieurs",
    fields: [
      { name: "address_lookup", kind: "switch", optional: true },
      { name: "map_tiles", kind: "switch", optional: true },
      { name: "outside_calendars", kind: "switch", optional: true },
      { name: "outside_neighbours", kind: "switch", optional: true },
    ],
  },
  {
    id: "framing",
    path: "sites-partenaires",
    fields: [{ name: "framing_sites", kind: "sites", optional: true }],
  },
  {
    id: "publication",
    path: "publication",
    fields: [
      { name: "directory_published_on", kind: "date", optional: true },
      { name: "rules_published_on", kind: "date", optional: true },
    ],
  },
];

/** Languages a commune may add to French: those whose public pages are wholly translated. */
export const addedLanguages = ["en", "ar", "es", "pt", "uk"] as const;

export const isLegal = (name: FieldName): name is LegalKey =>
  (legalKeys as readonly string[]).includes(name);
