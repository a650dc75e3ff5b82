export { applyImport, type ApplyRefusal } from "./pipeline/apply.ts";
export { noCounts, type Counts } from "./pipeline/counts.ts";
export { rehearse, type FileRefused, type RehearseOptions } from "./pipeline/rehearse.ts";
export { rehearseRouted, type Refusal } from "./pipeline/routed.ts";
export { undoImport, type UndoRefusal } from "./pipeline/undo.ts";
export { importById } from "./pipeline/imports.ts";
export { refusedLines } from "./queries.ts";
export { partsWords, undoneWords } from "./words.ts";
