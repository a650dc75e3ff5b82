import { page, type Answer } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { blankForm, type FormState } from "../../../ui/index.ts";
import type { PasskeyRefusal } from "../passkeys/rules.ts";
import type { ProviderRefusal } from "../provider/rules.ts";
import type { Neighbours } from "../rooms.ts";
import { demonstrationDoors } from "./demonstration.ts";
import { signInPage } from "./pages.tsx";
import { localPath } from "./rules.ts";

type Shown = { form?: FormState; closed?: string; next: string | undefined };

/** The sign-in page, with every door there is here. */
export async function showSignIn(
  ask: Ask,
  neighbours: Neighbours,
  shown: Shown,
  status = 200,
): Promise<Answer> {
  const doors = await demonstrationDoors(ask, neighbours);
  const provider = ask.house.config.identityProvider?.name;
  return page(signInPage(ask.view, { form: blankForm, ...shown, doors, provider }), status);
}

/** The same, with why another door than the mail stayed closed: the mail is always there. */
export function signInAgain(
  ask: Ask,
  neighbours: Neighbours,
  why: PasskeyRefusal | ProviderRefusal,
): Promise<Answer> {
  const provider = ask.house.config.identityProvider?.name ?? "";
  const closed = ask.t(`people:refusal.${why}`, { provider });
  return showSignIn(ask, neighbours, { closed, next: localPath(ask.form.get("suite")) }, 422);
}
