import { longDay } from "../../../ui/dates.ts";
import { deskPage } from "../../../ui/desk-layout.tsx";
import { TextArea, TextField } from "../../../ui/fields.tsx";
import { Actions, Button, ButtonLink, Form, type FormState } from "../../../ui/form.tsx";
import { Table } from "../../../ui/table.tsx";
import type { View } from "../../../ui/view.ts";
import { dayOf } from "../../../platform/clock.ts";
import { periodWords } from "../../communes/index.ts";
import type { IndicatorId } from "../ids.ts";
import { indicatorUrls } from "../urls.ts";
import { nameOf } from "../words.ts";
import type { DeclaredFigure } from "./queries.ts";

/** Figures somebody counted elsewhere: shown as declared, with who, when and on what evidence. */
export function DeclaredTable({
  view,
  figures,
}: {
  view: View;
  figures: readonly DeclaredFigure[];
}) {
  const { t, lang } = view;
  return (
    <Table
      view={view}
      caption={t("indicators:declared.caption")}
      captionHidden
      rows={figures}
      empty={<p>{t("indicators:declared.none")}</p>}
      columns={[
        {
          label: t("indicators:column.period"),
          heading: true,
          cell: (figure) => periodWords(t, lang, figure),
        },
        {
          label: t("indicators:declared.value"),
          numeric: true,
          cell: ({ value }) => value.toLocaleString(lang),
        },
        { label: t("indicators:declared.evidence"), cell: ({ evidence }) => evidence },
        {
          label: t("indicators:declared.by"),
          cell: ({ by, at }) =>
            t("indicators:declared.byValue", {
              name: by ?? t("indicators:declared.somebody"),
              date: longDay(lang, dayOf(at)),
            }),
        },
      ]}
    />
  );
}

/** The form that declares a figure. */
export function declarePage(view: View, id: IndicatorId, form: FormState): string {
  const { t } = view;
  const title = t("indicators:declared.title", { name: nameOf(t, id) });
  return deskPage(
    view,
    {
      title,
      section: indicatorUrls.all,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <h1>{title}</h1>
      <p class="lead">{t("indicators:declared.lead")}</p>
      <Form view={view} action={view.href(indicatorUrls.declare(id))} form={form}>
        <TextField
          view={view}
          form={form}
          name="from"
          type="date"
          label={t("period:choose.from")}
        />
        <TextField view={view} form={form} name="to" type="date" label={t("period:choose.to")} />
        <TextField
          view={view}
          form={form}
          name="value"
          short
          inputmode="decimal"
          label={t("indicators:declared.value")}
        />
        <TextArea
          view={view}
          form={form}
          name="evidence"
          label={t("indicators:declared.evidence")}
          hint={t("indicators:declared.evidenceHint")}
          maxLength={2000}
        />
        <Actions>
          <Button>{t("indicators:declared.do")}</Button>
          <ButtonLink kind="quiet" href={view.href(indicatorUrls.one(id))}>
            {t("settings:cancel")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}
