/** The 21 indicators of the programme, in its order. */
export const indicatorIds = [
  "I1.1",
  "I1.2",
  "I1.3",
  "I2.1",
  "I2.2",
  "I3.1",
  "I3.2",
  "I3.3",
  "I3.4",
  "I4.1",
  "I4.2",
  "I4.3",
  "I5.1",
  "I5.2",
  "I5.3",
  "I6.1",
  "I6.2",
  "I6.3",
  "I7.1",
  "I7.2",
  "I7.3",
] as const;
export type IndicatorId = (typeof indicatorIds)[number];

/** The axis of an indicator: `"I3.2"` belongs to axis `"3"`. */
export const axisOfIndicator = (id: string): string => id.slice(1, 2);
