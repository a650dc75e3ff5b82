import type { ResourcePlace } from "./queries.ts";

/** The number that says whose it is for other sources: its own SIRET, else that of its association, else its RNA. */
export const pivotOf = ({ siret, association }: ResourcePlace): string | undefined =>
  [siret, association?.siret, association?.rna].find(
    (number) => number && /^[a-zA-Z0-9]{9,14}$/.test(number),
  ) ?? undefined;
