import { longDay } from "../../../ui/dates.ts";
import { ActionForm, Alert, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { SheetSeen } from "./sheet-page.tsx";

/** What residents see of it now, and what to do about it. */
export function StateOf({ view, seen }: { view: View; seen: SheetSeen }) {
  const { t, href } = view;
  const { programme, activity, missing } = seen;
  const { base, writes } = programme;
  const shown = <a href={href(urls.activity(activity.slug))}>{t("programme:sheet.seePublic")}</a>;
  if (activity.state === "published")
    return (
      <>
        {seen.shownFrom ? (
          <p>{t("programme:renewal.shownFrom", { day: longDay(view.lang, seen.shownFrom) })}</p>
        ) : (
          <p>{shown}</p>
        )}
        {activity.told && activity.confirmedOn === null && <Unconfirmed view={view} seen={seen} />}
        {writes && (
          <ActionForm
            view={view}
            action={href(urls.stop(base, activity.id))}
            kind="quiet"
            icon="close"
          >
            {t("programme:stop.button")}
          </ActionForm>
        )}
      </>
    );
  if (!writes) return null;
  if (activity.state === "stopped")
    return (
      <Alert
        view={view}
        kind="info"
        title={t("programme:stop.since", { date: longDay(view.lang, activity.stoppedOn ?? "") })}
      >
        <ActionForm
          view={view}
          action={href(urls.publication(base, activity.id))}
          kind="secondary"
          icon="undo"
        >
          {t("programme:publish.again")}
        </ActionForm>
      </Alert>
    );
  return (
    <Alert view={view} kind="warning" title={t("programme:publish.draft")}>
      {missing.length > 0 ? (
        <>
          <p>{t("programme:publish.missing")}</p>
          <ul>
            {missing.map((what) => (
              <li>
                <a
                  href={href(
                    what === "when"
                      ? urls.newHours(base, activity.id)
                      : urls.part(base, activity.id, "lieu"),
                  )}
                >
                  {t(`programme:publish.lacks.${what}`)}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <ActionForm
          view={view}
          action={href(urls.publication(base, activity.id))}
          kind="primary"
          icon="done"
        >
          {t("programme:publish.button")}
        </ActionForm>
      )}
      <ActionForm
        view={view}
        action={href(urls.draftRemoval(base, activity.id))}
        kind="quiet"
        icon="remove"
      >
        {t("programme:publish.drop")}
      </ActionForm>
    </Alert>
  );
}

/** What a file told waits for a yes: who knows says that it is right, or corrects it first. */
function Unconfirmed({ view, seen }: { view: View; seen: SheetSeen }) {
  const { t, href, lang } = view;
  const { programme, activity } = seen;
  return (
    <Alert
      view={view}
      kind="info"
      title={t("programme:told.title", { date: longDay(lang, activity.toldOn ?? "") })}
    >
      <p>{t("programme:told.words")}</p>
      {programme.writes && (
        <ActionForm
          view={view}
          action={href(urls.confirmation(programme.base, activity.id))}
          kind="secondary"
          icon="done"
        >
          {t("programme:told.confirm")}
        </ActionForm>
      )}
    </Alert>
  );
}
