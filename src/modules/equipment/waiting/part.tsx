import { longDay, momentWords } from "../../../ui/dates.ts";
import {
  ActionForm,
  Alert,
  Button,
  ButtonLink,
  Form,
  Refused,
  SelectField,
  type View,
} from "../../../ui/index.ts";
import { clockWords } from "../../scheduling/index.ts";
import { withWish } from "../asking/address.ts";
import type { Loan } from "../loans/queries.ts";
import { urls, waitUrls } from "../urls.ts";
import type { WaitSeen } from "./accepting.ts";
import { daysOfWait, type Wait } from "./queries.ts";
import type { Standing } from "./rules.ts";
import { talkOver } from "./words.ts";

/** A place in the list as people say it, and why others are before. */
export function positionWords({ t }: Pick<View, "t">, { before, services }: Standing): string {
  if (before === 0) return t("loanwait:position.first");
  const words = t("loanwait:position.before", { count: before });
  return services > 0 ? `${words} ${t("loanwait:position.services", { count: services })}` : words;
}

/** Where a loan of the list stands: offered until a moment, or a place. */
export const waitWords = (view: View, wait: Wait): string =>
  wait.offeredUntil
    ? view.t("loanwait:offered", { until: momentWords(view.lang, wait.offeredUntil, true) })
    : positionWords(view, wait);

/** A place on the list among somebody's loans: the place and leaving it, or answering what is offered. */
export function WaitLine({ view, wait }: { view: View; wait: Wait }) {
  const { t, href } = view;
  return (
    <>
      <p class="soft">{waitWords(view, wait)}</p>
      {wait.offeredUntil ? (
        <ButtonLink href={href(urls.loan(wait.loanId))}>{t("loanwait:answer")}</ButtonLink>
      ) : (
        <ActionForm view={view} action={href(waitUrls.leaving(wait.loanId))} kind="quiet">
          {t("loanwait:leave")}
        </ActionForm>
      )}
    </>
  );
}

type Addresses = { accept: string; leave: string };

/** What somebody waits for, as it stands: the place and leaving it, the offer and its answer, or how it ended. */
export function WaitPart(props: {
  view: View;
  seen: WaitSeen;
  addresses: Addresses;
  today: string;
}) {
  // prettier-ignore
  const { view, seen, addresses } = props;
  const { t, href } = view;
  const { loan, wait, refused } = seen;
  if (!wait)
    return (
      <>
        <Refused view={view} sentence={refused} />
        <EndedPart view={view} loan={loan} zone={seen.zone} today={props.today} />
      </>
    );
  return (
    <>
      <Refused view={view} sentence={refused} />
      <Alert view={view} kind={wait.offeredUntil ? "success" : "info"}>
        {wait.withdrawn && !refused && <p>{talkOver(t, "notThere", loan)}</p>}
        <p>{waitWords(view, wait)}</p>
        {!wait.offeredUntil && <p>{t("loanwait:written")}</p>}
      </Alert>
      {wait.offeredUntil && <YesForm view={view} seen={seen} action={href(addresses.accept)} />}
      {!wait.offeredUntil && wait.before > 0 && <p class="soft">{t("loanwait:order")}</p>}
      <ActionForm view={view} action={href(addresses.leave)} kind="secondary" icon="close">
        {t(wait.offeredUntil ? "loanwait:decline" : "loanwait:leave")}
      </ActionForm>
    </>
  );
}

/** Yes in one tap: the first hour to come and the last to bring it back are proposed, others may be chosen. */
export function YesForm(props: {
  view: View;
  seen: WaitSeen;
  action: string;
  /** Said for them by somebody who keeps what is lent. */
  kept?: boolean;
}) {
  const { view, seen, kept } = props;
  const { t, lang } = view;
  const { loan, hours } = seen;
  if (!hours.out.length || !hours.back.length)
    return <p>{kept ? t("handing:waits.noSlot") : talkOver(t, "noSlot", loan)}</p>;
  const proposed = { out: String(hours.out[0]), back: String(hours.back.at(-1)) };
  const form = { ...seen.form, values: { ...proposed, ...seen.form.values } };
  return (
    <Form view={view} form={form} action={props.action}>
      {(["out", "back"] as const).map((way) => (
        <SelectField
          view={view}
          form={form}
          name={way}
          label={t(kept ? `handing:waits.${way}` : `equipment:request.${way}`, {
            day: longDay(lang, way === "out" ? loan.from : loan.until, true),
          })}
          options={hours[way].map((minute) => ({
            value: String(minute),
            label: clockWords(t, lang, minute),
          }))}
        />
      ))}
      <Button icon="done">{t(kept ? "handing:waits.accept" : "loanwait:accept")}</Button>
    </Form>
  );
}

/** Why it waits no more, and going back on the list while its days are to come. */
function EndedPart(props: { view: View; loan: Loan; zone: string; today: string }) {
  const { view, loan, zone, today } = props;
  const { t, href } = view;
  const { waitEnded, lines } = loan;
  if (!waitEnded) return null;
  const days = daysOfWait(loan, zone);
  const quantities = new Map(lines.map(({ poolId, quantity }) => [poolId, quantity]));
  return (
    <>
      <Alert view={view} kind="info">
        <p>
          {waitEnded === "removed" && loan.lender
            ? t("loanwait:ended.removedBy", { lender: loan.lender })
            : t(`loanwait:ended.${waitEnded}`)}
        </p>
      </Alert>
      <p>
        {waitEnded !== "late" && days.from > today ? (
          <a href={href(withWish(waitUrls.join, { days, quantities }))}>{t("loanwait:again")}</a>
        ) : (
          <a href={href(urls.catalogue)}>{t("loanwait:see")}</a>
        )}
      </p>
    </>
  );
}
