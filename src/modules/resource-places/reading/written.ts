import type { View } from "../../../ui/index.ts";

/** Attributes of what is written by hand, in French whatever the language of the page. */
export const written = ({ lang }: Pick<View, "lang">) =>
  lang === "fr" ? {} : ({ lang: "fr", dir: "ltr" } as const);
