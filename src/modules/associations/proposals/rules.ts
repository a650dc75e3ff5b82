export const topics = ["contact", "schedule", "place", "price", "closed", "other"] as const;
export type Topic = (typeof topics)[number];

/** The part of the record where an error of a kind is corrected. */
export const sectionOfTopic: Record<Topic, string> = {
  contact: "contacts",
  schedule: "horaires",
  place: "lieux",
  price: "tarifs",
  closed: "etat",
  other: "objet",
};

/** At most so many proposals an hour from one connection. */
export const hourly = 5;
