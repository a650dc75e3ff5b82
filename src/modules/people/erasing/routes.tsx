import { z } from "zod";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { shape, type Problem } from "../../../platform/http/form.ts";
import { staff } from "../../../platform/http/person.ts";
import { emailTyped } from "../email-typed.ts";
import { blankForm } from "../../../ui/index.ts";
import { actionsOf } from "../../journal/index.ts";
import { stateOf } from "../form-state.ts";
import { heldAbout } from "../mine/held.ts";
import type { Neighbours } from "../rooms.ts";
import { urls } from "../urls.ts";
import { erasePerson, rehearseErasing, type EraseOutcome, type EraseRefusal } from "./erase.ts";
import { erasingCheckPage, erasingPage } from "./pages.tsx";
import { erasedPage, unsearchedAbout } from "./unsearched.tsx";

const administrator = staff("administrator");

const emailSchema = z.object({ email: emailTyped });

/** Erasing someone who asks for it: an address, what is held with it, then for good. The address is never in an URL. */
export const erasingRoutes = ({ personalData }: Neighbours): Route[] => {
  const act = (ask: Ask, email: string, how: typeof erasePerson): Promise<EraseOutcome> =>
    how(
      ask.tx,
      { email },
      { actor: { kind: "person", id: requirePerson(ask).id }, at: ask.now, rooms: personalData },
    );

  return [
    get(urls.erasing, administrator, (ask) => showForm(ask, [])),
    post(urls.erasingCheck, administrator, async (ask) => {
      const shaped = shape(ask.t, emailSchema, ask.form, ["email"]);
      if ("problems" in shaped) return showForm(ask, shaped.problems);
      const { email } = shaped.value;
      const outcome = await act(ask, email, rehearseErasing);
      if ("refused" in outcome) return refused(ask, outcome.refused);
      const told = await heldAbout(ask.tx, { email }, { rooms: personalData, t: ask.t });
      const files = await unsearchedAbout(ask.tx, { email }, { rooms: personalData, t: ask.t });
      const seen = { email, held: outcome.erased, told, files, form: blankForm };
      return page(erasingCheckPage(ask.view, seen));
    }),
    post(urls.erasingDone, administrator, async (ask) => {
      const shaped = shape(ask.t, emailSchema, ask.form, ["email"]);
      if ("problems" in shaped) return showForm(ask, shaped.problems);
      const { email } = shaped.value;
      // Asked first: once they are erased, nothing says any more which associations were theirs.
      const files = await unsearchedAbout(ask.tx, { email }, { rooms: personalData, t: ask.t });
      const outcome = await act(ask, email, erasePerson);
      if ("refused" in outcome) return refused(ask, outcome.refused);
      const myself = outcome.personId === requirePerson(ask).id;
      if (files.length > 0 && !myself) return page(erasedPage(ask.view, files));
      return redirect(ask.view.href(myself ? "/" : urls.erasing), "people.erased");
    }),
  ];
};

const refused = (ask: Ask, why: EraseRefusal) =>
  showForm(ask, [{ field: "email", sentence: ask.t(`people:refusal.${why}`) }]);

async function showForm(ask: Ask, problems: readonly Problem[]): Promise<Answer> {
  const form = problems.length ? stateOf(ask.form, ["email"], problems) : blankForm;
  const past = await actionsOf(ask.tx, "person.erased");
  return page(erasingPage(ask.view, { form, past }), problems.length ? 422 : 200);
}
