import {
  ActionForm,
  Actions,
  Alert,
  Breadcrumb,
  ButtonLink,
  deskPage,
  type View,
} from "../../../ui/index.ts";
import { momentWords } from "../../../ui/dates.ts";
import { urls } from "../urls.ts";
import { Questions } from "./questions.tsx";
import { resultWords, trailOf } from "./list-page.tsx";
import { Elsewhere, elsewhereCount } from "./elsewhere.tsx";
import type { Outcome } from "./planned.ts";
import { Report, type RehearsalSeen } from "./report.tsx";

/** What an inventory would do line by line, what is asked before, and the one button that does it. */
export function rehearsalPage(view: View, seen: RehearsalSeen): string {
  const { t, href, lang } = view;
  const { one, plan, shown, problem } = seen;
  const open = one.state !== "undone";
  const of = (outcome: Outcome) => plan.lines.filter((line) => line.outcome === outcome);
  const toWrite = of("added").length + of("changed").length;
  const lines = of(shown);
  const nothing = plan.lines.length > 0 && toWrite === 0 && !elsewhereCount(seen);
  return deskPage(
    view,
    { title: one.fileName, section: urls.desk, wrong: Boolean(problem) },
    <>
      <Breadcrumb view={view} trail={trailOf(view)} here={one.fileName} />
      <h1>{one.fileName}</h1>
      {problem && (
        <div role="alert">
          <Alert view={view} kind="error" title={problem} />
        </div>
      )}
      {one.appliedAt && (
        <Alert
          view={view}
          kind={one.state === "applied" ? "success" : "info"}
          title={`${t(`inventory:state.${one.state}`)} : ${resultWords(t, one.state, one.counts)}`}
        >
          <p>{momentWords(lang, one.appliedAt)}</p>
          {one.state === "applied" && (one.counts.short ?? 0) > 0 && (
            <p>{t("inventory:done.short", { count: one.counts.short ?? 0 })}</p>
          )}
        </Alert>
      )}
      {open && (
        <>
          <p class="lead">
            {plan.lines.length === 0
              ? t("inventory:rehearsal.forgotten")
              : t("inventory:rehearsal.lead", { count: plan.lines.length })}{" "}
            {nothing && t("inventory:rehearsal.nothing")}
          </p>
          <Questions view={view} seen={seen} />
          <Elsewhere view={view} seen={seen} />
          <Actions>
            {toWrite > 0 && (
              <ActionForm
                view={view}
                action={href(urls.inventoryApplication(one.id))}
                icon="import"
              >
                {t("inventory:rehearsal.apply", { count: toWrite })}
              </ActionForm>
            )}
            <ButtonLink href={href(urls.inventoryColumns(one.id))} kind="secondary" icon="edit">
              {t("inventory:columns.title")}
            </ButtonLink>
            {of("refused").length > 0 && (
              <ButtonLink
                href={href(urls.inventoryToCorrect(one.id))}
                kind="secondary"
                icon="download"
              >
                {t("inventory:rehearsal.toCorrect")}
              </ButtonLink>
            )}
            {one.state === "applied" && (
              <ButtonLink href={href(urls.inventoryUndo(one.id))} kind="quiet" icon="undo">
                {t("inventory:undo.title")}
              </ButtonLink>
            )}
          </Actions>
          {plan.lines.length > 0 && <Report view={view} seen={seen} lines={lines} />}
        </>
      )}
    </>,
  );
}
