import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { associationMember } from "../../../platform/http/person.ts";
import { isUuid } from "../../people/index.ts";
import { photoOfLoan } from "../custody/photos.ts";
import { allocationsOf } from "../custody/queries.ts";
import { urls } from "../urls.ts";
import { waitSeen, type WaitWrong } from "../waiting/accepting.ts";
import { waitsOf } from "../waiting/queries.ts";
import { cancelLoan } from "./decide.ts";
import { minePage, oneOfMine } from "./mine-pages.tsx";
import { loansOf, type Loan } from "./queries.ts";

const associationsOf = (ask: Ask): string[] => requirePerson(ask).associations.map(({ id }) => id);

/** A loan of one of the associations of who asks. */
export async function requireMine(ask: Ask): Promise<Loan> {
  const id = ask.params["id"] ?? "";
  const associationIds = associationsOf(ask);
  const [loan] = isUuid(id) ? await loansOf(ask.tx, { id, associationIds }) : [];
  return loan ?? notFound();
}

/** The page of a loan; with what is wrong when an answer to what was offered is refused. */
export async function answerMine(ask: Ask, loan: Loan, wrong?: WaitWrong): Promise<Answer> {
  const units = await allocationsOf(ask.tx, [loan.id]);
  const waits = loan.state === "waiting" || loan.waitEnded !== null;
  const seen = waits ? await waitSeen(ask, loan, wrong) : undefined;
  return page(oneOfMine(ask.view, loan, units, seen, dayOf(ask.now)), wrong ? 422 : 200);
}

const over = ({ state }: Loan): boolean => ["closed", "refused", "cancelled"].includes(state);

export const mineRoutes: Route[] = [
  get(urls.mine, associationMember, async (ask) => {
    const loans = await loansOf(ask.tx, { associationIds: associationsOf(ask) });
    return page(
      minePage(
        ask.view,
        [...loans.filter((loan) => !over(loan)), ...loans.filter(over).toReversed()],
        await waitsOf(ask.tx, ask.now, { loanIds: loans.map(({ id }) => id) }),
      ),
    );
  }),
  get(urls.loan(":id"), associationMember, async (ask) => answerMine(ask, await requireMine(ask))),
  get(urls.loanPhoto(":id", ":file"), associationMember, async (ask) => {
    return photoOfLoan(ask, await requireMine(ask));
  }),
  post(urls.loanCancel(":id"), associationMember, async (ask) => {
    const loan = await requireMine(ask);
    const { id } = requirePerson(ask);
    await cancelLoan(ask.tx, loan, { actor: { kind: "person", id }, at: ask.now });
    return redirect(ask.view.href(urls.loan(loan.id)), "equipment.cancelled");
  }),
];
