import { themesOfWords, type Theme } from "../associations/index.ts";

/** Themes that the words of a question betray, at most three. */
export const themesMeant = (text: string): Theme[] => themesOfWords(text).slice(0, 3);
