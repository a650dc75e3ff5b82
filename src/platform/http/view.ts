import type { Lang, Translate } from "../i18n/index.ts";
/** What every page knows of the request: language, commune, person, address. Passed, never ambient. */
export type View = {
  lang: Lang;
  dir: "ltr" | "rtl";
  t: Translate;
  /** Path of the page without its language prefix, with its query: `/annuaire?q=yoga`. */
  path: string;
  /** Absolute origin of the site, without trailing slash: `https://assos.exemple.fr`. */
  origin: string;
  /** Adds the language to a path: `/annuaire` becomes `/en/annuaire`. */
  href: (path: string) => string;
  /** Address of a built asset with its content hash: `asset("app.css")`. */
  asset: (name: string) => string;
  commune: CommuneView;
  /** The tiles of the detailed map, when the commune turned them on: see `allowingTiles`. */
  tiles: { url: string; credit: string } | undefined;
  person: PersonView | undefined;
  /** The rooms of the municipal side this person may enter; empty for the others. */
  desk: readonly DeskGroup[];
  /** Unique key of the forms of this page: the same form sent twice acts once. */
  formKey: string;
  /** Where the page stands in the day's queue of an agent, when it was opened from there. */
  queue?: QueuePlace | undefined;
  /** A sentence to show once, after a successful act (read from the address, translated). */
  notice: string | undefined;
};

/** An item of the queue among those of a slice of it; rank 0 when it no longer waits. */
export type QueuePlace = { key: string; slice: string; rank: number; count: number };

export type CommuneView = {
  name: string;
  /** Title of the site, by default "Les associations de Metz", "d’Épinal", "du Mans". */
  siteName: string;
  logo: string | undefined;
  phone: string | undefined;
  email: string | undefined;
  hours: string | undefined;
  /** Languages the commune offers, French first. */
  languages: readonly Lang[];
  /** Address of the commune's theme stylesheet (two colours as custom properties). */
  themeCss: string;
  demonstration: boolean;
  /** Legal status of the site's accessibility, `none` until an audit says better. */
  accessibility?: "none" | "partial" | "full";
};

export type PersonView = {
  name: string;
  /** True when the person works for the commune: shows the door to `/gestion`. */
  agent: boolean;
  associations: readonly { id: string; name: string }[];
};

/** One line of the municipal side's navigation; `count` says how much waits there. */
export type DeskItem = {
  path: string;
  words: string;
  /** Name of an icon of `ui`. */
  icon: string;
  count?: number | undefined;
};
export type DeskGroup = { title: string; items: readonly DeskItem[] };
