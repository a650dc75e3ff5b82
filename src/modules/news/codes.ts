/** What the town hall helped an association do; what residents or an association undertook, shown with its results. */
export const newsKinds = ["action", "initiative"] as const;
export type NewsKind = (typeof newsKinds)[number];

export const newsStates = ["proposed", "draft", "published", "withdrawn", "declined"] as const;
export type NewsState = (typeof newsStates)[number];

/** Texts of an item, in the order they are read. */
export const newsTexts = ["title", "body", "support", "results"] as const;
export type NewsText = (typeof newsTexts)[number];
/** Signs at most. */
export const longest: Record<NewsText, number> = { title: 120, body: 6000, support: 1500, results: 1500 }; // prettier-ignore
