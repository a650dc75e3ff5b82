import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  CheckboxGroup,
  deskPage,
  Form,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { sections, themes } from "../codes.ts";
import { urls } from "../urls.ts";
import { audiences } from "./rules.ts";

type Seen = {
  form: FormState;
  districts: readonly { id: string; name: string }[];
  /** The campaign being changed; none for a new one. */
  campaign?: { id: string; name: string } | undefined;
  answerDays: number;
};

/** A campaign as one writes it: to whom, about what, when, in which words. Nothing leaves from here. */
export function campaignFormPage(view: View, seen: Seen): string {
  const { t, href } = view;
  const { form, campaign } = seen;
  const title = t(campaign ? "campaigns:edit" : "campaigns:new");
  const field = (name: string) => ({ view, form, name });
  return deskPage(
    view,
    {
      title,
      section: urls.campaigns,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("campaigns:title"), path: urls.campaigns },
          ...(campaign ? [{ words: campaign.name, path: urls.campaign(campaign.id) }] : []),
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t("campaigns:formLead")}</p>
      <Form
        view={view}
        form={form}
        action={href(campaign ? urls.campaignEdit(campaign.id) : urls.newCampaign)}
      >
        <TextField {...field("name")} label={t("campaigns:field.name")} maxLength={80} />
        <RadioGroup
          {...field("audience")}
          label={t("campaigns:field.audience")}
          options={audiences.map((value) => ({ value, label: t(`campaigns:audience.${value}`) }))}
        />
        <SelectField
          {...field("theme")}
          label={t("campaigns:field.theme")}
          hint={t("campaigns:field.themeHint")}
          optional
          options={themes.map((value) => ({ value, label: t(`associations:theme.${value}`) }))}
        />
        {seen.districts.length > 0 && (
          <SelectField
            {...field("district")}
            label={t("campaigns:field.district")}
            hint={t("campaigns:field.districtHint")}
            optional
            options={seen.districts.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <CheckboxGroup
          {...field("sections")}
          label={t("campaigns:field.sections")}
          options={sections.map((value) => ({ value, label: t(`associations:section.${value}`) }))}
        />
        <TextField {...field("first")} type="date" label={t("campaigns:field.first")} />
        <TextField
          {...field("second")}
          type="date"
          label={t("campaigns:field.second")}
          hint={t("campaigns:field.secondHint", { days: seen.answerDays })}
          optional
        />
        <TextField {...field("third")} type="date" label={t("campaigns:field.third")} optional />
        <TextField
          {...field("endsOn")}
          type="date"
          label={t("campaigns:field.endsOn")}
          hint={t("campaigns:field.endsOnHint")}
        />
        <TextField {...field("subject")} label={t("campaigns:field.subject")} maxLength={150} />
        <TextArea
          {...field("opening")}
          label={t("campaigns:field.opening")}
          hint={t("campaigns:field.openingHint")}
          maxLength={2000}
        />
        <Actions>
          <Button>{t("campaigns:save")}</Button>
          <ButtonLink
            kind="quiet"
            href={href(campaign ? urls.campaign(campaign.id) : urls.campaigns)}
          >
            {t("campaigns:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}
