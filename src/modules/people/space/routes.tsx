import { notFound, page, redirect } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Route } from "../../../platform/http/ask.ts";
import { signedIn } from "../../../platform/http/person.ts";
import { sessionCookie } from "../../../platform/http/security.ts";
import { idOf } from "../identifiers.ts";
import { urls } from "../urls.ts";
import type { Neighbours } from "../rooms.ts";
import { sessionsPage } from "./sessions-page.tsx";
import { spacePage } from "./pages.tsx";
import { endSession, endSessions, sessionsOf } from "./queries.ts";

/** The person's own corner: their associations, their open sessions. */
export const spaceRoutes = ({ toDoOf }: Neighbours): Route[] => [
  get(urls.space, signedIn, async (ask) =>
    page(spacePage(ask.view, requirePerson(ask), await toDoOf(ask))),
  ),
  get(urls.sessions, signedIn, async (ask) => {
    const person = requirePerson(ask);
    const sessions = await sessionsOf(ask.tx, person.id, ask.now);
    return page(sessionsPage(ask.view, { sessions, current: person.sessionId }));
  }),
  post(urls.otherSessionsEnd, signedIn, async (ask) => {
    const person = requirePerson(ask);
    await endSessions(ask.tx, person.id, person.sessionId);
    return redirect(ask.view.href(urls.sessions), "people.sessions_ended");
  }),
  post(urls.sessionEnd(":id"), signedIn, async (ask) => {
    const person = requirePerson(ask);
    const id = idOf(ask);
    if (!(await endSession(ask.tx, person.id, id))) return notFound();
    if (id !== person.sessionId)
      return redirect(ask.view.href(urls.sessions), "people.session_ended");
    const answer = redirect(ask.view.href("/"), "people.signed_out");
    const forgotten = sessionCookie(ask.house.config, "", 0);
    return { ...answer, headers: { ...answer.headers, "set-cookie": forgotten } };
  }),
];
