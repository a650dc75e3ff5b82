export { applyImport, type ApplyRefusal } from "./pipeline/apply.ts";
export { noCounts, outcomes, type Counts } from "./pipeline/counts.ts";
export { rehearse, type RehearseOptions } from "./pipeline/rehearse.ts";
export { undoImport, type UndoRefusal } from "./pipeline/undo.ts";
