import { ActionForm, Actions, Alert, ButtonLink, Tag, type View } from "../../../ui/index.ts";
import type { Shown } from "../enrolling/part.tsx";
import type { Registration } from "../record/queries.ts";
import { urls } from "../urls.ts";
import type { Call } from "./calls.ts";
import { rollPage } from "./frame.tsx";
import { countWords, openingName, tones } from "./home-page.tsx";
import type { Keeping } from "./keeping.ts";
import { Names } from "./names.tsx";

export type RollSeen = {
  keeping: Keeping;
  one: Shown;
  /** Nothing for who may not read names. */
  registrations?: readonly Registration[];
  calls?: readonly Call[];
  /** False when this site sends no mail. */
  mails: boolean;
  presenceDay?: string | undefined;
};

/** One opening: how full, what to do about it, and, for the association alone, who registered. */
export function rollOf(view: View, seen: RollSeen): string {
  const { t } = view;
  const { keeping, one, registrations } = seen;
  const title = openingName(view, one);
  return rollPage(
    view,
    keeping,
    { title: t("roll:title") },
    <>
      <h1>{t("roll:of", { what: keeping.activity.fields.title })}</h1>
      <p class="soft">{title}</p>
      <p class="row">
        <Tag tone={tones[one.standing]}>{t(`roll:standing.${one.standing}`)}</Tag>
        <strong>{countWords(view, one)}</strong>
      </p>
      {one.opening.cancelledWord && <p>{one.opening.cancelledWord}</p>}
      <Doing view={view} seen={seen} />
      {registrations ? (
        <Names view={view} seen={seen} registrations={registrations} />
      ) : (
        <Alert view={view} kind="info" title={t("roll:hidden.title")}>
          <p>{t(keeping.programme.side === "desk" ? "roll:hidden.desk" : "roll:hidden.space")}</p>
        </Alert>
      )}
      <Deciding view={view} seen={seen} />
    </>,
  );
}

function Doing({ view, seen }: { view: View; seen: RollSeen }) {
  const { t, href } = view;
  const { keeping, one, presenceDay } = seen;
  if (!keeping.reads) return null;
  const at = [keeping.programme.base, keeping.activity.id, one.opening.id] as const;
  return (
    <Actions>
      {one.standing !== "cancelled" && one.standing !== "over" && (
        <ButtonLink icon="add" href={href(urls.newcomer(...at))}>
          {t("roll:add.button")}
        </ButtonLink>
      )}
      <ButtonLink kind="secondary" icon="print" href={href(urls.paper(...at))}>
        {t("roll:paper.button")}
      </ButtonLink>
      <ButtonLink kind="secondary" icon="download" href={href(urls.table(...at))}>
        {t("roll:table.button")}
      </ButtonLink>
      {presenceDay && (
        <ButtonLink kind="secondary" icon="done" href={href(urls.presences(...at, presenceDay))}>
          {t("roll:presence.button")}
        </ButtonLink>
      )}
    </Actions>
  );
}

function Deciding({ view, seen }: { view: View; seen: RollSeen }) {
  const { t, href } = view;
  const { keeping, one } = seen;
  if (!keeping.sets) return null;
  const at = [keeping.programme.base, keeping.activity.id, one.opening.id] as const;
  const { standing } = one;
  return (
    <section class="flow" aria-labelledby="decider">
      <h2 id="decider">{t("roll:decide")}</h2>
      <Actions>
        {standing !== "cancelled" && standing !== "over" && (
          <ButtonLink kind="secondary" icon="edit" href={href(urls.settings(...at))}>
            {t("roll:settings.button")}
          </ButtonLink>
        )}
        {(standing === "open" || standing === "soon") && (
          <ActionForm view={view} action={href(urls.closing(...at))} kind="secondary" icon="close">
            {t("roll:close")}
          </ActionForm>
        )}
        {(standing === "closed" || one.opening.cancelledAt !== null) && (
          <ActionForm view={view} action={href(urls.reopening(...at))} kind="secondary" icon="undo">
            {t("roll:reopen")}
          </ActionForm>
        )}
        {standing !== "cancelled" && standing !== "over" && (
          <ButtonLink kind="quiet" href={href(urls.cancelling(...at))}>
            {t("roll:cancelAll.button")}
          </ButtonLink>
        )}
      </Actions>
    </section>
  );
}
