/**
 * French as it is printed: curled apostrophes, and spaces that never let a mark or a unit begin a line.
 * `frenchType("Quoi d'autre ?")` gives `Quoi d’autre\u00a0?`; text already set is left as it is.
 */
export const frenchType = (text: string): string =>
  text
    .replace(/(?<=\p{L})'(?=\p{L}|\{\{)/gu, "’")
    .replaceAll("« ", "«\u00a0")
    .replace(/(?<=\S) (?=[?!:;%»€])/g, "\u00a0")
    .replace(/(?<=\d) (?=h(?!\p{L}))/gu, "\u00a0")
    .replace(/(?<=\d[ \u00a0]h) (?=\d)/g, "\u00a0");
