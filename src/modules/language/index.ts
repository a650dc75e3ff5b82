export type { SearchBeside } from "./beside.ts";
export { defaultSynonyms } from "./default-synonyms.ts";
export { indexed, vocabularyWord, type Indexed, type Sayings, type Weight } from "./document.ts";
export { fold } from "./fold.ts";
export { readQuestion, type Concept, type Question } from "./question.ts";
export { firstSentence, needOf } from "./sentences.ts";
export { synonymKeys } from "./synonyms.ts";
export { themesMeant } from "./theme-words.ts";
