/** Codes of the national schema of places of digital help, in our own words; the file of open data writes its own. */
export const lists = {
  services: [
    "procedures",
    "everyday",
    "work",
    "safety",
    "parenting",
    "leisure",
    "culture",
    "access",
    "equipment",
  ],
  support: ["alone", "individual", "group", "remote"],
  equipment: ["wifi", "computers", "tablets", "printer", "scanner", "camera"],
  publics: ["youth", "students", "families", "seniors", "women"],
  care: ["deafness", "motor", "mental", "illiteracy", "english", "languages", "sight"],
  cost: ["free", "conditional", "paid"],
  entry: ["come", "phone", "mail", "online", "none", "referred"],
} as const;
export type ListName = keyof typeof lists;
export type CodesOf<L extends ListName> = readonly (typeof lists)[L][number][];
export const listNames = Object.keys(lists) as ListName[];

export const bookableKinds = ["workstation", "room"] as const;
export type BookableKind = (typeof bookableKinds)[number];

/** Who may book it by themselves; the welcomer always may. */
export const bookers = ["all", "associations", "desk"] as const;
export type Bookers = (typeof bookers)[number];

/** The room that speaks to those who have a seat of its counters. */
export const owner = "resource-places";

/** Mails about bookings. */
export const mailKind = "booking";

export const longest = {
  name: 160,
  summary: 280,
  presentation: 4000,
  remote: 500,
  welcome: 300,
  connection: 300,
} as const;
