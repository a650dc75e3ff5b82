import type { Ask } from "../../platform/http/ask.ts";
import type { IconName } from "../../ui/index.ts";

/** What the search of the municipal side may find, in the order it is shown. */
export const foundKinds = [
  "associations",
  "contacts",
  "proposals",
  "activities",
  "news",
  "places",
  "imports",
  "people",
  "screens",
] as const;
export type FoundKind = (typeof foundKinds)[number];

/** Something found: where it is, its name, and what tells it from another. */
export type Found = {
  kind: FoundKind;
  path: string;
  icon: IconName;
  title: string;
  detail?: string | undefined;
};

/** What was typed: as it was, and without accents nor capitals. */
export type Sought = { text: string; plain: string };

/** What a room finds for the person who asks; nothing where they may not enter. At most `most` of a kind. */
export type Searching = (ask: Ask, sought: Sought, most: number) => Promise<Found[]>;
