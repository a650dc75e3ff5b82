import { pino, type Logger } from "pino";

export type Log = Logger;

const mostWaiting = 4_000_000;

/** Structured log, one JSON object a line; callers never pass personal data (no address, name, query or body). */
export function openLog(level: string): Log {
  if (level === "silent") return pino({ level });
  // Written aside, every second at the latest: a slow or full output never makes a visitor wait.
  // Past `mostWaiting` bytes, lines are lost rather than memory.
  const output = pino.destination({
    dest: 1,
    sync: false,
    minLength: 4096,
    maxLength: mostWaiting,
    periodicFlush: 1000,
  });
  output.on("error", () => undefined);
  process.once("exit", () => output.flushSync());
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, output);
}
