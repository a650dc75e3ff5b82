import {
  Actions,
  Breadcrumb,
  Button,
  deskPage,
  FileField,
  Form,
  RadioGroup,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";

export const newFields = { file: "fichier", territory: "associations" } as const;

/** Which file, and which of its associations. */
export function newPage(view: View, form: FormState): string {
  const { t } = view;
  const title = t("imports:new.title");
  return deskPage(
    view,
    { title, section: urls.list, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("imports:title"), path: urls.list }]}
        here={title}
      />
      <h1>{title}</h1>
      <Form view={view} form={form} action={view.href(urls.list)} files>
        <FileField
          view={view}
          form={form}
          name={newFields.file}
          label={t("imports:new.file")}
          hint={t("imports:new.fileHint")}
          accept=".csv,.txt,.tsv,.xlsx,.ods,.json"
        />
        <RadioGroup
          view={view}
          form={form}
          name={newFields.territory}
          label={t("imports:new.territory")}
          options={[
            {
              value: "commune",
              label: t("imports:new.commune", { commune: view.commune.name }),
              hint: t("imports:new.communeHint"),
            },
            { value: "all", label: t("imports:new.all"), hint: t("imports:new.allHint") },
          ]}
        />
        <Actions>
          <Button icon="upload" waiting={t("imports:new.waiting")}>
            {t("imports:new.send")}
          </Button>
        </Actions>
        <p class="soft">{t("imports:new.after")}</p>
      </Form>
    </>,
  );
}
