/** Letters and figures nobody takes for one another: neither 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V. */
export const codeLetters = "ACDEFGHJKMNPQRTWXY34679";
export const codeLength = 10;
/** Days a code on paper serves: the post, then a holiday. */
export const codeDays = 60;
/** Mails one code may send: time to correct a wrong address, not to try many. */
export const codeTries = 5;

/** A code however it was typed: `k7wmp 3hxra` is `K7WMP3HXRA`. */
export const plainCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");

/**
 * What keeps ten letters safe. There are 23^10 ≈ 4.1e13 codes (45 bits). When a whole town was written to, 5,000 of them
 * open something: one try at random does with a chance of 5,000 / 4.1e13 ≈ 1.2e-10. They live 60 days, 1,440 hours.
 * - One visitor (an address, or a /64 of IPv6): 20 an hour × 1,440 × 1.2e-10 ≈ 3.5e-6 over the whole life of the codes.
 * - Many addresses at once: the 300 first wrong codes of an hour are answered as any other: 300 × 1,440 × 1.2e-10 ≈ 5e-5.
 * - Past them a code only counts with the name of its association, which the paper says: the 5,000 become the few names that
 *   resemble the one typed. With 50 of those, a million tries an hour for 60 days: 1.4e9 × 50 / 4.1e13 ≈ 2e-3; with one, 3.5e-5.
 * So the page never closes: a visitor can only use up their own 20, and fifteen of them together only have a name asked for.
 * Honest mistakes stay far below: of 5,000 letters posted at once, a tenth typed on the first day, a third of those in one hour,
 * one in four mistyped make about 40 wrong codes. A wrong code names no association, so there is no count by association; a right
 * one serves `codeTries` times.
 */
/** Hits allowed, and the minutes they are counted over. */
export const limits = {
  /** Links asked by one visitor. */
  visitor: { max: 10, minutes: 60 },
  /** Mails sent to one address: nobody floods somebody else's box. */
  address: { max: 3, minutes: 24 * 60 },
  /** Codes tried by one visitor; wrong ones of everybody, after which a name is asked for too. */
  codes: { max: 20, minutes: 60 },
  wrongCodes: { max: 300, minutes: 60 },
  /** Requests to the town hall from one visitor. */
  requests: { max: 5, minutes: 60 },
} as const;
