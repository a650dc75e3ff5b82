export { PatternFields, TimeFields } from "./form/fields.tsx";
export { dayTyped, minuteTyped, clockTime, patternValues, readPattern } from "./form/reading.ts";
export { schedulingWork } from "./jobs.ts";
export {
  occurrenceById,
  occurrencesBetween,
  seriesById,
  seriesOf,
  type Occurrence,
  type Series,
} from "./series/queries.ts";
export { weekday, type OccurrenceRefusal, type Pattern, type Weekday } from "./series/rules.ts";
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
export {
  changeCapacity,
  changeTerms,
  closeCounter,
  openCounter,
  type Outcome as SeatOutcome,
  type Terms as SeatTerms,
} from "./seats/counter.ts";
export { seatJobs, seatWork, type SeatOwner, type Told as SeatTold } from "./seats/jobs.ts";
export {
  countsOf,
  positionOf,
  seatById,
  seatsOf,
  type Counts as SeatCounts,
  type Seat,
} from "./seats/queries.ts";
export type { SeatRefusal, SeatState } from "./seats/rules.ts";
export { settle as promote } from "./seats/settle.ts";
export { seatRefusalKeys, seatWords } from "./seats/words.ts";
export {
  acceptOffer,
  cancelSeat,
  confirmHold,
  declineOffer,
  hold,
  joinWaiting,
  take,
} from "./seats/write.ts";
