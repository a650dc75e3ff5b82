import { createHash, randomBytes } from "node:crypto";
import { isUuid } from "./identifiers.ts";

/** 256 bits no one can guess, fit for an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/**
 * Token of the session a form opens. The same form sent twice by the same page gives the same token, so a double click
 * enters once and keeps its cookie; it cannot be worked out without both the mail's secret and the key of the page.
 */
export const sessionTokenOf = (secret: string, formKey: string): string =>
  isUuid(formKey)
    ? createHash("sha256").update(`session ${secret} ${formKey}`).digest("base64url")
    : newToken();

/** A bucket of hits that keeps no address: `bucket("sign_in", "203.0.113.7")`. */
export const bucket = (kind: string, who: string): string =>
  `${kind}:${createHash("sha256").update(`${kind} ${who}`).digest("base64url").slice(0, 24)}`;
