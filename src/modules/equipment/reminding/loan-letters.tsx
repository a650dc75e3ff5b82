import { dayOf } from "../../../platform/clock.ts";
import { momentWords, shortDay } from "../../../ui/dates.ts";
import { ActionForm, Alert, type View } from "../../../ui/index.ts";
import type { Loan } from "../loans/queries.ts";
import { urls } from "../urls.ts";
import type { Notice } from "./queries.ts";

/** What a loan was written, and whether anybody can be written to. */
export type Written = { notices: readonly Notice[]; reachable: boolean; now: Date };

/** At the desk: the letter that asks for what is late, once a day, and all that was sent. */
export function LoanLetters({ view, loan, written }: { view: View; loan: Loan; written: Written }) {
  const { t } = view;
  const { notices, reachable, now } = written;
  const late = loan.state === "out" && loan.until < now;
  return (
    <>
      {late && <AskBack view={view} loan={loan} written={written} />}
      {!late && !reachable && ["accepted", "prepared", "out"].includes(loan.state) && (
        <p class="hint">{t("reminding:desk.nobody")}</p>
      )}
      {notices.length > 0 && (
        <details>
          <summary>{t("reminding:desk.letters")}</summary>
          <ul>
            {notices.map((one) => (
              <li>{noticeWords(view, one)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function AskBack({ view, loan, written }: { view: View; loan: Loan; written: Written }) {
  const { t, href } = view;
  const { notices, reachable, now } = written;
  if (!reachable)
    return (
      <Alert view={view} kind="warning">
        <p>{t("reminding:desk.nobody")}</p>
      </Alert>
    );
  if (notices.some(({ kind, sentAt }) => kind === "by_hand" && dayOf(sentAt) === dayOf(now)))
    return <p>{t("reminding:desk.today")}</p>;
  return (
    <ActionForm view={view} action={href(urls.reminder(loan.id))} kind="secondary" icon="mail">
      {t("reminding:desk.remind")}
    </ActionForm>
  );
}

function noticeWords({ t, lang }: View, { kind, sentAt, letters, overAt }: Notice): string {
  const over = overAt && t("reminding:desk.over", { day: shortDay(lang, overAt) });
  return [
    momentWords(lang, sentAt),
    t(`reminding:kind.${kind}`),
    ...(letters ? [] : [t("reminding:desk.nobodyThen")]),
    ...(over ? [over] : []),
  ].join(", ");
}
