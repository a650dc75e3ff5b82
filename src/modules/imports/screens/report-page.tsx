import { momentWords } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Alert,
  ButtonLink,
  deskPage,
  Pagination,
  type View,
} from "../../../ui/index.ts";
import { Activities, type ActivitiesSeen } from "./activities.tsx";
import type { Outcome } from "../pipeline/counts.ts";
import type { Import } from "../pipeline/imports.ts";
import { linesPerPage, type ImportLine, type Suspect } from "../queries.ts";
import { urls } from "../urls.ts";
import { activityWords, partsWords, undoneWords } from "../words.ts";
import { CountsTable } from "./counts-table.tsx";
import { LinesTable, SuspectsTable } from "./lines.tsx";
import { Trail } from "./trail.tsx";
import { Understood } from "./understood-page.tsx";

export type Shown = Outcome | "duplicates" | "unread";

export type ReportSeen = {
  one: Import;
  shown: Shown;
  page: number;
  lines: readonly ImportLine[];
  suspects: readonly Suspect[];
  activities: ActivitiesSeen | undefined;
  /** Why the last thing asked was not done. */
  problem?: string | undefined;
};

/** What an import would do, or did: a sentence, counts that add up, then the lines themselves. */
export function reportPage(view: View, seen: ReportSeen): string {
  const { t } = view;
  const { one, problem } = seen;
  const title = titleOf(view, one);
  return deskPage(
    view,
    { title, section: urls.list, wrong: Boolean(problem) },
    <>
      <Trail view={view} one={one} />
      <h1>{title}</h1>
      {problem && (
        <div role="alert">
          <Alert view={view} kind="error" title={problem} />
        </div>
      )}
      <Told view={view} one={one} />
      <NextStep view={view} one={one} />
      <CountsTable view={view} seen={seen} />
      {(one.counts.refused ?? 0) > 0 && one.state !== "undone" && (
        <div>
          <ButtonLink href={view.href(urls.toCorrect(one.id))} kind="secondary" icon="download">
            {t("imports:report.correctFile")}
          </ButtonLink>
          <p class="soft">{t("imports:report.correctHow")}</p>
        </div>
      )}
      <section class="flow" id="lignes">
        <h2>{t(`imports:outcome.${seen.shown}`)}</h2>
        {seen.shown === "duplicates" ? (
          <SuspectsTable view={view} suspects={seen.suspects} />
        ) : (
          <LinesTable view={view} one={one} outcome={seen.shown} lines={seen.lines} />
        )}
        <Pagination
          view={view}
          page={seen.page}
          pages={Math.ceil((one.counts[seen.shown] ?? 0) / linesPerPage)}
          href={(page) => view.href(urls.lines(one.id, seen.shown, page))}
        />
      </section>
      {seen.activities && <Activities view={view} one={one} seen={seen.activities} />}
      <section class="flow">
        <h2>{t("imports:understood.title")}</h2>
        <Understood view={view} one={one} />
      </section>
    </>,
  );
}

function titleOf({ t }: View, one: Import): string {
  if (one.state === "applied") return t("imports:report.appliedTitle");
  if (one.state === "undone") return t("imports:report.undoneTitle");
  return t("imports:report.title");
}

const toWrite = ({ counts: { created = 0, changed = 0, activities } }: Import): number =>
  created + changed + (activities?.created ?? 0) + (activities?.changed ?? 0);

/** The answer first, in one sentence. */
function Told({ view, one }: { view: View; one: Import }) {
  const { t } = view;
  const lines = t("imports:report.lines", { count: one.counts.lines ?? 0 });
  const done = one.state === "rehearsed" ? "part" : "done";
  const { kept = 0, duplicates = 0, unread = 0, activities } = one.counts;
  return (
    <>
      <p class="lead">
        {one.state === "undone"
          ? undoneWords(t, one.undoCounts)
          : `${lines} : ${partsWords(t, one.counts, done)}`}
        .
      </p>
      {activities && one.state !== "undone" && <p>{activityWords(t, activities, done)}.</p>}
      {one.applied_at && (
        <p class="soft">
          {t("imports:report.appliedOn", { date: momentWords(view.lang, one.applied_at) })}{" "}
          {one.undone_at &&
            t("imports:report.undoneOn", { date: momentWords(view.lang, one.undone_at) })}
        </p>
      )}
      {kept > 0 && <p>{t("imports:report.kept", { count: kept })}</p>}
      {unread > 0 && (
        <p>
          <a href={view.href(urls.lines(one.id, "unread"))}>
            {t("imports:report.unread", { count: unread })}
          </a>
        </p>
      )}
      {duplicates > 0 && one.state !== "undone" && (
        <p>
          <a href={view.href(urls.lines(one.id, "duplicates"))}>
            {t("imports:report.duplicates", { count: duplicates })}
          </a>
        </p>
      )}
    </>
  );
}

/** One main action: to import, or to go and see. */
function NextStep({ view, one }: { view: View; one: Import }) {
  const { t } = view;
  if (one.state === "rehearsed")
    return (
      <>
        <Actions>
          {toWrite(one) > 0 && (
            <ActionForm view={view} action={view.href(urls.application(one.id))} icon="import">
              {t("imports:report.import", { count: taken(one) })}
            </ActionForm>
          )}
          <ButtonLink href={view.href(urls.columns(one.id))} kind="secondary" icon="edit">
            {t("imports:understood.correct")}
          </ButtonLink>
        </Actions>
        <p class="soft">
          {toWrite(one) > 0 ? t("imports:report.privacy") : t("imports:report.nothingToImport")}
        </p>
      </>
    );
  if (one.state !== "applied") return null;
  return (
    <Actions>
      <ButtonLink href={view.href("/gestion/associations")} icon="association">
        {t("imports:report.seeAssociations")}
      </ButtonLink>
      {(one.counts.duplicates ?? 0) > 0 && (
        <ButtonLink href={view.href("/gestion/doublons")} kind="secondary" icon="merge">
          {t("imports:report.duplicatesLink")}
        </ButtonLink>
      )}
      {toWrite(one) > 0 && (
        <ButtonLink href={view.href(urls.undo(one.id))} kind="quiet" icon="undo">
          {t("imports:report.undo")}
        </ButtonLink>
      )}
    </Actions>
  );
}

/** Lines that an import takes: all but those refused or of another commune. */
const taken = ({ counts }: Import): number =>
  (counts.lines ?? 0) - (counts.refused ?? 0) - (counts.outside ?? 0);
