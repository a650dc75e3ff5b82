import type { Ask } from "../../../platform/http/ask.ts";
import type { Message } from "../../../platform/mail.ts";
import { writeLetter, type Letter } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Known, Secrets } from "./queries.ts";
import { tokenMinutes } from "./rules.ts";

/** What every mail of the room starts from. */
export const letterhead = (ask: Ask) => ({
  t: ask.t,
  lang: ask.lang,
  siteName: ask.tenant.view.siteName,
  signature: [ask.tenant.view.siteName, ...(ask.tenant.view.phone ? [ask.tenant.view.phone] : [])],
});

/** The mail that opens the door: a code to type, or a link to open. */
export function signInLetter(ask: Ask, to: string, person: Known, secrets: Secrets): Message {
  const { t } = ask;
  const letter: Letter = {
    ...letterhead(ask),
    subject: t("people:letter.sign_in.subject", { site: ask.tenant.view.siteName }),
    greeting: t("people:letter.greeting", { name: person.name }),
    paragraphs: [
      t("people:letter.sign_in.code", {
        code: `${secrets.code.slice(0, 3)} ${secrets.code.slice(3)}`,
      }),
      t("people:letter.sign_in.link"),
    ],
    action: {
      words: t("people:letter.sign_in.action"),
      url: ask.view.origin + ask.view.href(urls.link(secrets.link)),
    },
    after: [
      t("people:letter.sign_in.lasts", { count: tokenMinutes }),
      t("people:letter.sign_in.not_you"),
    ],
  };
  return { kind: "sign_in", to, toPersonId: person.id, ...writeLetter(letter) };
}

/** The mail to an address without access: kind, and useful. */
export function noAccessLetter(ask: Ask, to: string, invited: boolean): Message {
  const { t } = ask;
  const { siteName } = ask.tenant.view;
  const letter: Letter = {
    ...letterhead(ask),
    subject: t("people:letter.sign_in.subject", { site: siteName }),
    greeting: t("people:letter.hello"),
    paragraphs: invited
      ? [t("people:letter.invited.waits"), t("people:letter.invited.again")]
      : [
          t("people:letter.no_access.why", { site: siteName }),
          t("people:letter.no_access.association"),
          t("people:letter.no_access.resident"),
        ],
    action: {
      words: t("people:letter.no_access.action"),
      url: ask.view.origin + ask.view.href(invited ? "/contact" : "/annuaire"),
    },
    after: [t("people:letter.no_access.not_you")],
  };
  return { kind: "no_access", to, ...writeLetter(letter) };
}
