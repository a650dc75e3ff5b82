import { momentWords, shortDay } from "../../../ui/dates.ts";
import { Actions, ButtonLink, type View } from "../../../ui/index.ts";
import type { Loan } from "../loans/queries.ts";
import type { NextLoan, Unit } from "../units/queries.ts";
import { urls as deskUrls } from "../urls.ts";
import type { Side } from "../who.ts";

/** What is to be done with a unit now, the likeliest first: who scans its label has it in hand. */
export function UnitActions(props: {
  view: View;
  side: Side;
  unit: Unit;
  held: Loan | undefined;
  next: readonly NextLoan[];
}) {
  const { view, side, unit, held, next } = props;
  const { urls } = side;
  const { t, href, lang } = view;
  if (held)
    return (
      <>
        <p>
          {t("custody:unit.held", {
            borrower: held.borrower,
            moment: momentWords(lang, held.until),
          })}
        </p>
        <Actions>
          <ButtonLink href={href(urls.takingBack(held.id))} icon="done">
            {t("handing:takingBack.title")}
          </ButtonLink>
          <ButtonLink href={href(urls.exchange(held.id))} kind="secondary">
            {t("handing:exchange.title")}
          </ButtonLink>
          <ButtonLink href={href(urls.deskLoan(held.id))} kind="quiet">
            {t("equipment:loan.title", { code: held.code })}
          </ButtonLink>
        </Actions>
      </>
    );
  if (unit.state === "to_check")
    return (
      <Actions>
        <ButtonLink href={href(urls.checking(unit.tag))} icon="done">
          {t("custody:checking.begin")}
        </ButtonLink>
      </Actions>
    );
  if (unit.state !== "ready") return null;
  const [first, ...others] = next;
  return (
    <Actions>
      {first && (
        <ButtonLink href={href(urls.handingOver(first.id))} icon="done">
          {t("custody:unit.handTo", { borrower: first.borrower, day: shortDay(lang, first.from) })}
        </ButtonLink>
      )}
      {others.map((loan) => (
        <ButtonLink href={href(urls.handingOver(loan.id))} kind="secondary">
          {t("custody:unit.handTo", { borrower: loan.borrower, day: shortDay(lang, loan.from) })}
        </ButtonLink>
      ))}
      {side.name === "desk" && (
        <ButtonLink href={href(deskUrls.onTheSpot(unit.tag))} kind={first ? "quiet" : "secondary"}>
          {t("custody:onTheSpot.title")}
        </ButtonLink>
      )}
    </Actions>
  );
}
