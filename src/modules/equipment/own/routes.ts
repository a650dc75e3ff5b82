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
import { acceptLoan, cancelLoan, mayBe, refuseLoan } from "../loans/decide.ts";
import { tellLoan } from "../loans/letters.ts";
import { requireLoan } from "../loans/require.ts";
import { loansOf, type Loan } from "../loans/queries.ts";
import { writtenOf } from "../reminding/queries.ts";
import { shortagesOf } from "../reminding/lacks.ts";
import { stockedModels } from "../models/queries.ts";
import { ownUrls } from "../urls.ts";
import { loansToCall } from "../waiting/calls.ts";
import { waitSeen, type WaitWrong } from "../waiting/accepting.ts";
import { waitsCount } from "../waiting/queries.ts";
import { handOf, ownersOf, spaceSide } from "../who.ts";
import { askedOnePage, askedPage } from "./asked-pages.tsx";
import { ownHomePage } from "./home-page.tsx";

const ownerIds = (ask: Ask): string[] => ownersOf(ask).map(({ id }) => id);

async function home(ask: Ask): Promise<Answer> {
  const owners = ownersOf(ask);
  const models = owners.length ? await stockedModels(ask.tx) : [];
  const places = owners.length ? await lendingPlacesOf(ask.tx) : [];
  const loans = await loansOf(ask.tx, { ownerIds: ownerIds(ask), states: running });
  const asked = loans.filter(waits);
  const lending = owners.map((association) => ({
    association,
    models: models.filter(({ owner }) => owner?.id === association.id),
    places: places.filter(({ ownerId }) => ownerId === association.id),
    asked: asked.filter(({ ownerId }) => ownerId === association.id).length,
  }));
  const units = owners.length ? await waitingUnits(ask.tx, ownerIds(ask)) : [];
  const mine = new Set(lending.flatMap((one) => one.models.map(({ id }) => id)));
  const short = owners.length ? await shortagesOf(ask.tx, ask.now) : [];
  return page(
    ownHomePage(ask.view, lending, {
      board: boardOf(loans, ask.now),
      units,
      short: short.filter(({ modelId }) => mine.has(modelId)),
      waiting: owners.length ? await waitsCount(ask.tx, ownerIds(ask)) : 0,
      now: ask.now,
    }),
  );
}

/** One loan of what is lent by somebody's associations, with what is wrong when something was done. */
export async function answerOne(
  ask: Ask,
  problems?: readonly Problem[],
  wrong?: WaitWrong,
): Promise<Answer> {
  const loan = await requireLoan(ask, spaceSide);
  const units = await allocationsOf(ask.tx, [loan.id]);
  const written = await writtenOf(ask.tx, loan, ask.now);
  const form = problems ? formState(ask.form, problems) : blankForm;
  const seen = loan.state === "waiting" || wrong ? await waitSeen(ask, loan, wrong) : undefined;
  const waiting = seen && (problems?.length ? { ...seen, form } : seen);
  return page(askedOnePage(ask.view, { loan, units, written, waiting }, form), problems ? 422 : 200); // prettier-ignore
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
  // What waits for an answer, or on the list, is refused with words.
  if (!mayBe.givenUp(loan.state) || !(await cancelLoan(ask.tx, loan, handOf(ask))))
    return toLoan(ask, loan);
  await tellLoan(ask, loan, "cancelled");
  return toLoan(ask, loan, "handing.cancelled");
}

/** What there is still something to do about. */
const running = ["asked", "accepted", "prepared", "out"] as const;

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

/** What waits for somebody's associations, for the home of their space: requests to answer, who is to be called, and the gestures of the day. */
export async function toAnswer(ask: Ask): Promise<SpaceToDo[]> {
  const owners = ownersOf(ask);
  if (!owners.length) return [];
  const loans = await loansOf(ask.tx, { ownerIds: ownerIds(ask), states: running });
  const waiting: SpaceToDo[] = [];
  for (const { id, name } of owners) {
    const mine = loans.filter(({ ownerId }) => ownerId === id);
    const asked = mine.filter(waits).length;
    const { late, toHandOver, due } = boardOf(mine, ask.now);
    const units = await waitingUnits(ask.tx, [id]);
    const toCheck = units.filter(({ state }) => state === "to_check").length;
    const toDo = late.length + toHandOver.length + due.length + toCheck;
    const toCall = (await loansToCall(ask.tx, ask.now, { ownerIds: [id] })).length;
    const one = { association: { id, name }, icon: "tasks" as const };
    if (asked) waiting.push({ ...one, words: ask.t("own:asked", { count: asked }), action: ask.t("own:answer"), path: ownUrls.asked }); // prettier-ignore
    if (toCall) waiting.push({ ...one, words: ask.t("own:toCall", { count: toCall }), action: ask.t("own:see"), path: ownUrls.waits }); // prettier-ignore
    if (toDo) waiting.push({ ...one, words: ask.t("own:toDo", { count: toDo }), action: ask.t("own:see"), path: ownUrls.home }); // prettier-ignore
  }
  return waiting;
}
