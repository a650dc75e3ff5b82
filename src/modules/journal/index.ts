export { entriesOf, historyOf, markUndone, type HistoryLine } from "./history.ts";
export { record, recordAll, type Actor, type Entry } from "./queries.ts";
