import { z } from "zod";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, say, shape } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import {
  alreadyInside,
  enter,
  limited,
  limits,
  peopleUrls,
  rolesOf,
  sessionTokenOf,
} from "../../people/index.ts";
import { settleHandovers } from "../handover/settling.ts";
import { associationNames } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { accessOverPage, accessPage } from "./access-pages.tsx";
import { acceptInvitation, invitationOf } from "./accepting.ts";
import type { Invitation } from "./invitations.ts";
import { tellOwners } from "./letters.ts";

const nameSchema = z.object({
  name: z.string().min(1, say("claiming:problem.name")).max(120, say("claiming:problem.long")),
});

const over = (ask: Ask) => page(accessOverPage(ask.view), 410);

const nameOf = async (ask: Ask, { associationId }: Invitation): Promise<string> =>
  (await associationNames(ask.tx, [associationId]))[0]?.name ?? notFound();

/** Where every invitation and claim leads. Mail scanners open every link: GET shows, only POST opens the door. */
export const accessRoutes: Route[] = [
  get(urls.access(":token"), anyone, async (ask) => {
    const token = ask.params["token"] ?? "";
    const invitation = await invitationOf(ask.tx, token, ask.now);
    if (!invitation) return over(ask);
    const form = { values: { name: invitation.name ?? "" }, errors: {} };
    const association = await nameOf(ask, invitation);
    return page(accessPage(ask.view, { token, invitation, association, form }));
  }),

  post(urls.access(":token"), anyone, async (ask) => {
    const token = ask.params["token"] ?? "";
    const session = sessionTokenOf(token, ask.form.get("_key"));
    const again = await alreadyInside(ask, session, { link: token });
    if (again) return again;
    const tooMany = await limited(ask, {
      kind: "code_visitor",
      who: ask.ip,
      ...limits.visitorTries,
    });
    if (tooMany) return tooMany;
    return accept(ask, token, session);
  }),
];

async function accept(ask: Ask, token: string, session: string): Promise<Answer> {
  const invitation = await invitationOf(ask.tx, token, ask.now);
  if (!invitation) return over(ask);
  const association = await nameOf(ask, invitation);
  const shaped = shape(ask.t, nameSchema, ask.form, ["name"]);
  if ("problems" in shaped) {
    const form = formState(ask.form, shaped.problems);
    return page(accessPage(ask.view, { token, invitation, association, form }), 422);
  }
  const { name } = shaped.value;
  const accepted = await acceptInvitation(ask.tx, token, name, ask.now);
  if (!accepted) return over(ask);
  const { associationId: id, role } = invitation;
  const t = ask.house.words("fr");
  const known = { id, name: association };
  const sentence = t("claiming:letter.people.joined", {
    person: name,
    email: invitation.email,
    role: t(`claiming:roleName.${role}`).toLowerCase(),
    name: association,
  });
  await tellOwners(ask, known, sentence, [accepted.personId]);
  await settleHandovers(ask.tx, ask.now, id);
  // A link of two weeks gives an association, never the town hall: an agent signs in as usual.
  if ((await rolesOf(ask.tx, accepted.personId)).length > 0)
    return redirect(ask.view.href(peopleUrls.signIn), "claiming.agent_joined");
  const inside = await enter(ask, accepted.personId, session, urls.spaceListing(id));
  const { location = "" } = inside.headers;
  const welcomed = redirect(location, "claiming.welcome");
  return { ...inside, headers: { ...inside.headers, ...welcomed.headers } };
}
