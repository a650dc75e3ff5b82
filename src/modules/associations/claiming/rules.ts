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

/** Hits allowed, and the minutes they are counted over. */
export const limits = {
  /** Links asked by one visitor. */
  visitor: { max: 10, minutes: 60 },
  /** Mails sent to one address: nobody floods somebody else's box. */
  address: { max: 3, minutes: 24 * 60 },
  /** Codes tried by one visitor, and by everyone: what keeps ten letters safe day after day. */
  codes: { max: 10, minutes: 60 },
  allCodes: { max: 300, minutes: 60 },
  /** Requests to the town hall from one visitor. */
  requests: { max: 5, minutes: 60 },
} as const;
