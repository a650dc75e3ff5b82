import { pino, type Logger } from "pino";

export type Log = Logger;

/** Structured log, one JSON object a line; callers never pass personal data (no address, name, query or body). */
export const openLog = (level: string): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
