import type { WaitingItem } from "../../modules/communes/index.ts";

/** Something that waits, with whose it is today. */
export type Queued = WaitingItem & {
  kind: string;
  /** Priority of its association (commitment 2.3), 0 when it is about none. */
  score: number;
  /** Whose it is today: who it was given to, else the référent, else who replaces them. */
  ownerId: string | undefined;
  /** Who it would belong to, were they not away. */
  absentId?: string | undefined;
};

/** Part of the queue: mine or everybody's, of one kind or all. As an address says it: `tous.report`. */
export type Slice = { mine: boolean; kind: string | undefined };

export function readSlice(text: string | null): Slice {
  const [whose = "", kind] = (text ?? "").split(".");
  return { mine: whose !== "tous", kind: kind || undefined };
}

export const writeSlice = ({ mine, kind }: Slice): string =>
  `${mine ? "moi" : "tous"}${kind ? `.${kind}` : ""}`;

export const kindOf = (key: string): string => key.slice(0, key.indexOf(":"));

/** Mine is what is given to me, what the associations I follow have, and what is nobody's. */
export const inSlice = (item: Queued, { mine, kind }: Slice, me: string): boolean =>
  (!kind || item.kind === kind) && (!mine || !item.ownerId || item.ownerId === me);

/** People who wait come first, the longest waiting first; then what is about the associations of highest priority. */
export const inOrder = (items: readonly Queued[]): Queued[] =>
  items.toSorted(
    (a, b) =>
      a.rank - b.rank ||
      (a.rank > 1 ? b.score - a.score : 0) ||
      a.since.getTime() - b.since.getTime(),
  );

/** Where one goes after an item: back to it while it waits, else to the one now at its place; nowhere at the end. */
export function following(
  items: readonly Queued[],
  after: { key: string; rank: number; pass: boolean },
): Queued | undefined {
  const at = items.findIndex((item) => item.key === after.key);
  if (at >= 0) return after.pass ? items[at + 1] : items[at];
  return items[Math.max(after.rank, 1) - 1];
}

/** The screen of an item, opened from a slice of the queue. */
export function screenOf({ path, key }: WaitingItem, slice: string): string {
  const [before = "", hash] = path.split("#");
  const asked = new URLSearchParams({ file: key, dans: slice });
  return `${before}${before.includes("?") ? "&" : "?"}${asked}${hash ? `#${hash}` : ""}`;
}

/** When what is put off comes back. */
export const delays = { demain: 1, semaine: 7 } as const;
export const isDelay = (text: string): text is keyof typeof delays => text in delays;
