import { oldNumberOf, rnaKind, sameRna } from "../../associations/index.ts";

/** The numbers an association is known by. */
export type Numbers = {
  rna?: string | undefined;
  siret?: string | undefined;
  siren?: string | undefined;
};

/** An old number is found with or without the code of its prefecture. */
export const rnaKey = (rna: string): string => oldNumberOf(rna) ?? rna;

export const hasNumber = (one: Numbers): boolean =>
  one.rna !== undefined || one.siret !== undefined || one.siren !== undefined;

/** Two numbers of the same kind that differ belong to two associations; an old number may have become a current one. */
export const rnaConflict = (one: Numbers, other: Numbers): boolean =>
  one.rna !== undefined &&
  other.rna !== undefined &&
  rnaKind(one.rna) === rnaKind(other.rna) &&
  !sameRna(one.rna, other.rna);

export const sirenConflict = (one: Numbers, other: Numbers): boolean =>
  one.siren !== undefined && other.siren !== undefined && one.siren !== other.siren;

export const siretConflict = (one: Numbers, other: Numbers): boolean =>
  one.siret !== undefined && other.siret !== undefined && one.siret !== other.siret;

export const conflict = (one: Numbers, other: Numbers): boolean =>
  rnaConflict(one, other) || sirenConflict(one, other);
