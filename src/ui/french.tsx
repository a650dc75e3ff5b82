import type { ComponentChildren } from "preact";
import type { IconName } from "./icon.tsx";
import type { View } from "./view.ts";

/** What an element says of words written in French, whatever the language of its page: read aloud in French, left to right. */
export const inFrench = ({ lang }: Pick<View, "lang">): { lang?: "fr"; dir?: "ltr" } =>
  lang === "fr" ? {} : { lang: "fr", dir: "ltr" };

/** A name or a sentence of an association or of the commune, on its line: `<French view={view}>{listing.name}</French>`. */
export const French = ({ view, children }: { view: View; children: ComponentChildren }) =>
  view.lang === "fr" ? <>{children}</> : <span {...inFrench(view)}>{children}</span>;

/** A fact of a line, in words; `french` when they are an association’s own. */
export type LineFact = { icon: IconName; words: string; french?: boolean };

/** The same as a list shows it, each in its language. */
export const shownFact =
  (view: View) =>
  ({ icon, words, french }: LineFact): { icon: IconName; words: ComponentChildren } => ({
    icon,
    words: french ? <French view={view}>{words}</French> : words,
  });
