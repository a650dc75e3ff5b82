import { RadioGroup } from "../../../ui/choices.tsx";
import { longDay } from "../../../ui/dates.ts";
import { deskPage } from "../../../ui/desk-layout.tsx";
import { TextArea, TextField } from "../../../ui/fields.tsx";
import { Actions, Button, ButtonLink, Form, type FormState } from "../../../ui/form.tsx";
import { Table } from "../../../ui/table.tsx";
import { Breadcrumb } from "../../../ui/wayfinding.tsx";
import type { View } from "../../../ui/view.ts";
import { dayOf } from "../../../platform/clock.ts";
import { axes, commitmentsOf, type CommitmentId } from "./codes.ts";
import { History } from "./commitment-page.tsx";
import { StateTag, type Standings } from "./pages.tsx";
import { commitmentStates, stateWords, type Standing } from "./rules.ts";
import { commitmentUrls } from "./urls.ts";

/** The 21 commitments as agents and elected officials follow them; `edits` shows the way to change them. */
export function commitmentsDeskPage(view: View, standings: Standings, edits: boolean): string {
  const { t } = view;
  return deskPage(
    view,
    { title: t("settings:commitments.title"), section: commitmentUrls.desk },
    <>
      <h1>{t("settings:commitments.title")}</h1>
      <p class="lead">{t("settings:commitments.lead")}</p>
      {axes.map((axis) => (
        <section class="flow push">
          <h2>{t(`commitments:axis.${axis}.title`)}</h2>
          <Table
            view={view}
            caption={t(`commitments:axis.${axis}.title`)}
            captionHidden
            rows={commitmentsOf(axis)}
            columns={[
              {
                label: t("settings:commitments.commitment"),
                heading: true,
                cell: (id) => (
                  <a href={view.href((edits ? commitmentUrls.edit : commitmentUrls.one)(id))}>
                    {id} {t(`commitments:commitment.${id}.title`)}
                  </a>
                ),
              },
              {
                label: t("commitments:page.state"),
                cell: (id) => (
                  <StateTag view={view} state={standings.get(id)?.state ?? "not_started"} />
                ),
              },
              {
                label: t("settings:commitments.since"),
                cell: (id) => {
                  const since = standings.get(id)?.since;
                  return since ? longDay(view.lang, dayOf(since)) : t("settings:none");
                },
              },
              {
                label: t("commitments:page.owner"),
                cell: (id) => standings.get(id)?.owner ?? t("house:commitments.nobody"),
              },
            ]}
          />
        </section>
      ))}
    </>,
  );
}

/** Where a commitment stands now: a state, somebody, what shows it. */
export function editCommitmentPage(
  view: View,
  id: CommitmentId,
  form: FormState,
  history: readonly Standing[],
): string {
  const { t } = view;
  const title = `${id} ${t(`commitments:commitment.${id}.title`)}`;
  return deskPage(
    view,
    {
      title,
      section: commitmentUrls.desk,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("settings:commitments.title"), path: commitmentUrls.desk }]}
        here={id}
      />
      <h1>{title}</h1>
      <p class="lead">{t(`commitments:commitment.${id}.does`)}</p>
      <Form view={view} action={view.href(commitmentUrls.edit(id))} form={form}>
        <RadioGroup
          view={view}
          form={form}
          name="state"
          label={t("commitments:page.state")}
          options={commitmentStates.map((state) => ({
            value: state,
            label: t(`commitments:page.states.${stateWords[state]}`),
          }))}
        />
        <TextField
          view={view}
          form={form}
          name="owner"
          label={t("commitments:page.owner")}
          hint={t("settings:commitments.ownerHint")}
          maxLength={120}
        />
        <TextArea
          view={view}
          form={form}
          name="evidence"
          label={t("commitments:page.evidence")}
          hint={t("settings:commitments.evidenceHint")}
          optional
          maxLength={2000}
        />
        <Actions>
          <Button>{t("settings:commitments.save")}</Button>
          <ButtonLink kind="quiet" href={view.href(commitmentUrls.desk)}>
            {t("settings:cancel")}
          </ButtonLink>
        </Actions>
      </Form>
      <h2>{t("house:commitments.history")}</h2>
      <History view={view} history={history} />
    </>,
  );
}
