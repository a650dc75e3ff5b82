import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape } from "../../../platform/http/form.ts";
import { associationMember } from "../../../platform/http/person.ts";
import { mayDo } from "../../associations/index.ts";
import { blankForm, type FormState } from "../../../ui/index.ts";
import { newsTexts } from "../codes.ts";
import { proposalSchema } from "../desk/reading.ts";
import { handOf } from "../desk/who.ts";
import { newsOf } from "../record/queries.ts";
import { addNews } from "../record/write.ts";
import { urls } from "../urls.ts";
import { proposingPage } from "./page.tsx";

const memberIn = (ask: Ask) => {
  const id = ask.params["id"] ?? "";
  return requirePerson(ask).associations.find((one) => one.id === id) ?? notFound();
};

async function answer(ask: Ask, form: FormState = blankForm): Promise<Answer> {
  const association = memberIn(ask);
  const items = await newsOf(ask.tx, { proposedBy: association.id });
  const writes = mayDo(association, "listing");
  const wrong = Object.keys(form.errors).length > 0;
  return page(proposingPage(ask.view, { association, items, writes, form }), wrong ? 422 : 200);
}

export const proposingRoutes: Route[] = [
  get(urls.space(":id"), associationMember, (ask) => answer(ask)),
  post(urls.space(":id"), associationMember, async (ask) => {
    const association = memberIn(ask);
    if (!mayDo(association, "listing")) return notFound();
    const read = shape(ask.t, proposalSchema, ask.form, newsTexts);
    if ("problems" in read) return answer(ask, formState(ask.form, read.problems));
    const texts = { ...read.value, support: null };
    const proposal = { kind: "initiative", state: "proposed", proposedBy: association.id } as const;
    await addNews(ask.tx, { ...proposal, ...texts }, handOf(ask));
    return redirect(ask.view.href(urls.space(association.id)), "newsdesk.proposed");
  }),
];
