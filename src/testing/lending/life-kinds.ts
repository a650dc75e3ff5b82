/** What the simple model of the life of loans keeps in mind. */
export type Line = { pool: number; quantity: number; seats: number; from: number; until: number; aside: number; out: string[]; over: number }; // prettier-ignore
export type Life = { id: string; state: string; from: number; until: number; met: number[]; lines: Line[]; review: string | null; wait: Wait | null }; // prettier-ignore
/** How one waits: where in the list, until when it is offered, how many offers were told, whether one was withdrawn and is still to be said so, and why it ended. */
export type Wait = { who: number; ahead: boolean; day: string; score: number; place: number; passed: number; offers: number; ends: number | null; told: boolean; withdrawn: boolean; owed: boolean; over: "left" | "removed" | "unanswered" | "late" | null }; // prettier-ignore
export type Thing = { id: string; pool: number; state: string };
export type Waiter = { loan: Life; wait: Wait; line: Line };
export type Span = { from: number; until: number };

export const meet = (a: Span, b: Span): boolean =>
  Math.max(a.from, b.from) < Math.min(a.until, b.until);

/** A service ahead, then the day, then the score, then who came first (decision 0013). */
export const inOrder = ({ wait: a }: Waiter, { wait: b }: Waiter): number =>
  Number(b.ahead) - Number(a.ahead) || a.day.localeCompare(b.day) || b.score - a.score || a.place - b.place; // prettier-ignore

export const hours = (count: number): number => count * 3_600_000;
