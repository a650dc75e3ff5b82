/** Makes tags that nobody has: a word and the next numbers, after the greatest one there is. */
export function tagMaker(taken: readonly string[]) {
  const next = new Map<string, number>();
  return (prefix: string, count: number): string[] => {
    const from = next.get(prefix) ?? greatest(prefix, taken) + 1;
    next.set(prefix, from + count);
    return Array.from({ length: count }, (_, at) => `${prefix}-${String(from + at).padStart(2, "0")}`); // prettier-ignore
  };
}

function greatest(prefix: string, taken: readonly string[]): number {
  let most = 0;
  for (const tag of taken) {
    const digits = tag.startsWith(`${prefix}-`) ? tag.slice(prefix.length + 1) : "";
    if (/^\d{1,6}$/.test(digits)) most = Math.max(most, Number(digits));
  }
  return most;
}
