import { dayOf } from "../../../platform/clock.ts";
import { momentWords, shortDay } from "../../../ui/dates.ts";
import { ActionForm, Alert, type View } from "../../../ui/index.ts";
import type { Loan } from "../loans/queries.ts";
import type { Side } from "../who.ts";
import type { Notice } from "./queries.ts";

/** What a loan was written, and whether anybody can be written to. */
export type Written = { notices: readonly Notice[]; reachable: boolean; now: Date };

type Part = { view: View; side: Side; loan: Loan; written: Written };

/** For who lends: the letter that asks for what is late, once a day, and all that was sent. */
export function LoanLetters({ view, side, loan, written }: Part) {
  const { t } = view;
  const { notices, reachable, now } = written;
  const late = loan.state === "out" && loan.until < now;
  return (
    <>
      {late && <AskBack view={view} side={side} loan={loan} written={written} />}
      {!late && !reachable && ["waiting", "accepted", "prepared", "out"].includes(loan.state) && (
        <p class="hint">{t("handing:letters.nobody")}</p>
      )}
      {notices.length > 0 && (
        <details>
          <summary>{t("handing:letters.letters")}</summary>
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

function AskBack({ view, side, loan, written }: Part) {
  const { t, href } = view;
  const { notices, reachable, now } = written;
  if (!reachable)
    return (
      <Alert view={view} kind="warning">
        <p>{t("handing:letters.nobody")}</p>
      </Alert>
    );
  if (notices.some(({ kind, sentAt }) => kind === "by_hand" && dayOf(sentAt) === dayOf(now)))
    return <p>{t("handing:letters.today")}</p>;
  return (
    <ActionForm view={view} action={href(side.urls.reminder(loan.id))} kind="secondary" icon="mail">
      {t("handing:letters.remind")}
    </ActionForm>
  );
}

function noticeWords({ t, lang }: View, { kind, sentAt, letters, overAt }: Notice): string {
  const over = overAt && t("handing:letters.over", { day: shortDay(lang, overAt) });
  return [
    momentWords(lang, sentAt),
    t(`handing:letters.kind.${kind}`),
    ...(letters ? [] : [t("handing:letters.nobodyThen")]),
    ...(over ? [over] : []),
  ].join(", ");
}
