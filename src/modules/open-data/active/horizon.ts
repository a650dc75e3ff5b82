import { addDays } from "../../../platform/clock.ts";

/** Days ahead that calendars and feeds of sessions tell: two months. */
export const horizon = (today: string): string => addDays(today, 62);
