import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  EmptyState,
  RestScene,
  SelectField,
  Table,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Unit } from "../units/queries.ts";
import { urls } from "../urls.ts";
import { sheetNames, sheets } from "./labels.ts";

export type LabelsSeen = {
  units: readonly Unit[];
  models: readonly { id: string; name: string }[];
  places: readonly { id: string; name: string }[];
  form: FormState;
  /** Where the sheet is made; nothing when there is nothing to stick. */
  pdf: string | undefined;
};

/** Which units get a label, on which sheet, from which label on. */
export function labelsPage(view: View, { units, models, places, form, pdf }: LabelsSeen): string {
  const { t, href } = view;
  const of = { view, form };
  const wrong = Object.keys(form.errors).length > 0;
  return deskPage(
    view,
    { title: t("paperdesk:labels.title"), section: urls.desk, main: "text", wrong },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("lending:title"), path: urls.desk },
          { words: t("lending:models.title"), path: urls.models },
        ]}
        here={t("paperdesk:labels.title")}
      />
      <h1>{t("paperdesk:labels.title")}</h1>
      <p class="lead">{t("paperdesk:labels.lead")}</p>
      <form class="form not-paper" method="get" action={href(urls.labels)}>
        <SelectField
          {...of}
          name="modele"
          label={t("paperdesk:labels.model")}
          empty={t("paperdesk:labels.all")}
          options={models.map(({ id, name }) => ({ value: id, label: name }))}
          optional="silent"
        />
        <SelectField
          {...of}
          name="lieu"
          label={t("paperdesk:labels.place")}
          empty={t("paperdesk:labels.all")}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          optional="silent"
        />
        <SelectField
          {...of}
          name="feuille"
          label={t("paperdesk:labels.sheet")}
          hint={t("paperdesk:labels.sheetHint")}
          empty={false}
          options={sheetNames.map((name) => ({
            value: name,
            label: t("paperdesk:labels.sheetOf", {
              count: Number(name),
              width: sheets[name].width.toLocaleString("fr"),
              height: sheets[name].height.toLocaleString("fr"),
            }),
          }))}
        />
        <TextField
          {...of}
          name="premiere"
          label={t("paperdesk:labels.first")}
          hint={t("paperdesk:labels.firstHint")}
          inputmode="numeric"
          short
        />
        <Button kind="secondary">{t("paperdesk:labels.see")}</Button>
      </form>
      {pdf && (
        <Actions>
          <ButtonLink href={href(pdf)} icon="print">
            {t("paperdesk:labels.print", { count: units.length })}
          </ButtonLink>
        </Actions>
      )}
      <Table
        view={view}
        caption={t("paperdesk:labels.those")}
        rows={units}
        empty={<EmptyState scene={<RestScene />} title={t("paperdesk:labels.none")} />}
        columns={[
          {
            label: t("lending:units.tag"),
            heading: true,
            cell: ({ tag }) => <a href={href(urls.unit(tag))}>{tag}</a>,
          },
          { label: t("paperdesk:labels.model"), cell: ({ modelName }) => modelName },
          { label: t("lending:units.place"), cell: ({ placeName }) => placeName },
        ]}
      />
    </>,
  );
}
