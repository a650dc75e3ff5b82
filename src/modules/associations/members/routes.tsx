import { act } from "../../../platform/db/database.ts";
import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { accessRoutes } from "./access-routes.tsx";
import {
  addInvitation,
  cancelInvitation,
  renewInvitation,
  waitingInvitations,
  type Invited,
} from "./invitations.ts";
import { actorOf, doors, requireAll, type Keeper } from "./keeper.ts";
import { sendAccessLink } from "./letters.ts";
import { invitePage } from "./one-pages.tsx";
import { oneRoutes } from "./one-routes.tsx";
import { membersOf, noteReview } from "./queries.ts";
import { inviteFields, inviteSchema } from "./reading.ts";
import { showPeople } from "./showing.ts";

const requireSome = (keeper: Keeper): Keeper => (keeper.may === "nothing" ? notFound() : keeper);

async function requireInvitation(ask: Ask, keeper: Keeper) {
  const waits = await waitingInvitations(ask.tx, requireSome(keeper).association.id);
  const one = waits.find(({ id }) => id === ask.params["invitation"]) ?? notFound();
  return keeper.may === "all" || one.role === "reader" ? one : notFound();
}

async function invite(ask: Ask, keeper: Keeper): Promise<Answer> {
  const again = (problems: readonly Problem[]) =>
    page(invitePage(ask.view, { keeper, form: formState(ask.form, problems) }), 422);
  const shaped = shape(ask.t, inviteSchema, ask.form, inviteFields, ["topics"]);
  if ("problems" in shaped) return again(shaped.problems);
  const { role, topics, ...who } = shaped.value;
  if (keeper.may === "readers" && role !== "reader") return notFound();
  const { association } = keeper;
  const refused = (code: "already_member" | "already_invited") =>
    again([{ field: "email", sentence: ask.t(`space:refusal.${code}`) }]);
  const members = await membersOf(ask.tx, association.id);
  if (members.some(({ email }) => email === who.email)) return refused("already_member");
  const invited: Invited = {
    associationId: association.id,
    ...who,
    role,
    topics: role === "editor" ? topics : [],
    how: keeper.side === "desk" ? "desk" : "person",
  };
  const outcome = await act(
    ask.tx,
    { association_invitation_waiting: "already_invited" } as const,
    () => addInvitation(ask.tx, invited, actorOf(keeper), ask.now),
  );
  if ("refused" in outcome) return refused(outcome.refused);
  await sendAccessLink(ask, invited, association.name, outcome.done);
  return redirect(ask.view.href(keeper.people), "space.invited");
}

/** Who looked at who has access, and when to think of it again. */
async function review(ask: Ask, keeper: Keeper): Promise<Answer> {
  const { id } = requireAll(keeper).association;
  if (ask.form.has("month")) {
    const month = Number(ask.form.get("month"));
    const known = Number.isInteger(month) && month >= 1 && month <= 12 ? month : null;
    await noteReview(ask.tx, id, { assembly_month: known });
    return redirect(ask.view.href(keeper.people), "space.month_saved");
  }
  await noteReview(ask.tx, id, { reviewed_on: dayOf(ask.now) });
  return redirect(ask.view.href(keeper.people), "space.reviewed");
}

/** The people of an association, from its space and from the desk. */
export const memberRoutes: Route[] = [
  ...accessRoutes,
  ...doors.flatMap(({ people, who, find }) => [
    get(people, who, async (ask) => showPeople(ask, await find(ask))),
    get(urls.invite(people), who, async (ask) => {
      const keeper = requireSome(await find(ask));
      return page(invitePage(ask.view, { keeper, form: blankForm }));
    }),
    post(urls.invite(people), who, async (ask) => invite(ask, requireSome(await find(ask)))),
    post(urls.inviteAgain(people, ":invitation"), who, async (ask) => {
      const keeper = await find(ask);
      const one = await requireInvitation(ask, keeper);
      const token = await renewInvitation(ask.tx, one, actorOf(keeper), ask.now);
      await sendAccessLink(ask, one, keeper.association.name, token);
      return redirect(ask.view.href(keeper.people), "space.invited_again");
    }),
    post(urls.inviteCancel(people, ":invitation"), who, async (ask) => {
      const keeper = await find(ask);
      const one = await requireInvitation(ask, keeper);
      await cancelInvitation(ask.tx, one, actorOf(keeper), ask.now);
      return redirect(ask.view.href(keeper.people), "space.invitation_cancelled");
    }),
    post(urls.review(people), who, async (ask) => review(ask, await find(ask))),
  ]),
  ...oneRoutes,
];
