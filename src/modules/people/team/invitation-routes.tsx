import { z } from "zod";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { say, shape } from "../../../platform/http/form.ts";
import { anyone, roles, staff } from "../../../platform/http/person.ts";
import { emailTyped } from "../email-typed.ts";
import { blankForm, type FormState } from "../../../ui/index.ts";
import { stateOf } from "../form-state.ts";
import { idOf } from "../identifiers.ts";
import { limited } from "../limited.ts";
import { alreadyInside, enter } from "../sign-in/entering.ts";
import { limits } from "../sign-in/rules.ts";
import { sessionTokenOf } from "../tokens.ts";
import { urls } from "../urls.ts";
import { invitationOverPage, invitedPage, invitePage } from "./invitation-pages.tsx";
import {
  acceptInvitation,
  cancelInvitation,
  invitationOfLink,
  waitingInvitation,
  type Invitation,
} from "./invitations.ts";
import { inviteAgain, inviteStaff, type From } from "./inviting.ts";

const administrator = staff("administrator");

const inviteSchema = z.object({
  name: z.string().min(1, say("people:problem.name")).max(120, say("people:problem.name_long")),
  email: emailTyped,
  roles: z.array(z.enum(roles)).min(1, say("people:problem.roles")),
});

/** Inviting someone to the team, and the page their mail leads to: GET shows, only POST accepts. */
export const invitationRoutes: Route[] = [
  get(urls.teamInvitation, administrator, (ask) => showForm(ask, blankForm)),
  post(urls.teamInvitation, administrator, async (ask) => {
    const again = (problems: { field: string; sentence: string }[]) =>
      showForm(ask, stateOf(ask.form, ["name", "email"], problems, ["roles"]), 422);
    const shaped = shape(ask.t, inviteSchema, ask.form, ["name", "email"], ["roles"]);
    if ("problems" in shaped) return again(shaped.problems);
    const outcome = await inviteStaff(ask.tx, shaped.value, fromHere(ask));
    return "refused" in outcome
      ? again([{ field: "email", sentence: ask.t(`people:refusal.${outcome.refused}`) }])
      : redirect(ask.view.href(urls.team), "people.invited");
  }),
  post(urls.invitationResend(":id"), administrator, async (ask) => {
    await inviteAgain(ask.tx, await requireInvitation(ask), fromHere(ask));
    return redirect(ask.view.href(urls.team), "people.invited_again");
  }),
  post(urls.invitationCancel(":id"), administrator, async (ask) => {
    const { id } = await requireInvitation(ask);
    await cancelInvitation(ask.tx, id, fromHere(ask).actor, ask.now);
    return redirect(ask.view.href(urls.team), "people.invitation_cancelled");
  }),
  get(urls.invitation(":token"), anyone, async (ask) => {
    const link = ask.params["token"] ?? "";
    const invitation = await invitationOfLink(ask.tx, link, ask.now);
    return invitation ? page(invitedPage(ask.view, { link, invitation })) : over(ask);
  }),
  post(urls.invitation(":token"), anyone, async (ask) => {
    const link = ask.params["token"] ?? "";
    const token = sessionTokenOf(link, ask.form.get("_key"));
    const again = await alreadyInside(ask, token, { link });
    if (again) return again;
    const tries = { kind: "code_visitor", who: ask.ip, ...limits.visitorTries };
    const tooMany = await limited(ask, tries);
    if (tooMany) return tooMany;
    const personId = await acceptInvitation(ask.tx, link, ask.now);
    return personId ? enter(ask, personId, token, undefined) : over(ask);
  }),
];

const showForm = (ask: Ask, form: FormState, status = 200): Answer =>
  page(invitePage(ask.view, { form }), status);

const requireInvitation = async (ask: Ask): Promise<Invitation> =>
  (await waitingInvitation(ask.tx, idOf(ask))) ?? notFound();

const fromHere = (ask: Ask): From => ({
  t: ask.t,
  lang: ask.lang,
  siteName: ask.tenant.view.siteName,
  origin: ask.view.origin,
  actor: { kind: "person", id: requirePerson(ask).id },
  at: ask.now,
});

const over = (ask: Ask) => page(invitationOverPage(ask.view), 410);
