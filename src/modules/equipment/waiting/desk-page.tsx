import { colon } from "../../../platform/i18n/index.ts";
import { momentWords, shortDay } from "../../../ui/dates.ts";
import {
  Breadcrumb,
  Button,
  deskPage,
  EmptyState,
  Form,
  Refused,
  RestScene,
  Table,
  TextArea,
  type View,
} from "../../../ui/index.ts";
import { Borrower, linesWords } from "../loans/parts.tsx";
import type { Loan } from "../loans/queries.ts";
import { urls, waitUrls } from "../urls.ts";
import { deskSide } from "../who.ts";
import type { WaitSeen } from "./accepting.ts";
import { YesForm } from "./part.tsx";
import type { Wait } from "./queries.ts";

export type Waiting = { loan: Loan; wait: Wait };

/** Who waits for what, when, since when; what is offered first, as it is there for a moment only. */
export function waitingPage(view: View, waiting: readonly Waiting[]): string {
  const { t, href, lang } = view;
  const title = t("loanwaitdesk:title");
  return deskPage(
    view,
    { title, section: urls.desk },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("lending:title"), path: urls.desk }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t("loanwaitdesk:lead")}</p>
      <p class="soft">{t("loanwait:order")}</p>
      <Table
        view={view}
        caption={title}
        captionHidden
        rows={waiting}
        empty={
          <EmptyState scene={<RestScene />} title={t("loanwaitdesk:empty")}>
            <p>{t("loanwaitdesk:emptyHow")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("loanwaitdesk:what"),
            heading: true,
            cell: ({ loan }) => <a href={href(urls.deskLoan(loan.id))}>{linesWords(loan)}</a>,
          },
          {
            label: t("loanwaitdesk:who"),
            cell: ({ loan }) => (
              <>
                <Borrower view={view} side={deskSide} loan={loan} />
                {!loan.associationId && (
                  <>
                    <br />
                    <span class="soft">{t("loanwaitdesk:service")}</span>
                  </>
                )}
              </>
            ),
          },
          {
            label: t("loanwaitdesk:days"),
            cell: ({ loan }) =>
              [...new Set([shortDay(lang, loan.from), shortDay(lang, loan.until)])].join(" – "),
          },
          { label: t("equipment:loan.where"), cell: ({ loan }) => loan.placeName },
          {
            label: t("loanwaitdesk:since"),
            cell: ({ loan }) => shortDay(lang, loan.createdAt),
          },
          { label: t("loanwaitdesk:place"), cell: ({ wait }) => standingWords(view, wait) },
        ]}
      />
    </>,
  );
}

/** Where somebody is in the list, for who keeps it: an offer and its end, or how many are before. */
function standingWords({ t, lang }: View, wait: Wait): string {
  if (wait.offeredUntil)
    return t("loanwaitdesk:offered", { until: momentWords(lang, wait.offeredUntil, true) });
  if (wait.before === 0) return t("loanwaitdesk:next");
  const words = t("loanwaitdesk:before", { count: wait.before });
  return wait.services > 0 ? `${words}, ${t("loanwaitdesk:servicesBefore", { count: wait.services })}` : words; // prettier-ignore
}

/** On the loan of who waits: saying yes for them, taking them out of the list. */
export function WaitDesk({ view, seen }: { view: View; seen: WaitSeen }) {
  const { t, href } = view;
  const { loan, wait, form } = seen;
  if (!wait) return null;
  return (
    <>
      <Refused view={view} sentence={seen.refused} />
      <p>
        <a href={href(waitUrls.list)}>{t("loanwaitdesk:title")}</a>
        {colon(view.lang)}
        <strong>{standingWords(view, wait)}</strong>
      </p>
      {wait.offeredUntil && (
        <YesForm
          view={view}
          seen={seen}
          action={href(waitUrls.deskAccepting(loan.id))}
          words={t("loanwaitdesk:accept")}
        />
      )}
      <details open={"words" in form.errors}>
        <summary>{t("loanwaitdesk:remove")}</summary>
        <Form view={view} form={form} action={href(waitUrls.removal(loan.id))}>
          <TextArea
            view={view}
            form={form}
            name="words"
            label={t("loanwaitdesk:removeWhy")}
            hint={t("loanwaitdesk:removeHint")}
            rows={3}
            maxLength={600}
          />
          <Button kind="danger">{t("loanwaitdesk:remove")}</Button>
        </Form>
      </details>
    </>
  );
}
