export { historyOf, record, type Actor, type Entry, type HistoryLine } from "./queries.ts";
