/** Below so many associations, losing half of them is ordinary. */
const few = 6;
/** Days after which far fewer associations are believed, when every reading of them says so. */
export const doubtDays = 7;

/** Whether what a neighbour says now is too little to be believed yet. */
export function isDoubtful(
  kept: { count: number; doubted: { at: Date } | null },
  now: number,
  at: Date,
): boolean {
  if (kept.count < few || now * 2 >= kept.count) return false;
  const since = kept.doubted?.at ?? at;
  return at.getTime() - since.getTime() < doubtDays * 86_400_000;
}
