export const topics = [
  "contact",
  "schedule",
  "place",
  "price",
  "about",
  "closed",
  "other",
] as const;
export type Topic = (typeof topics)[number];

/** The part of the record where an error of a kind is corrected. */
export const sectionOfTopic: Record<Topic, string> = {
  contact: "contacts",
  schedule: "horaires",
  place: "lieux",
  price: "tarifs",
  about: "objet",
  closed: "etat",
  other: "objet",
};

/** Fields of the public page whose right value may be proposed along with a report. */
export const correctable = [
  "schedule",
  "prices",
  "registration",
  "aims",
  "website",
  "email",
  "phone",
] as const;
export type Correctable = (typeof correctable)[number];
/** The value that would be right, field by field; null takes what is written away. */
export type Proposed = Partial<Record<Correctable, string | null>>;

/** What may be corrected on each subject; on the others the agent reads words. */
export const correctedIn: Record<Topic, readonly Correctable[]> = {
  contact: ["email", "phone", "website"],
  schedule: ["schedule"],
  place: [],
  price: ["prices", "registration"],
  about: ["aims"],
  closed: [],
  other: [],
};

/** What a report really proposes to change. */
export const changedIn = (published: Proposed, typed: Proposed): Proposed =>
  Object.fromEntries(
    Object.entries(typed).filter(
      ([field, value]) => (published[field as Correctable] ?? null) !== value,
    ),
  ) as Proposed;

/** At most so many proposals an hour from one connection. */
export const hourly = 5;
