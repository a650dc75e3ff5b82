import { plainWords } from "../identity/names.ts";

/** Accent-free lower-case key of a name: plain order of the key is the French order of the names. */
export const nameSort = (name: string): string => plainWords(name).join(" ") || name.toLowerCase();
