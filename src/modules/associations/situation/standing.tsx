import { longDay, momentWords } from "../../../ui/dates.ts";
import { Alert, Facts, Icon, Tag, type View } from "../../../ui/index.ts";
import { sections } from "../codes.ts";
import { Changes } from "../history/pages.tsx";
import { actionWords, actorWords, toldOf } from "../history/words.tsx";
import { PriorityWords } from "../priority/pages.tsx";
import { urls } from "../urls.ts";
import { codeWord } from "../words.ts";
import { ConfirmForms } from "./confirm-forms.tsx";
import type { SituationSeen } from "./pages.tsx";
import type { Confirmed } from "./queries.ts";

/** What one looks at first: state, directory, référent, and what waits. */
export function Standing({ view, ...seen }: SituationSeen & { view: View }) {
  const { t } = view;
  const { record } = seen.situation;
  const { proposals, duplicates } = seen.waiting;
  const state = codeWord(t, "state", record.state);
  return (
    <>
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
            term: t("day:priority.term"),
            value: seen.priority && <PriorityWords view={view} priority={seen.priority} />,
          },
        ]}
      />
      {((proposals > 0 && seen.mayWrite) || (duplicates > 0 && seen.mayJudgeDuplicates)) && (
        <Alert view={view} kind="warning" title={t("registry:one.waiting")}>
          {proposals > 0 && seen.mayWrite && (
            <p>
              <a href={view.href(urls.proposals)}>
                {t("registry:one.proposals", { count: proposals })}
              </a>
            </p>
          )}
          {duplicates > 0 && seen.mayJudgeDuplicates && (
            <p>
              <a href={view.href(urls.duplicates)}>
                {t("registry:one.duplicates", { count: duplicates })}
              </a>
            </p>
          )}
        </Alert>
      )}
    </>
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

/** What was confirmed, and what changed lately. */
export function Followed({ view, ...seen }: SituationSeen & { view: View }) {
  const { t } = view;
  const { id } = seen.situation;
  return (
    <>
      <Freshness view={view} confirmed={seen.confirmed} />
      {seen.mayWrite && (
        <ConfirmForms
          view={view}
          id={id}
          form={seen.phoned}
          mail={seen.situation.contacts.some(({ email }) => email)}
        />
      )}
      <h2>{t("registry:one.latest")}</h2>
      <ul>
        {seen.latest.map((line) => (
          <li>
            {momentWords(view.lang, line.at)}, {actorWords(t, line)} : {actionWords(t, line)}
            <Changes view={view} told={toldOf(view, line, seen.names, false)} />
          </li>
        ))}
      </ul>
      <p>
        <a href={view.href(urls.history(id))}>
          <Icon name="history" /> {t("registry:one.history")}
        </a>
      </p>
    </>
  );
}

function Freshness({ view, confirmed }: { view: View; confirmed: readonly Confirmed[] }) {
  const { t } = view;
  return (
    <>
      <h2 id="confirmer">{t("registry:one.freshness")}</h2>
      <Facts
        view={view}
        facts={sections.map((section) => {
          const latest = confirmed.find((one) => one.section === section);
          return {
            term: t(`associations:section.${section}`),
            value: latest ? (
              `${t(`registry:one.confirmed.${latest.byKind}`, {
                date: longDay(view.lang, latest.at),
                name: latest.name ?? "",
              })}, ${t(`registry:one.how.${latest.how}`)}`
            ) : (
              <Tag>{t("registry:one.neverConfirmed")}</Tag>
            ),
          };
        })}
      />
    </>
  );
}
