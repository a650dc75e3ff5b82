export type MailState = "waiting" | "sent" | "failed";

/** Where a mail is: sent, refused at its last attempt, or not yet tried. */
export const stateOfMail = (mail: { sentAt: Date | null; lastError: string | null }): MailState =>
  mail.sentAt ? "sent" : mail.lastError ? "failed" : "waiting";

/** Why a mail did not leave, as far as the answer of the mail server tells. */
export type Trouble = "unreachable" | "sign_in" | "address" | "later" | "sender" | "other";

const signs: readonly (readonly [RegExp, Trouble])[] = [
  [/ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ECONNRESET|EAI_AGAIN|timeout/i, "unreachable"],
  [/EAUTH|Invalid login|\b53[045]\b/, "sign_in"],
  [/Mail command failed|sender/i, "sender"],
  [/\b4\d\d\b|greylist|try again/i, "later"],
  [/\b55[0-4]\b|No recipients|recipients were rejected/, "address"],
];

export const troubleOf = (error: string): Trouble =>
  signs.find(([sign]) => sign.test(error))?.[1] ?? "other";

// Someone who can read these mails could enter, or speak for an association, in the place of the person they were written to.
const opening = new Set([
  "sign_in",
  "invitation",
  "email_change",
  "personal_data",
  "association_access",
  "confirmation",
  "confirmation_reminder",
  "confirmation_campaign",
]);

/** Mails between an association and those who register: the town hall reads neither whom nor what, with or without a mail server. */
export const isPrivate = (kind: string): boolean => kind === "registration";

/** Whether a mail holds a way in that is nobody else's business. Without a mail server, the administrator hands it over. */
export const keepsSecret = (kind: string, mailServer: boolean): boolean =>
  mailServer && opening.has(kind);
