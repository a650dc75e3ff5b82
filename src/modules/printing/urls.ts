const base = "/gestion/documents";

/** Addresses of the templates at the desk. */
export const urls = {
  list: base,
  one: (kind: string) => `${base}/${kind}`,
  version: (kind: string, version: number) => `${base}/${kind}?version=${version}`,
  trial: (kind: string) => `${base}/${kind}/essai`,
  shipped: (kind: string) => `${base}/${kind}/origine`,
} as const;
