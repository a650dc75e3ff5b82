/** The slug of a district: `Saint-Aubin-des-Vignes` is `saint-aubin-des-vignes`; `""` when the name has no letter. */
export const districtSlug = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

export type NameRefusal = "missing" | "long" | "letters";

/** Why a district may not be called so. */
export function nameRefusal(name: string): NameRefusal | undefined {
  if (!name) return "missing";
  if (name.length > 80) return "long";
  return districtSlug(name) ? undefined : "letters";
}

/** The order after one item moved one step; the same order when it cannot. */
export function moved<T>(list: readonly T[], item: T, direction: "up" | "down"): T[] {
  const from = list.indexOf(item);
  const to = direction === "up" ? from - 1 : from + 1;
  const next = [...list];
  const neighbour = next[to];
  if (from < 0 || neighbour === undefined) return next;
  next[to] = item;
  next[from] = neighbour;
  return next;
}
