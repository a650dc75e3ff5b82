import type { Config } from "../config.ts";
import type { Answer } from "./answer.ts";
import type { View } from "./view.ts";

/** Nothing inline, nothing from elsewhere. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

/** A page that offers the detailed map: its tiles come from elsewhere, when the commune wants them and the person asks. */
export function allowingTiles(answer: Answer, { tiles }: Pick<View, "tiles">): Answer {
  if (!tiles) return answer;
  const policy = contentSecurityPolicy.replace(/img-src [^;]*/, (images) => {
    // Written so, a template's braces are not part of its origin.
    return `${images} ${new URL(tiles.url.replace(/[{}]/g, "")).origin}`;
  });
  return { ...answer, headers: { ...answer.headers, "content-security-policy": policy } };
}

/** A page that shows a letter in a frame of ours. */
export const allowingLetters = (answer: Answer): Answer => ({
  ...answer,
  headers: {
    ...answer.headers,
    "content-security-policy": `${contentSecurityPolicy}; frame-src 'self'`,
  },
});

/**
 * A piece of the site made to stand in the pages of others: it holds nothing personal and no form that posts. Only those
 * of some sites when the commune names them, and our own, where it is prepared.
 */
export const allowingFrames = (answer: Answer, sites: readonly string[]): Answer => ({
  ...answer,
  headers: {
    ...answer.headers,
    "content-security-policy": contentSecurityPolicy.replace(
      "frame-ancestors 'none'",
      `frame-ancestors ${sites.length ? ["'self'", ...sites].join(" ") : "*"}`,
    ),
  },
});

/** The letter itself brings its own style and nothing else; it opens in that frame without any power. */
export const letterHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
};

/** Headers of every answer. Referrers stay inside the site: an address may hold a search. */
export const securityHeaders = (config: Config): Record<string, string> => ({
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(self), interest-cohort=()",
  "cross-origin-opener-policy": "same-origin",
  ...(overHttps(config)
    ? // Not for sub-domains: the site may answer on the commune's own name, whose other sites are not ours.
      { "strict-transport-security": "max-age=31536000" }
    : {}),
});

/**
 * Whether a form comes from our own pages. Browsers say so with `Sec-Fetch-Site`, older ones with `Origin` or `Referer`;
 * a request that says nothing is refused. The session cookie is `SameSite=Lax` besides.
 */
export function comesFromHere(request: Request, origin: string): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const from = request.headers.get("origin") ?? request.headers.get("referer");
  if (!from || from === "null") return false;
  try {
    return new URL(from).host === new URL(origin).host;
  } catch {
    return false;
  }
}

const overHttps = (config: Config): boolean => config.publicUrl?.startsWith("https:") ?? false;

/** Name of a cookie of ours: the `__Host-` prefix binds it to this host over HTTPS. */
export const cookieName = (config: Config, name: string): string =>
  overHttps(config) ? `__Host-${name}` : name;

/** A cookie of ours as a header: unread by scripts, sent when one arrives here by a link and to no form from elsewhere. */
export const ownCookie = (
  config: Config,
  name: string,
  value: string,
  maxAgeSeconds: number,
): string =>
  `${cookieName(config, name)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${overHttps(config) ? "; Secure" : ""}`;

export const sessionCookieName = (config: Config): string => cookieName(config, "maillage");

/** The session cookie as a header; an empty token forgets it. */
export const sessionCookie = (config: Config, token: string, maxAgeSeconds: number): string =>
  ownCookie(config, "maillage", token, maxAgeSeconds);

/** Value of a cookie of the request. */
export function cookie(request: Request, name: string): string | undefined {
  const header = request.headers.get("cookie");
  if (!header) return undefined;
  for (const part of header.split(";")) {
    const [key, value] = part.trim().split("=");
    if (key === name && value) return value;
  }
  return undefined;
}

// Programs that say so in their name; a view by one of them is not a visit.
const robots =
  /bot|crawl|spider|slurp|preview|fetch|monitor|curl|wget|python|headless|lighthouse|scan|http-client/i;

export const isRobot = (request: Request): boolean =>
  robots.test(request.headers.get("user-agent") ?? "robot");
