import { z } from "zod";
import { act } from "../../../platform/db/database.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { shape, type Problem } from "../../../platform/http/form.ts";
import { anyone, signedIn } from "../../../platform/http/person.ts";
import { queueMail } from "../../../platform/mail.ts";
import { emailTyped } from "../email-typed.ts";
import { blankForm } from "../../../ui/index.ts";
import { record } from "../../journal/index.ts";
import { stateOf } from "../form-state.ts";
import { limited } from "../limited.ts";
import { closeOtherRequests, personOfEmail } from "../sign-in/queries.ts";
import { limits } from "../sign-in/rules.ts";
import { endSessions } from "../space/queries.ts";
import { urls } from "../urls.ts";
import { newAddressLetter, oldAddressLetter } from "./letters.ts";
import { openPage, overPage } from "./link-pages.tsx";
import { emailPage } from "./pages.tsx";
import { askProof, proofOf, useProof, type Proof } from "./proofs.ts";
import { ownOf, saveOwn } from "./queries.ts";

export const emailSchema = z.object({ email: emailTyped });

const shown = (ask: Ask, problems: readonly Problem[] = []): Answer => {
  const form = problems.length ? stateOf(ask.form, ["email"], problems) : blankForm;
  const { email } = requirePerson(ask);
  return page(emailPage(ask.view, { form, email }), problems.length ? 422 : 200);
};

/** Another address for an account: asked for, then proven by a link only its reader has. GET shows, POST takes it. */
export const emailRoutes: Route[] = [
  get(urls.mineEmail, signedIn, (ask) => shown(ask)),
  post(urls.mineEmail, signedIn, async (ask) => {
    const shaped = shape(ask.t, emailSchema, ask.form, ["email"]);
    if ("problems" in shaped) return shown(ask, shaped.problems);
    const { id, name, email: old } = requirePerson(ask);
    const { email } = shaped.value;
    if (email === old) return shown(ask, [{ field: "email", sentence: ask.t("mine:email.same") }]);
    const tooMany = await limited(
      ask,
      { kind: "email_change", who: id, ...limits.address },
      { kind: "sign_in_address", who: email, ...limits.address },
    );
    if (tooMany) return tooMany;
    // The answer is the same when the address has an account: who has one is nobody else's business.
    const token = await askProof(ask.tx, { purpose: "email_change", email, personId: id, now: ask.now }); // prettier-ignore
    await queueMail(ask.tx, newAddressLetter(ask, email, name, token));
    return redirect(ask.view.href(urls.mine), "mine.email_asked");
  }),
  get(urls.emailProof(":token"), anyone, async (ask) => {
    const proof = await asked(ask);
    if (!proof) return over(ask);
    const { t } = ask;
    const words = {
      title: t("mine:email.title"),
      words: t("mine:email.confirmWords", { email: proof.email }),
      button: t("mine:email.confirm"),
    };
    return page(openPage(ask.view, words, urls.emailProof(ask.params["token"] ?? "")));
  }),
  post(urls.emailProof(":token"), anyone, async (ask) => {
    const tries = { kind: "code_visitor", who: ask.ip, ...limits.visitorTries };
    const tooMany = await limited(ask, tries);
    if (tooMany) return tooMany;
    const proof = await asked(ask);
    return proof?.personId ? take(ask, proof, proof.personId) : over(ask);
  }),
];

const asked = (ask: Ask) => proofOf(ask.tx, "email_change", ask.params["token"] ?? "", ask.now);

const over = (ask: Ask) => page(overPage(ask.view, urls.mineEmail), 410);

async function take(ask: Ask, proof: Proof, id: string): Promise<Answer> {
  const { tx, now } = ask;
  if (await personOfEmail(tx, proof.email)) return taken(ask);
  const before = await ownOf(tx, id);
  const outcome = await act(tx, { person_email_unique: "taken" } as const, () =>
    saveOwn(tx, id, { email: proof.email }),
  );
  if ("refused" in outcome) return taken(ask);
  await useProof(tx, proof.id, now);
  // Whoever held the old box holds no door any more.
  await closeOtherRequests(tx, id, now);
  await endSessions(tx, id, ask.person?.id === id ? ask.person.sessionId : undefined);
  await record(tx, {
    actor: { kind: "person", id },
    at: now,
    subject: { kind: "person", id },
    action: "person.edited",
    personal: [{ about: { kind: "person", id }, field: "email", old: before.email, new: proof.email }],
  }); // prettier-ignore
  await queueMail(tx, oldAddressLetter(ask, before.email, before.name));
  return redirect(ask.view.href(ask.person?.id === id ? urls.mine : urls.signIn), "mine.email_changed"); // prettier-ignore
}

const taken = (ask: Ask): Answer =>
  page(
    openPage(
      ask.view,
      {
        title: ask.t("mine:email.title"),
        words: ask.t("mine:email.taken"),
        button: ask.t("mine:email.confirm"),
      },
      urls.emailProof(ask.params["token"] ?? ""),
    ),
    422,
  );
