/** Where a value comes from, the strongest first. */
export const sources = ["locked", "association", "registry", "municipal_file", "other"] as const;
export type Source = (typeof sources)[number];

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A value, who said it and when: `locked` means a person of the commune forbade imports to change it. */
export type Sourced = { value: Json; source: Source; at: string; by?: string };
export type Fields = Readonly<Record<string, Sourced>>;
export type Mergeable = { id: string; fields: Fields };

/** A day or an instant, in milliseconds: what cannot be read is older than everything. */
export const instant = (at: string): number => {
  const time = Date.parse(at);
  return Number.isNaN(time) ? -Infinity : time;
};

export const isEmpty = (value: Json): boolean =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Same content whatever the order of the keys. */
export const sameValue = (a: Json, b: Json): boolean => canonical(a) === canonical(b);

const canonical = (value: Json): string =>
  JSON.stringify(value, (_, part: Json) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.entries(part).toSorted(([x], [y]) => (x < y ? -1 : 1))
      : part,
  );
