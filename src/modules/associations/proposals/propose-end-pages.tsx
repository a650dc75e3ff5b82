import {
  Actions,
  Button,
  ButtonLink,
  DoneScene,
  EmptyState,
  Facts,
  Form,
  page,
  Steps,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { codeWord } from "../words.ts";
import { Carried, proposeFrame } from "./propose-pages.tsx";
import { whatFields, whoFields } from "./reading.ts";
import { Trap } from "./trap.tsx";

/** Everything said, to be read again before it leaves. */
export function checkPage(view: View, form: FormState): string {
  const { t } = view;
  const said = (field: string) => String(form.values[field] ?? "");
  return proposeFrame(
    view,
    form,
    <>
      <Steps view={view} step={3} steps={3} words={t("proposals:propose.check")} />
      <Form view={view} form={form} action={view.href(urls.proposeSend)}>
        <Facts
          view={view}
          facts={[...whatFields, ...whoFields].map((field) => ({
            term: t(`proposals:propose.${field}`),
            value:
              field === "theme" && said(field) ? codeWord(t, "theme", said(field)) : said(field),
          }))}
        />
        <p>{t("proposals:propose.after")}</p>
        <Carried values={form.values} fields={[...whatFields, ...whoFields]} />
        <Trap view={view} />
        <Actions>
          <Button waiting={t("ui:form.sending")} icon="send">
            {t("proposals:propose.send")}
          </Button>
          <Button kind="quiet" action={view.href(urls.propose)}>
            {t("ui:facts.change")}
          </Button>
        </Actions>
      </Form>
    </>,
  );
}

/** What happens next. */
export function thanksPage(view: View): string {
  const { t } = view;
  return page(
    view,
    { title: t("proposals:propose.thanks"), main: "text", hidden: true, section: "/annuaire" },
    <>
      <h1>{t("proposals:propose.thanks")}</h1>
      <EmptyState scene={<DoneScene />} title={t("proposals:propose.title")}>
        <p>{t("proposals:propose.after")}</p>
        <p>{t("proposals:propose.thanksMail")}</p>
        <Actions>
          <ButtonLink href={view.href("/annuaire")}>{t("proposals:propose.back")}</ButtonLink>
          <ButtonLink kind="quiet" href={view.href(urls.propose)}>
            {t("proposals:propose.other")}
          </ButtonLink>
        </Actions>
      </EmptyState>
    </>,
  );
}
