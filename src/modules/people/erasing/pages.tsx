import { retention } from "../../../platform/retention.ts";
import {
  Actions,
  Alert,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Form,
  HiddenField,
  MailAddress,
  Table,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { HistoryLine } from "../../journal/index.ts";
import { HeldThings } from "../mine/pages.tsx";
import type { Told } from "../mine/told.ts";
import { heldKinds, type Held, type Unsearched } from "../personal-data.ts";
import { settingsStep } from "../team/pages.tsx";
import { momentWords } from "../../../ui/dates.ts";
import { urls } from "../urls.ts";
import { UnsearchedFiles } from "./unsearched.tsx";

/** Asks whom to erase, and shows the erasures already made: how much went, never whom. */
export function erasingPage(
  view: View,
  seen: { form: FormState; past: readonly HistoryLine[] },
): string {
  const { t } = view;
  const { form, past } = seen;
  const title = t("people:erasing.title");
  return deskPage(
    view,
    { title, section: urls.settings, wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb view={view} trail={[settingsStep(view)]} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("people:erasing.words")}</p>
      <Form view={view} action={view.href(urls.erasingCheck)} form={form}>
        <TextField
          view={view}
          form={form}
          name="email"
          type="email"
          maxLength={254}
          autocomplete="off"
          label={t("people:erasing.email")}
          hint={t("people:erasing.hint")}
        />
        <Actions>
          <Button>{t("people:erasing.look")}</Button>
        </Actions>
      </Form>
      <h2>{t("people:erasing.past")}</h2>
      <Table
        view={view}
        caption={t("people:erasing.past")}
        captionHidden
        rows={past}
        empty={<p>{t("people:erasing.none")}</p>}
        columns={[
          {
            label: t("people:erasing.when"),
            heading: true,
            cell: ({ at }) => momentWords(view.lang, at),
          },
          {
            label: t("people:erasing.who"),
            cell: ({ actorName }) => actorName ?? t("people:erasing.someone"),
          },
          {
            label: t("people:erasing.what"),
            cell: ({ change }) => <HeldList view={view} held={heldOf(change)} />,
          },
        ]}
      />
    </>,
  );
}

/** Before erasing for good: what is held, kind by kind. */
export function erasingCheckPage(
  view: View,
  seen: {
    email: string;
    held: readonly Held[];
    told: readonly Told[];
    files: readonly Unsearched[];
    form: FormState;
  },
): string {
  const { t } = view;
  const { email, held, told, files, form } = seen;
  const title = t("people:erasing.check");
  return deskPage(
    view,
    { title, section: urls.settings, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[settingsStep(view), { words: t("people:erasing.title"), path: urls.erasing }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">
        <MailAddress address={email} />
      </p>
      <h2>{t("people:erasing.held")}</h2>
      <HeldList view={view} held={held} />
      <details>
        <summary>{t("people:erasing.detail")}</summary>
        <HeldThings view={view} told={told} />
      </details>
      <UnsearchedFiles view={view} files={files} />
      <p>{t("people:erasing.same_name")}</p>
      <p>{t("people:erasing.files", { days: retention.importFileDays })}</p>
      <Alert view={view} kind="warning" title={t("people:erasing.for_good")} />
      <Form view={view} action={view.href(urls.erasingDone)} form={form}>
        <HiddenField name="email" value={email} />
        <Actions>
          <Button kind="danger" icon="remove">
            {t("people:erasing.do")}
          </Button>
          <ButtonLink kind="quiet" href={view.href(urls.erasing)}>
            {t("people:erasing.keep")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}

const heldOf = (change: HistoryLine["change"]): Held[] =>
  heldKinds.flatMap((kind) => (change[kind] ? [{ kind, count: Number(change[kind]) }] : []));

export const HeldList = ({ view, held }: { view: View; held: readonly Held[] }) => (
  <ul>
    {held.map(({ kind, count }) => (
      <li>{view.t(`people:erasing.kind.${kind}`, { count })}</li>
    ))}
  </ul>
);
