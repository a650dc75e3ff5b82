/** Letters a loan is written by the clock. */
export const reminders = [
  "before_out",
  "before_back",
  "on_day",
  "late_1",
  "late_3",
  "late_7",
] as const;
export type Reminder = (typeof reminders)[number];

/** All that a loan is written about. */
export type NoticeKind = Reminder | "by_hand" | "short" | "offered" | "replaced";
