import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Form,
  HiddenField,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { longest, type NewsKind } from "../codes.ts";
import { urls } from "../urls.ts";

export type TextsSeen = {
  kind: NewsKind;
  form: FormState;
  /** Absent while it is new. */
  item: { id: string; title: string; revision: number } | undefined;
};

/** The texts of an item: its title, what was done, what it changed, what the town hall brought. */
export function textsPage(view: View, { kind, form, item }: TextsSeen): string {
  const { t, href } = view;
  const title = item ? t("newsdesk:texts") : t(`newsdesk:add.${kind}`);
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("newsdesk:title"), path: urls.desk },
          ...(item ? [{ words: item.title, path: urls.one(item.id) }] : []),
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t(`newsdesk:how.${kind}`)}</p>
      <Form view={view} form={form} action={href(item ? urls.texts(item.id) : urls.add)}>
        {item ? (
          <HiddenField name="_revision" value={String(item.revision)} />
        ) : (
          <HiddenField name="genre" value={kind} />
        )}
        <NewsFields view={view} form={form} kind={kind} />
        <Actions>
          <Button icon="done">{t("newsdesk:save")}</Button>
          <ButtonLink kind="quiet" href={href(item ? urls.one(item.id) : urls.desk)}>
            {t("newsdesk:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}

/** The questions of an item, the town hall's last when an association proposes one. */
export function NewsFields(props: {
  view: View;
  form: FormState;
  kind: NewsKind;
  proposing?: boolean;
}) {
  const { view, form, kind, proposing = false } = props;
  const { t } = view;
  const field = (name: "body" | "support" | "results", rows: number, optional: boolean) => (
    <TextArea
      view={view}
      form={form}
      name={name}
      label={t(`newsdesk:field.${name}`)}
      hint={t(`newsdesk:hint.${name}`)}
      rows={rows}
      maxLength={longest[name]}
      {...(optional ? { optional: true as const } : {})}
    />
  );
  return (
    <>
      <TextField
        view={view}
        form={form}
        name="title"
        label={t("newsdesk:field.title")}
        hint={t("newsdesk:hint.title")}
        maxLength={longest.title}
      />
      {field("body", 8, false)}
      {field("results", 4, kind === "action")}
      {!proposing && field("support", 3, kind === "initiative")}
    </>
  );
}
