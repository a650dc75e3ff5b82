import type { Translate } from "../../platform/i18n/index.ts";

/** What a template reads, beside the name and the colours of the commune; and the pictures it shows, by name. */
export type Content = {
  data: Readonly<Record<string, unknown>>;
  files?: Readonly<Record<string, Uint8Array>>;
};

/** A document a room prints, whose template the commune may write again. */
export type Printable = {
  /** As the database and the addresses name it. */
  kind: string;
  title: (t: Translate) => string;
  /** What it is for, in a sentence. */
  purpose: (t: Translate) => string;
  /** Absolute path of the template that comes with the site; it imports `commun.typ` as if it were beside it. */
  template: string;
  /** Invented values, to try a template with. */
  sample: (t: Translate) => Promise<Content> | Content;
};
