import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { addBookable, changeBookable } from "../booking/bookables.ts";
import { requireBookableOf } from "../booking/routes.ts";
import { urls } from "../urls.ts";
import { readTerms, termsTyped, usualTerms } from "./reading.ts";
import { termsPage } from "./terms-page.tsx";
import { byOf, keepers, requirePlace } from "./who.ts";

async function answerTerms(ask: Ask, problems?: readonly Problem[]): Promise<Answer> {
  const place = await requirePlace(ask);
  const bookable = ask.params["bookable"] ? await requireBookableOf(ask, place.id) : undefined;
  const form = problems
    ? formState(ask.form, problems)
    : { ...blankForm, values: termsTyped(bookable ?? usualTerms) };
  return page(termsPage(ask.view, { place, bookable, form }), problems ? 422 : 200);
}

async function saveTerms(ask: Ask): Promise<Answer> {
  const place = await requirePlace(ask);
  const read = readTerms(ask.t, ask.form);
  if ("problems" in read) return answerTerms(ask, read.problems);
  const outcome = ask.params["bookable"]
    ? await changeBookable(ask.tx, await requireBookableOf(ask, place.id), read.value, byOf(ask))
    : await addBookable(ask.tx, place.id, read.value, byOf(ask));
  if ("refused" in outcome) {
    const field = outcome.refused === "name_taken" ? "name" : "units";
    return answerTerms(ask, [
      { field, sentence: ask.t(`resourcedesk:problem.${outcome.refused}`) },
    ]);
  }
  return redirect(ask.view.href(urls.place(place.id)), "resourcedesk.saved");
}

export const termsRoutes: Route[] = [
  get(urls.addBookable(":id"), keepers, (ask) => answerTerms(ask)),
  post(urls.addBookable(":id"), keepers, saveTerms),
  get(urls.bookableTerms(":id", ":bookable"), keepers, (ask) => answerTerms(ask)),
  post(urls.bookableTerms(":id", ":bookable"), keepers, saveTerms),
];
