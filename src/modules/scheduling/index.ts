export { PatternFields, TimeFields } from "./form/fields.tsx";
export { dayTyped, minuteTyped, clockTime, patternValues, readPattern } from "./form/reading.ts";
export { schedulingPeople } from "./personal-data.ts";
export { schedulingWork } from "./jobs.ts";
export {
  occurrenceById,
  occurrencesBetween,
  seriesById,
  seriesOf,
  type Occurrence,
  type Series,
} from "./series/queries.ts";
export {
  weekday,
  type OccurrenceRefusal,
  type Pattern,
  type Repeat,
  type Weekday,
} from "./series/rules.ts";
export {
  addSeries,
  cancelOccurrence,
  changeSeries,
  endSeries,
  moveOccurrence,
  restoreOccurrence,
  type When,
} from "./series/write.ts";
export { hourWords, occurrenceWords, patternWords, spanWords, weekdayName } from "./words.ts";
