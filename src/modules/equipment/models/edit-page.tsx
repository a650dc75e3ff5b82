import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  Checkbox,
  deskPage,
  Form,
  HiddenField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { categories, decisions, longest } from "../codes.ts";
import { urls } from "../urls.ts";
import type { Model } from "./queries.ts";

/** What a model is, in one page: what one reads first is asked first. */
export function modelEditPage(view: View, form: FormState, model: Model | undefined): string {
  const { t, href } = view;
  const title = t(model ? "lending:model.edit" : "lending:model.add");
  const back = model ? urls.deskModel(model.id) : urls.models;
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("lending:models.title"), path: urls.models },
          ...(model ? [{ words: model.name, path: back }] : []),
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <Form view={view} form={form} action={href(model ? urls.editModel(model.id) : urls.addModel)}>
        {model && <HiddenField name="_revision" value={String(model.revision)} />}
        <WhatItIs view={view} form={form} />
        <WhenItComesBack view={view} form={form} />
        <ItsOwnRules view={view} form={form} owned={model?.owner !== null && model !== undefined} />
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

function WhenItComesBack(of: Part) {
  const { t } = of.view;
  return (
    <fieldset class="flow">
      <legend>{t("lending:part.return")}</legend>
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
      <TextField
        {...of}
        name="dayValue"
        label={t("lending:field.dayValue")}
        hint={t("lending:hint.dayValue")}
        optional
      />
    </fieldset>
  );
}

function ItsOwnRules({ owned, ...of }: Part & { owned: boolean }) {
  const { t } = of.view;
  const number = (name: "longestDays" | "leadOpenDays" | "bufferHours") => (
    <TextField
      {...of}
      name={name}
      label={t(`lending:field.${name}`)}
      hint={t("lending:hint.sameAsCommune")}
      optional
    />
  );
  return (
    <fieldset class="flow">
      <legend>{t("lending:part.rules")}</legend>
      <RadioGroup
        {...of}
        name="decision"
        label={t("lending:field.decision")}
        options={["" as const, ...decisions].map((value) => ({
          value,
          label: t(`lending:decision.${value || "same"}`),
        }))}
      />
      {number("longestDays")}
      {number("leadOpenDays")}
      {number("bufferHours")}
      <Checkbox {...of} name="onSiteOnly" label={t("lending:field.onSiteOnly")} />
      {owned && (
        <TextArea
          {...of}
          name="ownerRules"
          label={t("lending:field.ownerRules")}
          rows={4}
          maxLength={longest.ownerRules}
          optional
        />
      )}
    </fieldset>
  );
}
