/** How long an entry through the provider may take, in minutes. */
export const entryMinutes = 10;

/** Entries begun by one visitor, and the minutes they are counted over. */
export const limits = { visitor: { max: 60, minutes: 15 } } as const;

/** Why the provider opens no door here. */
export type ProviderRefusal =
  | "provider_away"
  | "provider_refused"
  | "entry_over"
  | "level_low"
  | "email_unverified"
  | "not_staff"
  | "other_identity";

/** Who the provider says is there; the address only when it vouches for it. */
export type Proved = { subject: string; email: string | undefined; exit: string | undefined };

/** The address of someone, when the provider says it is theirs, or is trusted to give no other. */
export function vouchedEmail(
  claims: { email?: unknown; email_verified?: unknown },
  trusted: boolean,
): string | undefined {
  const { email, email_verified: verified = trusted } = claims;
  return typeof email === "string" && verified === true ? email.trim().toLowerCase() : undefined;
}
