import { French, page, type View } from "../../../ui/index.ts";
import { linesWords, LoanFacts, LoanTag } from "../loans/parts.tsx";
import { urls, waitUrls } from "../urls.ts";
import type { WaitSeen } from "./accepting.ts";
import { WaitPart } from "./part.tsx";

/** Somebody's place on the list, for whoever has its link: to say yes, no, or leave. */
export const ownPage = (view: View, token: string, seen: WaitSeen, today: string): string =>
  page(
    view,
    {
      title: view.t("loanwait:ownTitle"),
      main: "text",
      hidden: true,
      section: urls.catalogue,
      wrong: seen.refused !== undefined || Object.keys(seen.form.errors).length > 0,
    },
    <>
      <h1>{view.t("loanwait:ownTitle")}</h1>
      <p class="row">
        <LoanTag view={view} loan={seen.loan} />
        <span class="soft">{seen.loan.borrower}</span>
      </p>
      <p class="lead">
        <French view={view}>{linesWords(seen.loan)}</French>
      </p>
      <WaitPart
        view={view}
        seen={seen}
        today={today}
        addresses={{ accept: waitUrls.ownAccepting(token), leave: waitUrls.ownLeaving(token) }}
      />
      <LoanFacts view={view} loan={seen.loan} />
    </>,
  );
