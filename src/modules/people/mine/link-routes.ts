import { file, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { shape } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import { queueMail } from "../../../platform/mail.ts";
import { blankForm } from "../../../ui/index.ts";
import { erasePerson, rehearseErasing, type EraseRefusal } from "../erasing/erase.ts";
import { stateOf } from "../form-state.ts";
import { limited } from "../limited.ts";
import type { Held } from "../personal-data.ts";
import type { Neighbours } from "../rooms.ts";
import { personOfEmail } from "../sign-in/queries.ts";
import { limits } from "../sign-in/rules.ts";
import { urls } from "../urls.ts";
import { emailSchema } from "./email-routes.ts";
import { erasePage } from "./erase-page.tsx";
import { asTable, heldAbout } from "./held.ts";
import { dataLetter } from "./letters.ts";
import { askedPage, heldPage, openPage, overPage, requestPage } from "./link-pages.tsx";
import { askProof, proofOf, type Proof } from "./proofs.ts";

const tokenOf = (ask: Ask) => ask.params["token"] ?? "";

/** What is held with an address, for whoever reads its mail, with or without an account. GET shows a button, POST opens. */
export const linkRoutes = ({ personalData: rooms, heldAlone }: Neighbours): Route[] => {
  const told = (ask: Ask, { email }: Proof) =>
    heldAbout(ask.tx, { email }, { rooms, t: ask.t, proven: true });
  const erasing = (ask: Ask, { email }: Proof, how: typeof erasePerson) =>
    how(ask.tx, { email }, { actor: { kind: "resident" }, at: ask.now, rooms, proven: true });
  const shown = async (ask: Ask, { email }: Proof, seen: { held?: Held[]; refused?: EraseRefusal }) => {
    const person = await personOfEmail(ask.tx, email);
    const token = tokenOf(ask);
    const body = erasePage(ask.view, {
      email,
      act: seen.held ? urls.dataErased(token) : urls.dataErasing(token),
      back: urls.dataProof(token),
      held: seen.held,
      account: false,
      alone: person ? await heldAlone(ask.tx, person.id) : [],
      refused: seen.refused,
    });
    return page(body, seen.refused ? 422 : 200);
  }; // prettier-ignore

  return [
    get(urls.dataRequest, anyone, (ask) => page(requestPage(ask.view, blankForm))),
    post(urls.dataRequest, anyone, ask),
    get(urls.dataAsked, anyone, (ask) => page(askedPage(ask.view))),
    get(urls.dataProof(":token"), anyone, async (ask) => {
      const proof = await proofOf(ask.tx, "personal_data", tokenOf(ask), ask.now);
      if (!proof) return over(ask);
      const words = {
        title: ask.t("mine:link.title"),
        words: ask.t("mine:link.words", { email: proof.email }),
        button: ask.t("mine:link.do"),
      };
      return page(openPage(ask.view, words, urls.dataProof(tokenOf(ask))));
    }),
    post(
      urls.dataProof(":token"),
      anyone,
      proven(async (ask, proof) =>
        page(
          heldPage(ask.view, {
            email: proof.email,
            token: tokenOf(ask),
            told: await told(ask, proof),
          }),
        ),
      ),
    ),
    post(
      urls.dataFile(":token"),
      anyone,
      proven(async (ask, proof) =>
        file(
          asTable(ask.t, ask.lang, await told(ask, proof)),
          "text/csv; charset=utf-8",
          "mes-donnees.csv",
        ),
      ),
    ),
    post(
      urls.dataErasing(":token"),
      anyone,
      proven(async (ask, proof) => {
        const outcome = await erasing(ask, proof, rehearseErasing);
        return shown(ask, proof, "refused" in outcome ? outcome : { held: outcome.erased });
      }),
    ),
    post(
      urls.dataErased(":token"),
      anyone,
      proven(async (ask, proof) => {
        if (ask.form.get("email") !== proof.email) return shown(ask, proof, {});
        const outcome = await erasing(ask, proof, erasePerson);
        if ("refused" in outcome) return shown(ask, proof, outcome);
        return redirect(ask.view.href(urls.privacy), "mine.erased");
      }),
    ),
  ];
};

/** An act of whoever proved to read the address; the way to another link when this one is over. */
const proven =
  (work: (ask: Ask, proof: Proof) => Promise<Answer>) =>
  async (ask: Ask): Promise<Answer> => {
    const tries = { kind: "code_visitor", who: ask.ip, ...limits.visitorTries };
    const tooMany = await limited(ask, tries);
    if (tooMany) return tooMany;
    const proof = await proofOf(ask.tx, "personal_data", tokenOf(ask), ask.now);
    return proof ? work(ask, proof) : over(ask);
  };

const over = (ask: Ask) => page(overPage(ask.view, urls.dataRequest), 410);

/** Sends a link whatever the address; nothing here says whether it is known. */
async function ask(ask: Ask): Promise<Answer> {
  const shaped = shape(ask.t, emailSchema, ask.form, ["email"]);
  if ("problems" in shaped)
    return page(requestPage(ask.view, stateOf(ask.form, ["email"], shaped.problems)), 422);
  const { email } = shaped.value;
  const tooMany = await limited(
    ask,
    { kind: "data_visitor", who: ask.ip, ...limits.visitor },
    { kind: "data_address", who: email, ...limits.address },
  );
  if (tooMany) return tooMany;
  const token = await askProof(ask.tx, { purpose: "personal_data", email, now: ask.now });
  await queueMail(ask.tx, dataLetter(ask, email, token));
  return redirect(ask.view.href(urls.dataAsked));
}
