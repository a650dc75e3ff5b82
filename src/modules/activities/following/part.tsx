import { momentWords } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  Card,
  Form,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Programme } from "../edit/programme.ts";
import { urls } from "../urls.ts";
import { patience, type Followed } from "./queries.ts";

export const addressField = "address";

export type FollowingSeen = {
  followed: readonly Followed[];
  /** Whether the commune lets the site ask other ones. */
  allowed: boolean;
  form: FormState;
};

/** Calendars read again each night at their address, and one more. */
export function Following({
  view,
  programme,
  seen,
}: {
  view: View;
  programme: Programme;
  seen: FollowingSeen;
}) {
  const { t, href } = view;
  const { followed, allowed, form } = seen;
  if (!allowed && followed.length === 0) return null;
  return (
    <section class="flow" id="adresses" aria-labelledby="suivre">
      <h2 id="suivre">{t("programme:follow.title")}</h2>
      <p>{t(allowed ? "programme:follow.lead" : "programme:follow.off")}</p>
      {followed.map((one) => (
        <One view={view} programme={programme} one={one} allowed={allowed} />
      ))}
      {allowed && (
        <Form view={view} form={form} action={href(urls.followed(programme.base))}>
          <TextField
            view={view}
            form={form}
            name={addressField}
            type="url"
            label={t("programme:follow.address")}
            hint={t("programme:follow.addressHint")}
            maxLength={1000}
          />
          <Button icon="calendar" kind="secondary">
            {t("programme:follow.read")}
          </Button>
        </Form>
      )}
    </section>
  );
}

function One(props: { view: View; programme: Programme; one: Followed; allowed: boolean }) {
  const { view, programme, one, allowed } = props;
  const { t, lang, href } = view;
  const { base } = programme;
  return (
    <Card>
      <p>{one.address}</p>
      <p class="soft">{t("programme:follow.readAt", { at: momentWords(lang, one.readAt) })}</p>
      {one.paused && <p>{t("programme:follow.paused")}</p>}
      {one.failure && (
        <Alert
          view={view}
          kind={one.failures >= patience ? "warning" : "info"}
          title={t("programme:follow.failed", { count: one.failures })}
        >
          <p>{t(`programme:follow.failure.${one.failure}`)}</p>
        </Alert>
      )}
      <Actions>
        {allowed && !one.paused && (
          <ActionForm view={view} action={href(urls.followedNow(base, one.id))} kind="secondary">
            {t("programme:follow.now")}
          </ActionForm>
        )}
        <ActionForm
          view={view}
          action={href(urls.followedPause(base, one.id))}
          fields={{ paused: one.paused ? "" : "on" }}
          kind="quiet"
        >
          {t(one.paused ? "programme:follow.resume" : "programme:follow.pause")}
        </ActionForm>
        <ActionForm
          view={view}
          action={href(urls.followedStop(base, one.id))}
          kind="quiet"
          icon="close"
        >
          {t("programme:follow.stop")}
        </ActionForm>
        <ActionForm
          view={view}
          action={href(urls.followedStop(base, one.id))}
          fields={{ remove: "on" }}
          kind="danger"
          icon="remove"
        >
          {t("programme:follow.stopAll")}
        </ActionForm>
      </Actions>
    </Card>
  );
}
