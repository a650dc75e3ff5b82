export { applyImport, type ApplyRefusal } from "./pipeline/apply.ts";
export { noCounts, outcomes, type Counts } from "./pipeline/counts.ts";
export { rehearse, type RehearseOptions } from "./pipeline/rehearse.ts";
export { undoImport, type UndoRefusal } from "./pipeline/undo.ts";
export { communeByInsee } from "./matching/territory.ts";
export { importUndoable, type Territory } from "./pipeline/imports.ts";
export { refusedLines } from "./pipeline/lines.ts";
export type { FileRefusal } from "./reading/index.ts";
