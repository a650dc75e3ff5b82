import { z } from "zod";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { say, shape } from "../../../platform/http/form.ts";
import { roles, staff, type Role } from "../../../platform/http/person.ts";
import { blankForm, type FormState } from "../../../ui/index.ts";
import { stateOf } from "../form-state.ts";
import { idOf } from "../identifiers.ts";
import { urls } from "../urls.ts";
import { invitationRoutes } from "./invitation-routes.tsx";
import { waitingInvitations } from "./invitations.ts";
import { memberPage, removalPage } from "./member-pages.tsx";
import { teamPage } from "./pages.tsx";
import { changeRoles, memberById, removeAccess, team, type Member } from "./queries.ts";

const administrator = staff("administrator");

const rolesSchema = z.object({
  roles: z.array(z.enum(roles)).min(1, say("people:problem.roles")),
});

/** Who works for the commune here, and what each may do. */
export const teamRoutes: Route[] = [
  get(urls.team, administrator, async (ask) => {
    const seen = {
      members: await team(ask.tx),
      invitations: await waitingInvitations(ask.tx),
      now: ask.now,
    };
    return page(teamPage(ask.view, seen));
  }),
  ...invitationRoutes,
  get(urls.teamMember(":id"), administrator, async (ask) => {
    const member = await requireMember(ask);
    return showMember(ask, member, { values: { roles: member.roles }, errors: {} });
  }),
  post(urls.teamMember(":id"), administrator, async (ask) => {
    const member = await requireMember(ask);
    const shaped = shape(ask.t, rolesSchema, ask.form, [], ["roles"]);
    if ("problems" in shaped)
      return showMember(ask, member, stateOf(ask.form, [], shaped.problems, ["roles"]), 422);
    const wanted = shaped.value.roles;
    const outcome = await changeRoles(ask.tx, change(ask, member), wanted);
    if ("refused" in outcome) {
      const problem = { field: "roles", sentence: ask.t(`people:refusal.${outcome.refused}`) };
      return showMember(ask, member, stateOf(ask.form, [], [problem], ["roles"]), 422);
    }
    return done(ask, member, wanted, "people.roles_changed");
  }),
  get(urls.teamRemoval(":id"), administrator, async (ask) =>
    showRemoval(ask, await requireMember(ask), blankForm),
  ),
  post(urls.teamRemoval(":id"), administrator, async (ask) => {
    const member = await requireMember(ask);
    const outcome = await removeAccess(ask.tx, change(ask, member));
    if (!("refused" in outcome)) return done(ask, member, [], "people.access_removed");
    const sentence = ask.t(`people:refusal.${outcome.refused}`);
    return showRemoval(ask, member, { values: {}, errors: { "": sentence } }, 422);
  }),
];

const showMember = (ask: Ask, member: Member, form: FormState, status = 200): Answer =>
  page(memberPage(ask.view, { member, form }), status);
const showRemoval = (ask: Ask, member: Member, form: FormState, status = 200): Answer =>
  page(removalPage(ask.view, { member, form }), status);

const requireMember = async (ask: Ask): Promise<Member> =>
  (await memberById(ask.tx, idOf(ask))) ?? notFound();

const change = (ask: Ask, member: Member) => ({
  personId: member.id,
  actor: { kind: "person" as const, id: requirePerson(ask).id },
  at: ask.now,
});

/** Back to the team; someone who has just closed the door on themselves goes home instead. */
function done(ask: Ask, member: Member, left: readonly Role[], notice: string): Answer {
  const myself = member.id === requirePerson(ask).id && !left.includes("administrator");
  return redirect(ask.view.href(myself ? "/" : urls.team), notice);
}
