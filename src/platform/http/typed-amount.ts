/** An amount in euros as people write it, `12,50 €`, `30 euros`: in euros; null when nothing is written, nothing when it cannot be read. */
export function amountTyped(typed: string): number | null | undefined {
  const read = typed.replace(/[\s€]|euros?/gi, "").replace(",", ".");
  if (read === "") return null;
  return /^\d{1,6}(\.\d{1,2})?$/.test(read) ? Number(read) : undefined;
}
