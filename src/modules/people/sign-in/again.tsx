import { page, type Answer } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { blankForm } from "../../../ui/index.ts";
import type { PasskeyRefusal } from "../passkeys/rules.ts";
import type { Neighbours } from "../rooms.ts";
import { demonstrationDoors } from "./demonstration.ts";
import { signInPage } from "./pages.tsx";
import { localPath } from "./rules.ts";

/** The sign-in page again, with why another door than the mail stayed closed: the mail is always there. */
export async function signInAgain(
  ask: Ask,
  neighbours: Neighbours,
  why: PasskeyRefusal,
): Promise<Answer> {
  const form = { ...blankForm, errors: { "": ask.t(`people:refusal.${why}`) } };
  const next = localPath(ask.form.get("suite"));
  return page(
    signInPage(ask.view, { form, next, doors: await demonstrationDoors(ask, neighbours) }),
    422,
  );
}
