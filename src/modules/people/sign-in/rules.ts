/** Why a code does not open the door. */
export type CodeRefusal = "wrong_code" | "code_spent" | "code_expired";

export const codeAttempts = 5;
export const tokenMinutes = 15;
export const sessionDays = 30;

/** Hits allowed, and the minutes they are counted over. */
export const limits = {
  /** Mails asked by one visitor: a resource place shares one address among its visitors. */
  visitor: { max: 30, minutes: 60 },
  /** Mails sent to one address. */
  address: { max: 5, minutes: 60 },
  /** Codes and links tried by one visitor. */
  visitorTries: { max: 60, minutes: 15 },
  /** Codes tried for one address: what keeps six digits safe day after day. */
  addressTries: { max: 20, minutes: 1440 },
} as const;

/**
 * The page to go to after signing in: a path of this site, or nothing.
 * `/annuaire?q=yoga` passes; `https://ailleurs.example`, `//ailleurs.example` and `/\ailleurs.example` do not.
 */
export function localPath(wanted: string): string | undefined {
  if (wanted.length > 500 || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(wanted)) return undefined;
  const here = "http://here.invalid";
  const url = URL.parse(wanted, here);
  if (!url || url.origin !== here || url.pathname.startsWith("//")) return undefined;
  if (url.pathname === "/" || /^\/(connexion|deconnexion|invitation)(\/|$)/.test(url.pathname))
    return undefined;
  return url.pathname + url.search + url.hash;
}

/** Digits of a code however they were typed: `123 456` is `123456`. */
export const codeDigits = (typed: string): string => typed.replace(/[\s\p{Cf}.-]/gu, "");

/** What demonstration sign-ins depend on. */
export type Surroundings = {
  demonstration: boolean;
  communeInvented: boolean;
  trustedProxy: boolean;
  publicHost: string | undefined;
  listeningOn: string;
  askedHost: string;
  visitor: string;
};

const loopback =
  /^(localhost|([a-z0-9-]+\.)*localhost|127(\.\d{1,3}){3}|\[?::1\]?|::ffff:127(\.\d{1,3}){3})$/;

/** Entering as someone invented: only on the machine that runs the demonstration, for that machine alone. */
export const mayEnterAsSomeone = (here: Surroundings): boolean =>
  here.demonstration &&
  here.communeInvented &&
  !here.trustedProxy &&
  (here.publicHost === undefined || loopback.test(here.publicHost)) &&
  loopback.test(here.listeningOn) &&
  loopback.test(here.askedHost) &&
  loopback.test(here.visitor);
