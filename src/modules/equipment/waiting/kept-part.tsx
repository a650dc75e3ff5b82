import { colon, commaList } from "../../../platform/i18n/index.ts";
import { momentWords } from "../../../ui/dates.ts";
import { Refused, type View } from "../../../ui/index.ts";
import { isFor } from "../loans/decide.ts";
import { WordsForm } from "../loans/words-form.tsx";
import { decidesFrom, type Side } from "../who.ts";
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

/**
 * On the loan of who waits, for who keeps it: where they are in the list; yes for them to what is offered, as who can be written to by
 * nobody cannot say it; taking them out of the list, for who lends.
 */
export function WaitKept({ view, side, seen }: { view: View; side: Side; seen: WaitSeen }) {
  const { t, href } = view;
  const { loan, wait, form, refused } = seen;
  if (!wait) return <Refused view={view} sentence={refused} />;
  return (
    <>
      <Refused view={view} sentence={refused} />
      <p>
        <a href={href(side.urls.waits)}>{t("handing:waits.title")}</a>
        {colon(view.lang)}
        <strong>{standingWords(view, wait)}</strong>
      </p>
      {wait.withdrawn && !refused && <p>{t("handing:waits.notThere")}</p>}
      {wait.offeredUntil && (
        <YesForm view={view} seen={seen} action={href(side.urls.waitAccepting(loan.id))} kept />
      )}
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
