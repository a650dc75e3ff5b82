import {
  ActionForm,
  Actions,
  Alert,
  Breadcrumb,
  Button,
  deskPage,
  Form,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { KeptItem } from "../record/items.ts";
import { patience, type Neighbour } from "../record/queries.ts";
import { doubtDays } from "../rules.ts";
import { urls } from "../urls.ts";
import { First, What } from "./what-it-gives.tsx";

export const nameField = "name";

export type OneSeen = {
  one: Neighbour;
  /** The first associations kept. */
  items: readonly KeptItem[];
  /** How many the commune publishes itself. */
  ours: number;
  allowed: boolean;
  form: FormState;
};

/** One neighbour: before following it, what it would bring; then what became of its readings. */
export function onePage(view: View, seen: OneSeen): string {
  const { t } = view;
  const { one, form } = seen;
  const rehearsed = one.state === "rehearsed";
  const title = rehearsed ? t("exchangedesk:before", { name: one.name }) : one.name;
  return deskPage(
    view,
    { title, section: urls.desk, wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("exchangedesk:title"), path: urls.desk }]}
        here={title}
      />
      <h1>{title}</h1>
      {rehearsed && <p class="lead">{t("exchangedesk:beforeLead")}</p>}
      {!rehearsed && <Trouble view={view} seen={seen} />}
      <What view={view} seen={seen} />
      <Naming view={view} seen={seen} />
      {!rehearsed && <Acts view={view} seen={seen} />}
      <First view={view} items={seen.items} />
    </>,
  );
}

/** What went wrong, and what an agent may say of it. */
function Trouble({ view, seen: { one, allowed } }: { view: View; seen: OneSeen }) {
  const { t, href } = view;
  if (!one.failure) return null;
  const doubted = one.failure === "emptied" ? one.doubted : null;
  return (
    <Alert
      view={view}
      kind={doubted || one.failures >= patience ? "warning" : "info"}
      title={t("exchangedesk:failed", { count: one.failures })}
    >
      <p>{t(`exchangedesk:failure.${one.failure}`)}</p>
      {doubted && (
        <>
          <p>
            {t("exchangedesk:doubt", { before: one.count, now: doubted.count, days: doubtDays })}
          </p>
          {allowed && one.state === "followed" && (
            <ActionForm view={view} action={href(urls.belief(one.id))} kind="secondary">
              {t("exchangedesk:believe")}
            </ActionForm>
          )}
        </>
      )}
    </Alert>
  );
}

/** The name residents read; saying it for the first time is following. */
function Naming({ view, seen: { one, form, allowed } }: { view: View; seen: OneSeen }) {
  const { t, href } = view;
  const rehearsed = one.state === "rehearsed";
  if (rehearsed && !allowed) return null;
  return (
    <Form view={view} form={form} action={href(urls.following(one.id))}>
      <TextField
        view={view}
        form={form}
        name={nameField}
        label={t("exchangedesk:name")}
        hint={t("exchangedesk:nameHint")}
        maxLength={120}
      />
      <Actions>
        <Button icon="done" kind={rehearsed ? "primary" : "secondary"}>
          {t(rehearsed ? "exchangedesk:follow" : "exchangedesk:rename")}
        </Button>
        {rehearsed && (
          <Button kind="quiet" icon="close" action={href(urls.stop(one.id))}>
            {t("exchangedesk:drop")}
          </Button>
        )}
      </Actions>
    </Form>
  );
}

function Acts({ view, seen: { one, allowed } }: { view: View; seen: OneSeen }) {
  const { t, href } = view;
  const paused = one.state === "paused";
  return (
    <section class="flow">
      <h2>{t("exchangedesk:acts")}</h2>
      <Actions>
        {allowed && !paused && (
          <ActionForm view={view} action={href(urls.now(one.id))} kind="secondary">
            {t("exchangedesk:now")}
          </ActionForm>
        )}
        <ActionForm
          view={view}
          action={href(urls.pause(one.id))}
          fields={{ paused: paused ? "" : "on" }}
          kind="quiet"
        >
          {t(paused ? "exchangedesk:resume" : "exchangedesk:pause")}
        </ActionForm>
        <ActionForm view={view} action={href(urls.stop(one.id))} kind="danger" icon="remove">
          {t("exchangedesk:stop")}
        </ActionForm>
      </Actions>
      <p class="soft">{t("exchangedesk:stopWords")}</p>
    </section>
  );
}
