import type { ComponentChildren } from "preact";
import type { Ask } from "../../platform/http/ask.ts";

/** What a room adds to the public page of an association, after what there is to know first; nothing when it has nothing to say. */
export type ListingPart = (
  ask: Ask,
  association: { id: string; slug: string; name: string },
) => Promise<ComponentChildren | undefined>;

/** What a room adds to the home page; nothing when it has nothing to say. */
export type HomePart = (ask: Ask) => Promise<ComponentChildren | undefined>;

/** What a room adds to the results of the directory. */
export type ResultsPart = {
  /** A way to what it has, under every list of results; found without asking anything. */
  link: (ask: Ask) => ComponentChildren | undefined;
  /** What it has for a search that found few associations; nothing when it has nothing to say. */
  few: (
    ask: Ask,
    search: {
      text: string;
      theme?: string | undefined;
      /** Where distances are measured from: a point, or the key of a place the directory offers. */
      near?: { lat: number; lon: number } | { place: string } | undefined;
    },
  ) => Promise<ComponentChildren | undefined>;
};
