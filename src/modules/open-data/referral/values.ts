import type { Translate } from "../../../platform/i18n/index.ts";

/** What objects of the standard are made with. */
export type Making = {
  /** French: the data is in the language it was written in. */
  t: Translate;
  origin: string;
  commune: string;
  /** Since when each association and activity reads as it does, by its identifier. */
  changedAt: ReadonlyMap<string, string>;
};

/** Leaves out what is not said: an empty text or list says nothing. */
export function said<T extends object>(facts: T): { [K in keyof T]: NonNullable<T[K]> } {
  const kept = Object.entries(facts).filter(
    ([, value]) =>
      value !== null &&
      value !== undefined &&
      value !== "" &&
      !(Array.isArray(value) && !value.length),
  );
  return Object.fromEntries(kept) as { [K in keyof T]: NonNullable<T[K]> };
}

/** A web address as programs accept it; nothing when it is not one. */
export function webAddress(typed: string | null | undefined): string | undefined {
  if (!typed || !/^https?:\/\//i.test(typed)) return undefined;
  return URL.canParse(typed) ? new URL(typed).href : undefined;
}

/** An e-mail address as programs accept it; nothing when it is not one. */
export const mailAddress = (typed: string | null | undefined): string | undefined =>
  typed && /^[a-z0-9._%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(typed) ? typed : undefined;
