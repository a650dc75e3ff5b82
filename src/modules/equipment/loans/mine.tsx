import { notFound, page as answerPage, redirect } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { associationMember } from "../../../platform/http/person.ts";
import { isUuid } from "../../people/index.ts";
import { shortDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Breadcrumb,
  ButtonLink,
  EmptyState,
  page,
  RestScene,
  Table,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { cancelLoan, mayBe } from "./decide.ts";
import { LoanFacts, LoanTag, linesWords } from "./parts.tsx";
import { loansOf, type Loan } from "./queries.ts";

/** The loans of someone's associations, those to come first. */
function minePage(view: View, loans: readonly Loan[]): string {
  const { t, href, lang } = view;
  return page(
    view,
    { title: t("equipment:loan.list") },
    <>
      <h1>{t("equipment:loan.list")}</h1>
      <Actions>
        <ButtonLink href={href(urls.catalogue)} icon="equipment">
          {t("equipment:title")}
        </ButtonLink>
      </Actions>
      <Table
        view={view}
        caption={t("equipment:loan.list")}
        captionHidden
        rows={loans}
        empty={
          <EmptyState scene={<RestScene />} title={t("equipment:loan.empty")}>
            <p>{t("equipment:loan.emptyHow")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("equipment:loan.what"),
            heading: true,
            cell: (loan) => <a href={href(urls.loan(loan.id))}>{linesWords(loan)}</a>,
          },
          { label: t("equipment:loan.out"), cell: ({ from }) => shortDay(lang, from) },
          { label: t("equipment:loan.back"), cell: ({ until }) => shortDay(lang, until) },
          { label: t("equipment:loan.where"), cell: ({ placeName }) => placeName },
          {
            label: t("equipment:loan.for"),
            minor: true,
            cell: ({ associationName }) => associationName,
          },
          {
            label: t("equipment:loan.stateIs"),
            cell: (loan) => <LoanTag view={view} loan={loan} />,
          },
        ]}
      />
    </>,
  );
}

/** One loan, as the association sees it. */
function oneOfMine(view: View, loan: Loan): string {
  const { t, href } = view;
  const title = t("equipment:loan.title", { code: loan.code });
  return page(
    view,
    { title, main: "text" },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("equipment:loan.list"), path: urls.mine }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="row">
        <LoanTag view={view} loan={loan} />
        <span class="soft">{loan.associationName}</span>
      </p>
      <LoanFacts view={view} loan={loan} />
      {mayBe.cancelled(loan.state) && (
        <ActionForm view={view} action={href(urls.loanCancel(loan.id))} kind="danger" icon="close">
          {t("equipment:loan.cancel")}
        </ActionForm>
      )}
    </>,
  );
}

const associationsOf = (ask: Ask): string[] => requirePerson(ask).associations.map(({ id }) => id);

async function requireMine(ask: Ask): Promise<Loan> {
  const id = ask.params["id"] ?? "";
  const associationIds = associationsOf(ask);
  const [loan] = isUuid(id) ? await loansOf(ask.tx, { id, associationIds }) : [];
  return loan ?? notFound();
}

const over = ({ state }: Loan): boolean => ["closed", "refused", "cancelled"].includes(state);

export const mineRoutes: Route[] = [
  get(urls.mine, associationMember, async (ask) => {
    const loans = await loansOf(ask.tx, { associationIds: associationsOf(ask) });
    return answerPage(
      minePage(ask.view, [
        ...loans.filter((loan) => !over(loan)),
        ...loans.filter(over).toReversed(),
      ]),
    );
  }),
  get(urls.loan(":id"), associationMember, async (ask) =>
    answerPage(oneOfMine(ask.view, await requireMine(ask))),
  ),
  post(urls.loanCancel(":id"), associationMember, async (ask) => {
    const loan = await requireMine(ask);
    const { id } = requirePerson(ask);
    await cancelLoan(ask.tx, loan, { actor: { kind: "person", id }, at: ask.now });
    return redirect(ask.view.href(urls.loan(loan.id)), "equipment.cancelled");
  }),
];
