import { ActionForm, Actions, Alert, ButtonLink, Facts, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Rehearsal } from "./audience.ts";
import type { Campaign } from "./rules.ts";

export type DraftSeen = {
  rehearsal: Rehearsal;
  example: boolean;
  mailServer: boolean;
  /** Why it cannot start as it is. */
  refusal: string | undefined;
};

/** Before anything leaves: what would, the letter itself, and the button that starts. */
export function Draft({
  view,
  campaign,
  seen,
}: {
  view: View;
  campaign: Campaign;
  seen: DraftSeen;
}) {
  const { t, href } = view;
  const { rehearsal } = seen;
  return (
    <>
      {seen.refusal && (
        <Alert view={view} kind="warning" title={t("campaigns:draft.refused")}>
          <p>{seen.refusal}</p>
        </Alert>
      )}
      {!seen.mailServer && (
        <Alert view={view} kind="warning">
          <p>{t("campaigns:draft.noMailServer")}</p>
        </Alert>
      )}
      <h2>{t("campaigns:draft.rehearsal")}</h2>
      <p class="lead">
        {t("campaigns:draft.people", {
          count: rehearsal.people,
          associations: rehearsal.associations,
        })}
      </p>
      <Facts
        view={view}
        facts={[
          { term: t("campaigns:draft.associations"), value: String(rehearsal.associations) },
          { term: t("campaigns:draft.letters"), value: String(rehearsal.people) },
          { term: t("campaigns:draft.most"), value: String(rehearsal.most) },
          { term: t("campaigns:draft.without"), value: String(rehearsal.without) },
          { term: t("campaigns:draft.unreachable"), value: String(rehearsal.unreachable) },
          { term: t("campaigns:draft.recent"), value: rehearsal.recent || undefined },
        ]}
      />
      <h2>{t("campaigns:draft.letter")}</h2>
      {seen.example ? (
        <>
          <p class="soft">{t("campaigns:draft.letterWords")}</p>
          <iframe
            class="letter-frame"
            title={t("campaigns:draft.letter")}
            src={href(urls.campaignLetter(campaign.id))}
            sandbox=""
          />
        </>
      ) : (
        <p>{t("campaigns:draft.nobody")}</p>
      )}
      <Actions>
        {!seen.refusal && rehearsal.associations > 0 && (
          <ActionForm view={view} icon="send" action={href(urls.campaignStart(campaign.id))}>
            {t("campaigns:draft.start")}
          </ActionForm>
        )}
        <ButtonLink kind="secondary" icon="edit" href={href(urls.campaignEdit(campaign.id))}>
          {t("campaigns:edit")}
        </ButtonLink>
        <ActionForm
          view={view}
          kind="quiet"
          icon="remove"
          action={href(urls.campaignRemoval(campaign.id))}
        >
          {t("campaigns:draft.remove")}
        </ActionForm>
      </Actions>
    </>
  );
}
