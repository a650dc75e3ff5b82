/** Whether one may register at a moment. */
export type Standing = "open" | "soon" | "closed" | "cancelled" | "over";

type Times = { opensAt: Date | null; closesAt: Date | null; cancelledAt: Date | null };
type When = { startsAt: Date; state: "planned" | "moved" | "cancelled" } | undefined;

/** `date` is the one date it is for; `forDate` without it: its series lost that date. */
export function standingOf(
  opening: Times,
  { forDate, date, published }: { forDate: boolean; date: When; published: boolean },
  now: Date,
): Standing {
  if (opening.cancelledAt || !published) return "cancelled";
  if (forDate && (!date || date.state === "cancelled")) return "cancelled";
  if (date && date.startsAt <= now) return "over";
  if (opening.opensAt && opening.opensAt > now) return "soon";
  return opening.closesAt && opening.closesAt <= now ? "closed" : "open";
}

/** "k7m-4px" as it is kept; nothing when it cannot be a code. */
export function codeTyped(typed: string): string | undefined {
  const read = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
  return read.length === 6 ? read : undefined;
}

/** A code as it is read aloud: "K7M 4PX". */
export const codeShown = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
