export { calendarFile, type CalendarEvent, type CalendarFile } from "./calendar-file/write.ts";
export {
  calendarLimits,
  readCalendar,
  type CalendarRefusal,
  type PlainEvent,
} from "./calendar-file/read.ts";
export type { DatesOwner, Followable } from "./followers/followable.ts";
export type { Asking } from "./followers/pages.tsx";
export { askingRoutes, followerRoutes } from "./followers/routes.ts";
export { endFollowing, followerMailRefused, followerWork } from "./followers/telling.ts";
export { PatternFields } from "./form/fields.tsx";
export { minuteTyped, readPattern } from "./form/reading.ts";
export { clockTyped, patternTyped } from "./form/rhythms.ts";
export { calendarRoutes } from "./holidays/routes.tsx";
export { calendarOf, schoolHolidaysBetween, skippedDays } from "./holidays/queries.ts";
export { schedulingJobs, schedulingWork } from "./jobs.ts";
export { TimetableFields } from "./openings/form/fields.tsx";
export { blankTimetable, timetableTyped } from "./openings/form/opened.ts";
export { readTimetable } from "./openings/form/reading.ts";
export { osmHours } from "./openings/osm.ts";
export { ComingDays, OpeningHours, SchoolWords } from "./openings/pieces.tsx";
export {
  removeTimetable,
  saveTimetable,
  timetableById,
  timetablesByIds,
} from "./openings/queries.ts";
export {
  dayIn,
  dayStart,
  instantOf,
  isOpenAt,
  isOpenDuring,
  minuteIn,
  nextOpening,
  openingsBetween,
  openState,
  type Opening,
  type OpenState,
} from "./openings/times.ts";
export {
  countOpenDays,
  openDaysAfter,
  openingsOn,
  type Calendar as OpeningCalendar,
  type Hours,
  type Timetable,
} from "./openings/timetable.ts";
export { rangesWords, stateWords } from "./openings/words.ts";
export { schedulingPeople } from "./personal-data.ts";
export { addSeries, changeSeries, endSeries, type Scope } from "./series/change.ts";
export { expand, monthsAhead, type Expanded } from "./series/expand.ts";
export {
  cancelOccurrence,
  moveOccurrence,
  restoreOccurrence,
  type OccurrenceRefusal,
} from "./series/one.ts";
export {
  onDay,
  ruleOf,
  weekdayOf,
  weekdays,
  type Pattern,
  type Rhythm,
  type Weekday,
} from "./series/pattern.ts";
export {
  nextOccurrences,
  occurrenceById,
  occurrencesBetween,
  seriesById,
  seriesByIds,
  seriesOfOccurrences,
  type Occurrence,
  type OccurrenceState,
  type Series,
} from "./series/queries.ts";
export {
  changeCapacity,
  sayPresent,
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
export { settle as promote, turn as turnOfCounter } from "./seats/settle.ts";
export { seatRefusalKeys, seatWords } from "./seats/words.ts";
export { cancelSeat, changeDates, declineOffer, lessenSeat } from "./seats/leave.ts";
export { acceptOffer, confirmHold, hold, joinWaiting, take, type InOrder } from "./seats/write.ts";
export { peakOf, peaksOf, type Dates, type Span, type Use } from "./seats/dates.ts";
export { place as placeInLine, someoneWaits, usesOf, type CounterUse } from "./seats/uses.ts";
export { schedulingUrls } from "./urls.ts";
export { clockWords, hoursWords, patternWords, periodWords } from "./words.ts";
