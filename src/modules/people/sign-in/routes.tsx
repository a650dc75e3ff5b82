import { z } from "zod";
import { page, redirect } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { shape } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import { sessionCookie } from "../../../platform/http/security.ts";
import { queueMail } from "../../../platform/mail.ts";
import { emailTyped } from "../email-typed.ts";
import { stateOf } from "../form-state.ts";
import { limited } from "../limited.ts";
import { leftPage } from "../provider/pages.tsx";
import { exitOfSession } from "../provider/queries.ts";
import { rolesOf } from "../queries.ts";
import type { Neighbours } from "../rooms.ts";
import { endSession } from "../space/queries.ts";
import { urls } from "../urls.ts";
import { showSignIn } from "./again.tsx";
import { codeRoutes } from "./code-routes.tsx";
import { demonstrationRoutes } from "./demonstration.ts";
import { hasAccess } from "./entering.ts";
import { noAccessLetter, signInLetter } from "./letters.ts";
import { linkRoutes } from "./link-routes.tsx";
import { askToSignIn, invitationWaits, personOfEmail } from "./queries.ts";
import { limits, localPath } from "./rules.ts";

const emailSchema = z.object({ email: emailTyped });

// No person has it: an unknown address asks the database the same questions as a known one.
const nobody = "00000000-0000-0000-0000-000000000000";

/** Signing in by mail, leaving, and entering the demonstration. */
export const signInRoutes = (neighbours: Neighbours): Route[] => [
  get(urls.signIn, anyone, (ask) =>
    showSignIn(ask, neighbours, { next: localPath(ask.query.get("suite") ?? "") }),
  ),
  post(urls.signIn, anyone, async (ask) => {
    const next = localPath(ask.form.get("suite"));
    const shaped = shape(ask.t, emailSchema, ask.form, ["email"]);
    if ("problems" in shaped) {
      const form = stateOf(ask.form, ["email"], shaped.problems);
      return showSignIn(ask, neighbours, { form, next }, 422);
    }
    const { email } = shaped.value;
    const tooMany = await limited(
      ask,
      { kind: "sign_in_visitor", who: ask.ip, ...limits.visitor },
      { kind: "sign_in_address", who: email, ...limits.address },
    );
    return (
      tooMany ??
      redirect(ask.view.href(urls.codeOf(await sendTheMail(ask, neighbours, email, next))))
    );
  }),
  post(urls.signOut, anyone, async (ask) => {
    const address = ask.person && (await exitOfSession(ask.tx, ask.person.sessionId));
    if (ask.person) await endSession(ask.tx, ask.person.id, ask.person.sessionId);
    const provider = ask.house.config.identityProvider?.name;
    const answer =
      address && provider
        ? page(leftPage({ ...ask.view, person: undefined }, { provider, address }))
        : redirect(ask.view.href("/"), "people.signed_out");
    const forgotten = sessionCookie(ask.house.config, "", 0);
    return { ...answer, headers: { ...answer.headers, "set-cookie": forgotten } };
  }),
  ...demonstrationRoutes(neighbours),
  ...codeRoutes(neighbours),
  ...linkRoutes(neighbours),
];

/** Sends a way in, or a kind explanation; the work and the answer are the same. Gives the browser's secret. */
async function sendTheMail(
  ask: Ask,
  neighbours: Neighbours,
  email: string,
  next: string | undefined,
): Promise<string> {
  const { tx, now } = ask;
  const found = await personOfEmail(tx, email);
  const roles = await rolesOf(tx, found?.id ?? nobody);
  const associations = await neighbours.associationsOf(tx, found?.id ?? nobody);
  const invited = await invitationWaits(tx, email, now);
  const person = hasAccess(roles, associations) ? found : undefined;
  const secrets = await askToSignIn(tx, { email, personId: person?.id, next, now });
  await queueMail(
    tx,
    person ? signInLetter(ask, email, person, secrets) : noAccessLetter(ask, email, invited),
  );
  return secrets.request;
}
