import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState } from "../../../platform/http/form.ts";
import { associationMember } from "../../../platform/http/person.ts";
import { isUuid, type SpaceToDo } from "../../people/index.ts";
import { blankForm } from "../../../ui/index.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { acceptLoan, refuseLoan } from "../loans/decide.ts";
import { tellLoan } from "../loans/letters.ts";
import { loansOf, type Loan } from "../loans/queries.ts";
import { stockedModels } from "../models/queries.ts";
import { ownUrls } from "../urls.ts";
import { handOf, ownersOf } from "../who.ts";
import { askedOnePage, askedPage } from "./asked-pages.tsx";
import { ownHomePage } from "./home-page.tsx";

const ownerIds = (ask: Ask): string[] => ownersOf(ask).map(({ id }) => id);

async function home(ask: Ask): Promise<Answer> {
  const owners = ownersOf(ask);
  const models = owners.length ? await stockedModels(ask.tx) : [];
  const places = owners.length ? await lendingPlacesOf(ask.tx) : [];
  const asked = await loansOf(ask.tx, { ownerIds: ownerIds(ask), states: ["asked"] });
  const lending = owners.map((association) => ({
    association,
    models: models.filter(({ owner }) => owner?.id === association.id),
    places: places.filter(({ ownerId }) => ownerId === association.id),
    asked: asked.filter(({ ownerId }) => ownerId === association.id).length,
  }));
  return page(ownHomePage(ask.view, lending));
}

async function requireAsked(ask: Ask): Promise<Loan> {
  const id = ask.params["id"] ?? "";
  const [loan] = isUuid(id) ? await loansOf(ask.tx, { id, ownerIds: ownerIds(ask) }) : [];
  return loan ?? notFound();
}

const toLoan = (ask: Ask, loan: Loan, notice?: "own.accepted" | "own.refused"): Answer =>
  redirect(ask.view.href(ownUrls.askedOne(loan.id)), notice);

async function accept(ask: Ask): Promise<Answer> {
  const loan = await requireAsked(ask);
  const by = requirePerson(ask).id;
  if (!(await acceptLoan(ask.tx, loan, null, handOf(ask), by, "association")))
    return toLoan(ask, loan);
  await tellLoan(ask, loan, "accepted");
  return toLoan(ask, loan, "own.accepted");
}

async function refuse(ask: Ask): Promise<Answer> {
  const loan = await requireAsked(ask);
  const words = ask.form.get("words").slice(0, 600);
  if (!words) {
    const problem = { field: "words", sentence: ask.t("own:problem.words") };
    return page(askedOnePage(ask.view, loan, formState(ask.form, [problem])), 422);
  }
  const by = requirePerson(ask).id;
  if (!(await refuseLoan(ask.tx, loan, words, handOf(ask), by, "association")))
    return toLoan(ask, loan);
  await tellLoan(ask, loan, "refused", words);
  return toLoan(ask, loan, "own.refused");
}

const waits = (loan: Loan): boolean => loan.state === "asked";

/** What an association lends itself, and what it answers to who asks for it. */
export const ownRoutes: Route[] = [
  get(ownUrls.home, associationMember, home),
  get(ownUrls.asked, associationMember, async (ask) => {
    const loans = await loansOf(ask.tx, { ownerIds: ownerIds(ask) });
    return page(
      askedPage(ask.view, [
        ...loans.filter(waits),
        ...loans.filter((loan) => !waits(loan)).toReversed(),
      ]),
    );
  }),
  get(ownUrls.askedOne(":id"), associationMember, async (ask) =>
    page(askedOnePage(ask.view, await requireAsked(ask), blankForm)),
  ),
  post(ownUrls.acceptance(":id"), associationMember, accept),
  post(ownUrls.refusal(":id"), associationMember, refuse),
];

/** Requests that wait for the answer of somebody's associations, for the home of their space. */
export async function toAnswer(ask: Ask): Promise<SpaceToDo[]> {
  const owners = ownersOf(ask);
  if (!owners.length) return [];
  const asked = await loansOf(ask.tx, { ownerIds: ownerIds(ask), states: ["asked"] });
  return owners.flatMap(({ id, name }) => {
    const count = asked.filter(({ ownerId }) => ownerId === id).length;
    const said = { words: ask.t("own:asked", { count }), action: ask.t("own:answer") };
    return count
      ? [{ association: { id, name }, ...said, path: ownUrls.asked, icon: "tasks" as const }]
      : [];
  });
}
