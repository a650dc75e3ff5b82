import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { staff } from "../../../platform/http/person.ts";
import { allowingLetters, letterHeaders } from "../../../platform/http/security.ts";
import { sendSoon } from "../../../platform/mail.ts";
import { idOf } from "../identifiers.ts";
import { urls } from "../urls.ts";
import { mailPage } from "./mail-page.tsx";
import { outboxPage } from "./pages.tsx";
import { mailById, mailsPerPage, outgoingMails, type Mail } from "./queries.ts";
import { isPrivate, keepsSecret } from "./rules.ts";

const administrator = staff("administrator");

/** The mails the site writes, and what became of them. */
export const outboxRoutes: Route[] = [
  get(urls.outbox, administrator, async (ask) => {
    const wanted = Math.max(
      1,
      Math.min(10_000, Number.parseInt(ask.query.get("page") ?? "1") || 1),
    );
    const { mails, total } = await outgoingMails(ask.tx, wanted);
    const pages = Math.max(1, Math.ceil(total / mailsPerPage));
    if (wanted > pages) return notFound();
    const seen = { mails, total, page: wanted, pages, mailServer: mailServer(ask) };
    return page(outboxPage(ask.view, seen));
  }),
  get(urls.mail(":id"), administrator, async (ask) => showMail(ask, await requireMail(ask))),
  get(urls.mailLook(":id"), administrator, async (ask) => {
    const mail = await requireMail(ask);
    if (!mail.html || isPrivate(mail.kind) || keepsSecret(mail.kind, mailServer(ask)))
      return notFound();
    return { ...page(mail.html), headers: letterHeaders };
  }),
  post(urls.mailSending(":id"), administrator, async (ask) => {
    const mail = await requireMail(ask);
    if (!mailServer(ask)) return showMail(ask, mail, ask.t("people:refusal.no_mail_server"));
    if (mail.sentAt) return showMail(ask, mail, ask.t("people:refusal.already_sent"));
    await sendSoon(ask.tx, mail.id);
    return redirect(ask.view.href(urls.mail(mail.id)), "people.sent_again");
  }),
];

const showMail = (ask: Ask, mail: Mail, refusal?: string): Answer => {
  const answer = page(
    mailPage(ask.view, {
      mail,
      mailServer: mailServer(ask),
      secret: keepsSecret(mail.kind, mailServer(ask)),
      refusal,
    }),
    refusal ? 422 : 200,
  );
  return allowingLetters(answer);
};

const mailServer = (ask: Ask): boolean => ask.house.config.smtpUrl !== undefined;

const requireMail = async (ask: Ask): Promise<Mail> =>
  (await mailById(ask.tx, idOf(ask))) ?? notFound();
