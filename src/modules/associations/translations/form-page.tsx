import { frenchType } from "../../../platform/i18n/index.ts";
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  ButtonLink,
  Form,
  Tag,
  TextArea,
  WordsIn,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { longestTexts, textFields, type TextField } from "../codes.ts";
import { keptPage } from "../members/frame.tsx";
import type { Keeper } from "../members/keeper.ts";
import { languageWord } from "../words.ts";
import { baseOfTexts } from "./doors.ts";
import { languagesToReread, mustBeReread } from "./rules.ts";
import { frenchOf, type Written } from "./saving.ts";

export type FormSeen = {
  keeper: Keeper;
  lang: string;
  written: Written;
  /** What the form says it was opened on. */
  base: unknown;
  form: FormState;
  /** Someone changed a text, French or not, since the form was opened. */
  moved: boolean;
};

/** The texts of a page in one language, each beside its French. */
export function formPage(view: View, seen: FormSeen): string {
  const { t, href } = view;
  const { keeper, lang, written, form } = seen;
  const base = baseOfTexts(keeper);
  const language = languageWord(t, view.lang, lang);
  const french = frenchOf(written);
  const known = written.texts.filter((text) => text.lang === lang);
  const asked = textFields.filter(
    (field) => french[field] || known.some((text) => text.field === field),
  );
  const stale = languagesToReread(known, french).length > 0;
  return keptPage(
    view,
    keeper,
    {
      title: t("texts:form.title", { language }),
      wrong: seen.moved || Object.keys(form.errors).length > 0,
      above: { words: t("texts:title"), path: base },
    },
    <>
      {seen.moved && (
        <div role="alert" tabIndex={-1} data-focus>
          <Alert view={view} kind="warning" title={t("texts:moved.title")}>
            <p>{t("texts:moved.words")}</p>
            {known.map(
              ({ field, body }) =>
                body !== form.values[field] && (
                  <details>
                    <summary>{t("texts:moved.now", { field: t(`registry:field.${field}`) })}</summary>
                    <WordsIn lang={lang} text={body} />
                  </details>
                ),
            )}
          </Alert>
        </div>
      )}
      {stale && !seen.moved && (
        <Alert view={view} kind="warning" title={t("texts:stale.title")}>
          <p>{t("texts:stale.words")}</p>
        </Alert>
      )}
      <p>{t("texts:form.how")}</p>
      <Form view={view} form={form} action={href(`${base}/${lang}`)} keep>
        <input type="hidden" name="_revision" value={String(written.situation.revision)} />
        <input type="hidden" name="_base" value={JSON.stringify(seen.base)} />
        {asked.map((field) => (
          <OneText view={view} seen={seen} field={field} language={language} />
        ))}
        <Actions>
          <Button>{t(stale ? "texts:form.reread" : "texts:form.save")}</Button>
          <ButtonLink kind="quiet" href={href(base)}>
            {t("texts:form.back")}
          </ButtonLink>
        </Actions>
      </Form>
      {known.length > 0 && (
        <section class="flow">
          <h2>{t("texts:remove.title", { language })}</h2>
          <p>{t("texts:remove.words", { language })}</p>
          <ActionForm view={view} action={href(`${base}/${lang}/retrait`)} kind="danger" icon="remove">
            {t("texts:remove.do", { language })}
          </ActionForm>
        </section>
      )}
    </>,
  );
} // prettier-ignore

/** A text in French, and the field to say it in the other language. */
function OneText(props: { view: View; seen: FormSeen; field: TextField; language: string }) {
  const { view, seen, field, language } = props;
  const { t } = view;
  const { lang, written, form } = seen;
  const french = frenchOf(written)[field];
  const known = written.texts.find((text) => text.lang === lang && text.field === field);
  const word = t(`registry:field.${field}`);
  return (
    <div class="beside">
      <div class="flow">
        <p class="label">{t("texts:form.french", { field: word })}</p>
        {french ? <WordsIn lang="fr" text={frenchType(french)} /> : <p>{t("texts:form.gone")}</p>}
        {known?.french && mustBeReread(known, frenchOf(written)) && (
          <>
            <p>
              <Tag tone="warning">{t("texts:form.changed")}</Tag>
            </p>
            <details open>
              <summary>{t("texts:form.before")}</summary>
              <WordsIn lang="fr" text={frenchType(known.french)} />
            </details>
          </>
        )}
      </div>
      <TextArea
        view={view}
        form={form}
        name={field}
        label={t("texts:form.in", { field: word, language })}
        hint={t("texts:form.most", { count: longestTexts[field] })}
        optional="silent"
        rows={Math.min(14, Math.max(3, Math.ceil((french ?? "").length / 45)))}
        maxLength={longestTexts[field]}
        lang={lang}
      />
    </div>
  );
}
