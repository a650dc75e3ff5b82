export { hiddenValue, hideInHistory, hideValuesOf } from "./forgetting.ts";
export { actionsOf, entriesOf, historyOf, markUndone, type HistoryLine } from "./history.ts";
export { record, recordAll, type Actor, type Entry } from "./queries.ts";
