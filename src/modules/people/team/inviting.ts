import { act, type Tx } from "../../../platform/db/database.ts";
import type { Lang, Translate } from "../../../platform/i18n/index.ts";
import { queueMail } from "../../../platform/mail.ts";
import { writeLetter } from "../../../ui/index.ts";
import type { Actor } from "../../journal/index.ts";
import { rolesOf } from "../queries.ts";
import { personOfEmail } from "../sign-in/queries.ts";
import { urls } from "../urls.ts";
import {
  addInvitation,
  cancelInvitation,
  renewInvitation,
  waitingInvitations,
  type Invitation,
  type Invited,
} from "./invitations.ts";
import { invitationDays, type InviteRefusal } from "./rules.ts";

/** What an invitation needs to know of where it is sent from. */
export type From = {
  t: Translate;
  lang: Lang;
  siteName: string;
  /** Public origin of the commune's site, without trailing slash. */
  origin: string;
  actor: Actor;
  at: Date;
};

export type InviteOutcome = { link: string } | { refused: InviteRefusal };

/**
 * Invites someone to work on the site: the invitation, its mail, its line of history. Gives the absolute link, valid
 * 7 days, for the operator's terminal. Roles are given when the link is accepted. With `again`, someone already invited
 * or already in gets a new link: the operator's way to let them back in when no mail leaves.
 */
export async function inviteStaff(
  tx: Tx,
  invited: Invited,
  from: From,
  { again = false } = {},
): Promise<InviteOutcome> {
  const wanted = {
    ...invited,
    name: invited.name.trim(),
    email: invited.email.trim().toLowerCase(),
  };
  if (again) await cancelInvitationsOf(tx, wanted.email, from.actor, from.at);
  const known = await personOfEmail(tx, wanted.email);
  if (!again && known && (await rolesOf(tx, known.id)).length > 0)
    return { refused: "already_staff" };
  const outcome = await act(tx, { staff_invitation_waiting: "already_invited" }, () =>
    addInvitation(tx, wanted, from.actor, from.at),
  );
  if ("refused" in outcome) return outcome;
  return { link: await sendInvitation(tx, wanted, outcome.done, from) };
}

async function cancelInvitationsOf(tx: Tx, email: string, actor: Actor, at: Date): Promise<void> {
  for (const invitation of await waitingInvitations(tx))
    if (invitation.email === email) await cancelInvitation(tx, invitation.id, actor, at);
}

/** Sends a waiting invitation again, with a new link. */
export const inviteAgain = async (tx: Tx, invitation: Invitation, from: From): Promise<string> =>
  sendInvitation(
    tx,
    invitation,
    await renewInvitation(tx, invitation.id, from.actor, from.at),
    from,
  );

async function sendInvitation(tx: Tx, to: Invited, token: string, from: From): Promise<string> {
  const { t, lang, siteName } = from;
  const path = urls.invitation(token);
  const link = from.origin + (lang === "fr" ? path : `/${lang}${path}`);
  const roles = to.roles.map((role) => t(`people:role.${role}`)).join(", ");
  await queueMail(tx, {
    kind: "invitation",
    to: to.email,
    ...writeLetter({
      t,
      lang,
      siteName,
      subject: t("people:letter.invitation.subject", { site: siteName }),
      greeting: t("people:letter.greeting", { name: to.name }),
      paragraphs: [
        t("people:letter.invitation.why", { site: siteName }),
        t("people:letter.invitation.roles", { roles }),
      ],
      action: { words: t("people:letter.invitation.action"), url: link },
      after: [
        t("people:letter.invitation.lasts", { count: invitationDays }),
        t("people:letter.invitation.after"),
      ],
      signature: [siteName],
    }),
  });
  return link;
}
