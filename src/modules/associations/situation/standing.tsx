import { longDay } from "../../../ui/dates.ts";
import { Alert, Facts, type View } from "../../../ui/index.ts";
import { DesignationFact } from "../designations/told.tsx";
import { PriorityWords } from "../priority/pages.tsx";
import { urls } from "../urls.ts";
import { languagesToReread } from "../translations/rules.ts";
import { codeWord, languageWord } from "../words.ts";
import type { SituationSeen } from "./pages.tsx";

/** What waits for an agent about the association: requests, errors, duplicates. */
export function Waiting({ view, ...seen }: SituationSeen & { view: View }) {
  const { t, href } = view;
  const { proposals, duplicates } = seen.waiting;
  const [claim] = seen.mayWrite ? seen.claims : [];
  const { id } = seen.situation;
  const errors = seen.mayWrite ? proposals : [];
  const doubles = seen.mayJudgeDuplicates ? duplicates : [];
  const [error] = errors;
  const [pair] = doubles;
  const toReread = seen.mayWrite ? languagesToReread(seen.texts, seen.situation.record) : [];
  if (!claim && !error && !pair && !toReread.length) return null;
  return (
    <Alert view={view} kind="warning" title={t("registry:one.waiting")}>
      <ul>
        {claim && (
          <li>
            <a href={href(urls.claimOf(claim))}>
              {t("space:desk.claims", { count: seen.claims.length })}
            </a>
          </li>
        )}
        {error && (
          <li>
            <a href={href(errors.length > 1 ? urls.proposalsOf(id) : urls.proposal(error))}>
              {t("registry:one.proposals", { count: errors.length })}
            </a>
          </li>
        )}
        {pair && (
          <li>
            <a href={href(doubles.length > 1 ? urls.duplicatesOf(id) : urls.pair(...pair))}>
              {t("registry:one.duplicates", { count: doubles.length })}
            </a>
          </li>
        )}
        {toReread.length > 0 && (
          <li>
            <a href={href(urls.texts(id))}>{t("texts:task")}</a> (
            {toReread.map((code) => languageWord(t, view.lang, code)).join(", ")})
          </li>
        )}
      </ul>
    </Alert>
  );
}

/** What one looks at first: state, directory, référent, priority. */
export function Standing({ view, ...seen }: SituationSeen & { view: View }) {
  const { t } = view;
  const { record } = seen.situation;
  const state = codeWord(t, "state", record.state);
  return (
    <Facts
      view={view}
      facts={[
        {
          term: t("registry:field.state"),
          value: record.stateOn
            ? t("registry:one.since", { state, date: longDay(view.lang, record.stateOn) })
            : state,
        },
        {
          term: t("registry:field.stateSource"),
          value: record.stateSource && t(`registry:source.${record.stateSource}`),
        },
        {
          term: t("registry:list.listed"),
          value: t(record.listed ? "registry:one.listedYes" : "registry:one.listedNo"),
        },
        {
          term: t("registry:field.referent"),
          value: <Referent view={view} {...seen} />,
        },
        {
          term: t("designation:told"),
          value: <DesignationFact view={view} id={seen.situation.id} {...seen} />,
        },
        {
          term: t("day:priority.term"),
          value: seen.priority && <PriorityWords view={view} priority={seen.priority} />,
        },
      ]}
    />
  );
}

/** Who follows the association, and who answers for them while they are away. */
function Referent({ view, ...seen }: SituationSeen & { view: View }) {
  const { t } = view;
  const { referent } = seen.situation.record;
  const { away } = seen;
  return (
    <>
      {seen.names.get(referent ?? "") ?? t("registry:one.noReferent")}
      {away && (
        <p class="soft">
          {t(away.replacement ? "day:away.replaced" : "day:away.alone", {
            date: longDay(view.lang, away.until),
            name: away.replacement ?? "",
          })}
        </p>
      )}
    </>
  );
}
