import { longDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  ButtonLink,
  deskPage,
  DoneScene,
  EmptyState,
  Form,
  SelectField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { themes } from "../codes.ts";
import { urls } from "../urls.ts";
import type { BulkAct } from "./bulk-rules.ts";

export type BulkSeen = {
  act: BulkAct;
  ids: readonly string[];
  names: readonly string[];
  referents: readonly { id: string; name: string }[];
  /** Address of the list the records come from. */
  back: string;
  form: FormState;
};

/** What is about to change, on how many records, before it does. */
export function bulkPage(view: View, seen: BulkSeen): string {
  const { t } = view;
  const { act, form } = seen;
  const title = t(`registry:bulk.act.${act}`);
  const wrong = Object.keys(form.errors).length > 0;
  return deskPage(
    view,
    { title, section: urls.list, main: "text", wrong },
    <>
      <h1>{title}</h1>
      <p class="lead">{t("registry:bulk.concerned", { count: seen.ids.length })}</p>
      <p>
        {t("registry:bulk.some")} {seen.names.join(", ")}.
      </p>
      <Form view={view} form={form} action={view.href(urls.bulk)}>
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="ids" value={seen.ids.join(" ")} />
        {act === "referent" && (
          <SelectField
            view={view}
            form={form}
            name="value"
            label={t("registry:list.referent")}
            empty={false}
            options={[
              ...seen.referents.map(({ id, name }) => ({ value: id, label: name })),
              { value: "nobody", label: t("registry:bulk.nobody") },
            ]}
          />
        )}
        {act === "theme" && (
          <SelectField
            view={view}
            form={form}
            name="value"
            label={t("registry:list.theme")}
            options={themes.map((value) => ({ value, label: t(`associations:theme.${value}`) }))}
          />
        )}
        <p class="soft">{t("registry:bulk.later")}</p>
        <Actions>
          <Button>{t(`registry:bulk.do.${act}`)}</Button>
          <ButtonLink kind="quiet" href={view.href(seen.back)}>
            {t("registry:bulk.cancel")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}

export type BulkDone = {
  id: string;
  act: BulkAct;
  changed: number;
  undoneAt: Date | null;
  kept: number;
};

/** What the batch did, and how to undo it. */
export function bulkDonePage(view: View, seen: BulkDone): string {
  const { t } = view;
  return deskPage(
    view,
    { title: t("registry:bulk.done"), section: urls.list, main: "text" },
    <>
      <h1>{t("registry:bulk.done")}</h1>
      <EmptyState scene={<DoneScene />} title={t(`registry:bulk.act.${seen.act}`)}>
        <p>{t("registry:bulk.changed", { count: seen.changed })}</p>
      </EmptyState>
      {seen.undoneAt ? (
        <Alert view={view} kind="info">
          <p>{t("registry:bulk.undone", { date: longDay(view.lang, seen.undoneAt) })}</p>
          {seen.kept > 0 && <p>{t("registry:bulk.keptAsIs", { count: seen.kept })}</p>}
        </Alert>
      ) : (
        seen.changed > 0 && (
          <ActionForm
            view={view}
            action={view.href(urls.bulkUndo(seen.id))}
            kind="secondary"
            icon="undo"
          >
            {t("registry:bulk.undo")}
          </ActionForm>
        )
      )}
      <p>
        <a href={view.href(urls.list)}>{t("registry:bulk.cancel")}</a>
      </p>
    </>,
  );
}
