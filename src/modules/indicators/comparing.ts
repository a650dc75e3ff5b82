/** What an indicator says beside its figure: the words are those of any period. */
export { compared, percent } from "../communes/index.ts";
