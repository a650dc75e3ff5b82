import type { ComponentChildren } from "preact";
import { colon, commaList } from "../../../platform/i18n/index.ts";
import { momentWords } from "../../../ui/dates.ts";
import { Refused, type FormState, type View } from "../../../ui/index.ts";
import { isFor } from "../loans/decide.ts";
import type { Loan } from "../loans/queries.ts";
import { WordsForm } from "../loans/words-form.tsx";
import { waitUrls } from "../urls.ts";
import { decidesFrom, deskSide, type Side } from "../who.ts";
import type { WaitSeen } from "./accepting.ts";
import { YesForm } from "./part.tsx";
import type { Wait } from "./queries.ts";

/** Where somebody is in the list, for who keeps it: an offer and its end, or how many are before. */
export function standingWords({ t, lang }: View, wait: Wait): string {
  if (wait.offeredUntil)
    return t("handing:waits.offered", { until: momentWords(lang, wait.offeredUntil, true) });
  if (wait.before === 0) return t("handing:waits.next");
  const words = t("handing:waits.before", { count: wait.before });
  if (!wait.services) return words;
  return commaList(lang, [words, t("handing:waits.services", { count: wait.services })]);
}

/** On the loan of who waits, for who keeps it: where they are in the list, and taking them out of it for who lends. */
export function WaitKept(props: {
  view: View;
  side: Side;
  loan: Loan;
  wait: Wait;
  form: FormState;
  children?: ComponentChildren;
}) {
  const { view, side, loan, wait, form } = props;
  const { t, href } = view;
  return (
    <>
      <p>
        <a href={href(side.urls.waits)}>{t("handing:waits.title")}</a>
        {colon(view.lang)}
        <strong>{standingWords(view, wait)}</strong>
      </p>
      {props.children}
      {isFor(decidesFrom(side), loan) ? (
        <WordsForm
          view={view}
          form={form}
          action={side.urls.waitRemoval(loan.id)}
          does={t("handing:waits.remove")}
          label={t("handing:waits.removeWhy")}
          hint={t("handing:waits.removeHint")}
        />
      ) : (
        <p class="soft">{t("loanwaitdesk:theirs", { lender: loan.lender ?? "" })}</p>
      )}
    </>
  );
}

/** The same at the desk, where an agent may say yes for them too. */
export function WaitDesk({ view, seen }: { view: View; seen: WaitSeen }) {
  const { loan, wait, form } = seen;
  if (!wait) return null;
  return (
    <>
      <Refused view={view} sentence={seen.refused} />
      <WaitKept view={view} side={deskSide} loan={loan} wait={wait} form={form}>
        {wait.offeredUntil && (
          <YesForm
            view={view}
            seen={seen}
            action={view.href(waitUrls.deskAccepting(loan.id))}
            words={view.t("loanwaitdesk:accept")}
          />
        )}
      </WaitKept>
    </>
  );
}
