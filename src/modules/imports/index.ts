export { weekdays, type ActivityFacts, type AgeBand, type HourFacts } from "./activities/facts.ts";
export type {
  ActivityIntake,
  ActivityVerdict,
  IntakeHand,
  ToldActivity,
  ToldPairs,
  Undoing,
} from "./activities/intake.ts";
export { applyImport, type ApplyRefusal } from "./pipeline/apply.ts";
export { addedCounts } from "./activities/counts.ts";
export { noCounts, type Counts } from "./pipeline/counts.ts";
export { hashOf, rehearse, type FileRefused, type RehearseOptions } from "./pipeline/rehearse.ts";
export { rehearseRouted, type Refusal } from "./pipeline/routed.ts";
export { undoImport, type UndoRefusal } from "./pipeline/undo.ts";
export { importById } from "./pipeline/imports.ts";
export {
  cleanDate,
  openTable,
  plainWords,
  writeCorrected,
  type FileRefusal,
  type Table,
} from "./reading/index.ts";
export { refusedLines } from "./queries.ts";
export { activityWords, partsWords, undoneWords } from "./words.ts";
export { importPeople } from "./personal-data.ts";
export { importJobs, importWork } from "./jobs.ts";
export { routes as importRoutes } from "./routes.ts";
export { importTasks } from "./tasks.ts";
export { importsSearching } from "./search.ts";
export { importsWaiting } from "./waiting.ts";
export { addBatch, batchOfFile, type BatchCounts } from "./registry/batches.ts";
export { openRegistry, type RegistryRefusal } from "./registry/opening.ts";
export { readBatch } from "./registry/read.ts";
export { refusalWords as registryRefusalWords } from "./registry/words.ts";
export { kinds as registryKinds } from "./registry/rules.ts";
