import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  Checkbox,
  Form,
  HiddenField,
  SelectField,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { categories, longest } from "../codes.ts";
import { keptPage, modelsTrail } from "../kept-page.tsx";
import { ItsOwnRules } from "./rules-fields.tsx";
import { OwnerField } from "../own/owner-field.tsx";
import type { Side } from "../who.ts";
import type { Model } from "./queries.ts";

export type ModelEdited = {
  side: Side;
  model: Model | undefined;
  /** The associations it may be of, when one adds a model in its space. */
  owners: readonly { id: string; name: string }[];
  form: FormState;
};

/** What a model is, in one page: what one reads first is asked first. */
export function modelEditPage(view: View, { side, model, owners, form }: ModelEdited): string {
  const { t, href } = view;
  const title = t(model ? "lending:model.edit" : "lending:model.add");
  const back = model ? side.urls.deskModel(model.id) : side.urls.models;
  const own = side.name === "space";
  return keptPage(
    view,
    side,
    { title, form },
    <>
      <Breadcrumb
        view={view}
        trail={[...modelsTrail(view, side), ...(model ? [{ words: model.name, path: back }] : [])]}
        here={title}
      />
      <h1>{title}</h1>
      <Form
        view={view}
        form={form}
        action={href(model ? side.urls.editModel(model.id) : side.urls.addModel)}
      >
        {model && <HiddenField name="_revision" value={String(model.revision)} />}
        {own && !model && <OwnerField view={view} form={form} owners={owners} />}
        <WhatItIs view={view} form={form} />
        <WhenItComesBack view={view} form={form} own={own} />
        <ItsOwnRules
          view={view}
          form={form}
          own={own}
          owned={own || (model?.owner ?? null) !== null}
        />
        <Actions>
          <Button icon="done">{t("lending:save")}</Button>
          <ButtonLink kind="quiet" href={href(back)}>
            {t("lending:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}

type Part = { view: View; form: FormState };

function WhatItIs(of: Part) {
  const { t } = of.view;
  return (
    <>
      <TextField {...of} name="name" label={t("lending:field.name")} maxLength={longest.name} />
      <SelectField
        {...of}
        name="category"
        label={t("lending:field.category")}
        options={categories.map((value) => ({ value, label: t(`equipment:category.${value}`) }))}
      />
      <TextArea
        {...of}
        name="purpose"
        label={t("lending:field.purpose")}
        hint={t("lending:hint.purpose")}
        rows={3}
        maxLength={longest.purpose}
      />
      <TextArea
        {...of}
        name="pieces"
        label={t("lending:field.pieces")}
        hint={t("lending:hint.pieces")}
        rows={4}
        optional
      />
      <TextArea
        {...of}
        name="notice"
        label={t("lending:field.notice")}
        hint={t("lending:hint.notice")}
        rows={4}
        maxLength={longest.notice}
        optional
      />
    </>
  );
}

function WhenItComesBack({ own, ...of }: Part & { own: boolean }) {
  const { t } = of.view;
  return (
    <fieldset class="flow">
      <legend class="legend">{t("lending:part.return")}</legend>
      <TextArea
        {...of}
        name="checklist"
        label={t("lending:field.checklist")}
        hint={t("lending:hint.checklist")}
        rows={4}
        optional
      />
      <Checkbox
        {...of}
        name="holdsData"
        label={t("lending:field.holdsData")}
        hint={t("lending:hint.holdsData")}
      />
      <TextField
        {...of}
        name="value"
        label={t("lending:field.value")}
        hint={t("lending:hint.value")}
        optional
      />
      {!own && (
        <TextField
          {...of}
          name="dayValue"
          label={t("lending:field.dayValue")}
          hint={t("lending:hint.dayValue")}
          optional
        />
      )}
    </fieldset>
  );
}
