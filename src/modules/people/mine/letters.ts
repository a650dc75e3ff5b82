import type { Ask } from "../../../platform/http/ask.ts";
import type { Message } from "../../../platform/mail.ts";
import { writeLetter } from "../../../ui/index.ts";
import { letterhead } from "../sign-in/letters.ts";
import { urls } from "../urls.ts";
import { proofMinutes } from "./proofs.ts";

const link = (ask: Ask, path: string) => ask.view.origin + ask.view.href(path);

/** To an address somebody says is theirs: the link to what is held with it. The same whether something is held or not. */
export const dataLetter = (ask: Ask, to: string, token: string): Message => ({
  kind: "personal_data",
  to,
  ...writeLetter({
    ...letterhead(ask),
    subject: ask.t("mine:letter.data.subject", { site: ask.tenant.view.siteName }),
    greeting: ask.t("people:letter.hello"),
    paragraphs: [ask.t("mine:letter.data.words")],
    action: { words: ask.t("mine:letter.data.action"), url: link(ask, urls.dataProof(token)) },
    after: [
      ask.t("mine:letter.lasts", { count: proofMinutes }),
      ask.t("people:letter.sign_in.not_you"),
    ],
  }),
});

/** To the new address of an account: the link that takes it. */
export const newAddressLetter = (ask: Ask, to: string, name: string, token: string): Message => ({
  kind: "email_change",
  to,
  ...writeLetter({
    ...letterhead(ask),
    subject: ask.t("mine:letter.email.subject", { site: ask.tenant.view.siteName }),
    greeting: ask.t("people:letter.greeting", { name }),
    paragraphs: [ask.t("mine:letter.email.words")],
    action: { words: ask.t("mine:letter.email.action"), url: link(ask, urls.emailProof(token)) },
    after: [
      ask.t("mine:letter.lasts", { count: proofMinutes }),
      ask.t("people:letter.sign_in.not_you"),
    ],
  }),
});

/** To the address an account had: it enters no more with it. */
export const oldAddressLetter = (ask: Ask, to: string, name: string): Message => ({
  kind: "email_changed",
  to,
  ...writeLetter({
    ...letterhead(ask),
    subject: ask.t("mine:letter.changed.subject", { site: ask.tenant.view.siteName }),
    greeting: ask.t("people:letter.greeting", { name }),
    paragraphs: [ask.t("mine:letter.changed.words"), ask.t("mine:letter.changed.not_you")],
    action: { words: ask.t("mine:letter.changed.action"), url: link(ask, urls.contact) },
  }),
});
