import { Alert } from "../../../ui/alert.tsx";
import { ColourField } from "../../../ui/colour-field.tsx";
import { FileField, HiddenField, TextField } from "../../../ui/fields.tsx";
import {
  ActionForm,
  Actions,
  blankForm,
  Button,
  ButtonLink,
  Form,
  type FormState,
} from "../../../ui/form.tsx";
import { Table } from "../../../ui/table.tsx";
import { checkTheme, type Theme } from "../../../ui/theme.ts";
import type { View } from "../../../ui/view.ts";
import { settingsPage } from "../settings/pages.tsx";
import { settingsUrls } from "../settings/urls.ts";
import { ThemeSample } from "./sample.tsx";

export type LookPage = {
  form: FormState;
  /** Colours shown by the sample. */
  theme: Theme;
  logo: { id: string; alt: string } | undefined;
  logoForm?: FormState;
  /** Colours close to those typed, which can be read. */
  proposal?: Theme;
};

/** Colours and logo of the commune. */
export function lookPage(view: View, look: LookPage): string {
  const { t } = view;
  const form =
    look.logoForm && Object.keys(look.logoForm.errors).length ? look.logoForm : look.form;
  return settingsPage(
    view,
    { title: t("settings:look.title"), lead: t("settings:look.lead"), form },
    <>
      {look.proposal && <Proposal view={view} asked={look.theme} proposal={look.proposal} />}
      <Form view={view} action={view.href(settingsUrls.colours)} form={look.form}>
        {(["primary", "accent"] as const).map((name) => (
          <ColourField
            view={view}
            form={look.form}
            name={name}
            label={t(`settings:look.${name}.label`)}
            hint={t(`settings:look.${name}.hint`)}
          />
        ))}
        <Actions>
          <Button>{t("settings:look.save")}</Button>
          <Button kind="secondary" name="voir" value="1">
            {t("settings:look.see")}
          </Button>
        </Actions>
      </Form>
      {!look.proposal && (
        <>
          <ThemeSample view={view} theme={look.theme} label={t("settings:look.sample")} />
          <p>{t("settings:look.pass")}</p>
          <Checks view={view} theme={look.theme} />
        </>
      )}
      <Logo view={view} logo={look.logo} form={look.logoForm ?? blankForm} />
    </>,
  );
}

function Proposal({ view, asked, proposal }: { view: View; asked: Theme; proposal: Theme }) {
  const { t } = view;
  return (
    <section class="flow push">
      <Alert view={view} kind="warning" title={t("settings:look.fail")}>
        <p>{t("settings:look.proposal.lead")}</p>
      </Alert>
      <h2>{t("settings:look.proposal.title")}</h2>
      <div class="grid">
        <ThemeSample view={view} theme={asked} label={t("settings:look.proposal.asked")} />
        <ThemeSample view={view} theme={proposal} label={t("settings:look.proposal.proposed")} />
      </div>
      <p>{t("settings:look.proposal.colours", proposal)}</p>
      <Checks view={view} theme={asked} />
      <Form view={view} action={view.href(settingsUrls.colours)} form={blankForm}>
        <HiddenField name="primary" value={proposal.primary} />
        <HiddenField name="accent" value={proposal.accent} />
        <Actions>
          <Button>{t("settings:look.proposal.keep")}</Button>
          <ButtonLink kind="secondary" href="#champ-primary">
            {t("settings:look.proposal.change")}
          </ButtonLink>
        </Actions>
      </Form>
    </section>
  );
}

function Checks({ view, theme }: { view: View; theme: Theme }) {
  const { t, lang } = view;
  const written = (ratio: number) =>
    `${(Math.floor(ratio * 10) / 10).toLocaleString(lang, { minimumFractionDigits: 1 })} : 1`;
  return (
    <Table
      view={view}
      caption={t("settings:look.checks.caption")}
      rows={checkTheme(theme)}
      columns={[
        {
          label: t("settings:look.checks.what"),
          heading: true,
          cell: (pair) => t(`settings:look.pair.${pair.name}`),
        },
        {
          label: t("settings:look.checks.ratio"),
          numeric: true,
          cell: (pair) => written(pair.ratio),
        },
        {
          label: t("settings:look.checks.needed"),
          numeric: true,
          cell: (pair) => written(pair.needed),
        },
        {
          label: t("settings:look.checks.result"),
          cell: (pair) => t(`settings:look.checks.${pair.passes ? "good" : "bad"}`),
        },
      ]}
    />
  );
}

function Logo({ view, logo, form }: { view: View; logo: LookPage["logo"]; form: FormState }) {
  const { t } = view;
  return (
    <section class="flow push">
      <h2>{t("settings:look.logo.title")}</h2>
      <p>{t("settings:look.logo.lead")}</p>
      {logo && (
        <>
          <p>
            <img src={`/fichiers/${logo.id}`} alt={logo.alt} width="96" />
          </p>
          <ActionForm
            view={view}
            action={view.href(settingsUrls.removeLogo)}
            kind="quiet"
            icon="remove"
          >
            {t("settings:look.logo.remove")}
          </ActionForm>
        </>
      )}
      <Form view={view} action={view.href(settingsUrls.logo)} form={form} files>
        <FileField
          view={view}
          form={form}
          name="logo"
          label={t("settings:look.logo.file")}
          hint={t("settings:look.logo.fileHint")}
          accept="image/png,image/jpeg,image/webp,image/svg+xml"
        />
        <TextField
          view={view}
          form={form}
          name="alt"
          label={t("settings:look.logo.alt")}
          hint={t("settings:look.logo.altHint")}
          maxLength={160}
        />
        <Actions>
          <Button icon="upload">{t("settings:look.logo.save")}</Button>
        </Actions>
      </Form>
    </section>
  );
}
