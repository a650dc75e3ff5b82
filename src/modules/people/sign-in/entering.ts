import { dayOf } from "../../../platform/clock.ts";
import { redirect, type Answer } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { sessionCookie } from "../../../platform/http/security.ts";
import { openSession, rolesOf } from "../queries.ts";
import { deviceOf } from "../space/devices.ts";
import { endSession } from "../space/queries.ts";
import { urls } from "../urls.ts";
import { closeOtherRequests, destinationOf, noteSeen, sessionOpenedBy } from "./queries.ts";
import { sessionDays } from "./rules.ts";

/** Opens the session of someone who proved who they are, and leads them where they were going. */
export async function enter(
  ask: Ask,
  personId: string,
  token: string,
  next: string | undefined,
): Promise<Answer> {
  const { tx, now } = ask;
  // The same browser changes hands: the session it had ends.
  if (ask.person) await endSession(tx, ask.person.id, ask.person.sessionId);
  const device = deviceOf(ask.request.headers.get("user-agent") ?? "");
  await openSession(tx, personId, token, now, sessionDays, device);
  await closeOtherRequests(tx, personId, now);
  await noteSeen(tx, personId, dayOf(now));
  return inside(ask, personId, token, next);
}

/** A form sent twice: the session it opened a moment ago, if it is still open. */
export async function alreadyInside(
  ask: Ask,
  token: string,
  secret: { link: string } | { request: string },
): Promise<Answer | undefined> {
  const personId = await sessionOpenedBy(ask.tx, token, ask.now);
  return personId ? inside(ask, personId, token, await destinationOf(ask.tx, secret)) : undefined;
}

async function inside(
  ask: Ask,
  personId: string,
  token: string,
  next: string | undefined,
): Promise<Answer> {
  const staff = (await rolesOf(ask.tx, personId)).length > 0;
  const answer = redirect(ask.view.href(next ?? (staff ? urls.desk : urls.space)));
  const cookie = sessionCookie(ask.house.config, token, sessionDays * 86_400);
  return { ...answer, headers: { ...answer.headers, "set-cookie": cookie } };
}

/** Whether a person still has something to do here once signed in. */
export const hasAccess = (roles: readonly string[], associations: readonly unknown[]): boolean =>
  roles.length > 0 || associations.length > 0;
