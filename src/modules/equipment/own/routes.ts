import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { associationMember } from "../../../platform/http/person.ts";
import type { SpaceToDo } from "../../people/index.ts";
import { blankForm } from "../../../ui/index.ts";
import { boardOf } from "../board/board.ts";
import { waitingUnits } from "../board/queries.ts";
import { photoOfLoan, photoOfUnit } from "../custody/photos.ts";
import { allocationsOf } from "../custody/queries.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { acceptLoan, cancelLoan, refuseLoan } from "../loans/decide.ts";
import { tellLoan } from "../loans/letters.ts";
import { requireLoan } from "../loans/require.ts";
import { loansOf, type Loan } from "../loans/queries.ts";
import { stockedModels } from "../models/queries.ts";
import { ownUrls } from "../urls.ts";
import { handOf, ownersOf, spaceSide } from "../who.ts";
import { askedOnePage, askedPage } from "./asked-pages.tsx";
import { ownHomePage } from "./home-page.tsx";

const ownerIds = (ask: Ask): string[] => ownersOf(ask).map(({ id }) => id);

async function home(ask: Ask): Promise<Answer> {
  const owners = ownersOf(ask);
  const models = owners.length ? await stockedModels(ask.tx) : [];
  const places = owners.length ? await lendingPlacesOf(ask.tx) : [];
  const loans = await loansOf(ask.tx, { ownerIds: ownerIds(ask), states: ["asked", "accepted", "prepared", "out"] }); // prettier-ignore
  const asked = loans.filter(waits);
  const lending = owners.map((association) => ({
    association,
    models: models.filter(({ owner }) => owner?.id === association.id),
    places: places.filter(({ ownerId }) => ownerId === association.id),
    asked: asked.filter(({ ownerId }) => ownerId === association.id).length,
  }));
  const units = owners.length ? await waitingUnits(ask.tx, ownerIds(ask)) : [];
  return page(
    ownHomePage(ask.view, lending, { board: boardOf(loans, ask.now), units, now: ask.now }),
  );
}

async function answerOne(ask: Ask, problems?: readonly Problem[]): Promise<Answer> {
  const loan = await requireLoan(ask, spaceSide);
  const units = await allocationsOf(ask.tx, [loan.id]);
  const form = problems ? formState(ask.form, problems) : blankForm;
  return page(askedOnePage(ask.view, loan, units, form), problems ? 422 : 200);
}

type Notice = "own.accepted" | "own.refused" | "handing.cancelled";
const toLoan = (ask: Ask, loan: Loan, notice?: Notice): Answer =>
  redirect(ask.view.href(ownUrls.deskLoan(loan.id)), notice);

async function accept(ask: Ask): Promise<Answer> {
  const loan = await requireLoan(ask, spaceSide);
  const by = requirePerson(ask).id;
  if (!(await acceptLoan(ask.tx, loan, null, handOf(ask), by, "association")))
    return toLoan(ask, loan);
  await tellLoan(ask, loan, "accepted");
  return toLoan(ask, loan, "own.accepted");
}

async function refuse(ask: Ask): Promise<Answer> {
  const loan = await requireLoan(ask, spaceSide);
  const words = ask.form.get("words").slice(0, 600);
  if (!words) return answerOne(ask, [{ field: "words", sentence: ask.t("own:problem.words") }]);
  const by = requirePerson(ask).id;
  if (!(await refuseLoan(ask.tx, loan, words, handOf(ask), by, "association")))
    return toLoan(ask, loan);
  await tellLoan(ask, loan, "refused", words);
  return toLoan(ask, loan, "own.refused");
}

async function cancel(ask: Ask): Promise<Answer> {
  const loan = await requireLoan(ask, spaceSide);
  // What waits for an answer is refused, with words.
  if (waits(loan) || !(await cancelLoan(ask.tx, loan, handOf(ask)))) return toLoan(ask, loan);
  await tellLoan(ask, loan, "cancelled");
  return toLoan(ask, loan, "handing.cancelled");
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
  get(ownUrls.deskLoan(":id"), associationMember, (ask) => answerOne(ask)),
  get(ownUrls.lentPhoto(":id", ":file"), associationMember, async (ask) =>
    photoOfLoan(ask, await requireLoan(ask, spaceSide)),
  ),
  get(ownUrls.unitPhoto(":tag", ":file"), associationMember, photoOfUnit),
  post(ownUrls.acceptance(":id"), associationMember, accept),
  post(ownUrls.refusal(":id"), associationMember, refuse),
  post(ownUrls.cancellation(":id"), associationMember, cancel),
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
