import { page } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { limited } from "../limited.ts";
import { rolesOf } from "../queries.ts";
import type { Neighbours } from "../rooms.ts";
import { sessionTokenOf } from "../tokens.ts";
import { urls } from "../urls.ts";
import { alreadyInside, enter, hasAccess } from "./entering.ts";
import { linkOverPage, linkPage } from "./link-pages.tsx";
import { emailOfLink, useLink } from "./queries.ts";
import { limits } from "./rules.ts";

/** The link of the mail. Mail scanners open every link: GET shows a button, only POST opens the door. */
export const linkRoutes = (neighbours: Neighbours): Route[] => [
  get(urls.link(":token"), anyone, async (ask) => {
    const link = ask.params["token"] ?? "";
    const email = await emailOfLink(ask.tx, link, ask.now);
    return email ? page(linkPage(ask.view, { link, email })) : over(ask);
  }),
  post(urls.link(":token"), anyone, async (ask) => {
    const link = ask.params["token"] ?? "";
    const token = sessionTokenOf(link, ask.form.get("_key"));
    const again = await alreadyInside(ask, token, { link });
    if (again) return again;
    const tries = { kind: "code_visitor", who: ask.ip, ...limits.visitorTries };
    const tooMany = await limited(ask, tries);
    if (tooMany) return tooMany;
    const opening = await useLink(ask.tx, link, ask.now);
    if (!opening) return over(ask);
    const roles = await rolesOf(ask.tx, opening.personId);
    if (!hasAccess(roles, await neighbours.associationsOf(ask.tx, opening.personId)))
      return over(ask);
    return enter(ask, opening.personId, token, opening.next);
  }),
];

const over = (ask: Ask) => page(linkOverPage(ask.view), 410);
