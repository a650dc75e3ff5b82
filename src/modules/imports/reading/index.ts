export { cleanDate } from "./cleaning/dates.ts";
export { plainWords } from "./header.ts";
export { writeCorrected, type LineToCorrect } from "./corrected.ts";
export { mergeFacts, sameLineKey } from "./identity.ts";
export { guessMapping, type MappedColumn, type Mapping, type MappingReason } from "./mapping.ts";
export { openTable } from "./open.ts";
export { activityRefusals, type ActivityRead } from "./parts/activities.ts";
export { readAssociations, type ReadLine } from "./reading.ts";
export { type Source } from "./source.ts";
export {
  type FileRefusal,
  type Hints,
  type Opened,
  type Table,
  type TableRow,
  type Warnings,
} from "./table.ts";
export { severalColumns, targets, type Target } from "./targets.ts";
export {
  readingRefusals,
  type ReadingRefusal,
  type Understood,
  type ValueWarning,
} from "./understand.ts";
