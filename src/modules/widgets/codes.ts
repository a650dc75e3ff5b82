/** Pieces of the site shown on another one, by the word of their address. */
export const widgetNames = {
  search: "recherche",
  associations: "associations",
  activities: "activites",
  agenda: "agenda",
  listing: "fiche",
  activity: "activite",
} as const;
export type WidgetKind = keyof typeof widgetNames;
/** Those of one thing, which their address names. */
export const ofOne = ["listing", "activity"] as const;
export const isOfOne = (kind: WidgetKind): kind is (typeof ofOne)[number] =>
  (ofOne as readonly WidgetKind[]).includes(kind);
export const widgetKinds = Object.keys(widgetNames) as WidgetKind[];

/** Colours of a frame: those of the reader's screen, or always the same as the page around it. */
export const grounds = { auto: "auto", light: "clair", dark: "sombre" } as const;
export type Ground = keyof typeof grounds;
