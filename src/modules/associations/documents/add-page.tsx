import {
  Actions,
  Button,
  FileField,
  Form,
  RadioGroup,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { shelfPage } from "./pages.tsx";
import { paperField } from "./receiving.ts";
import { kindSlugs, mustEnd, visibilities, type DocumentKind } from "./rules.ts";
import type { Shelf } from "./shelf.ts";

/** One paper, given once: the file or its photograph, its date, its end, and who may read it. */
export function addPage(
  view: View,
  { shelf, kind, form }: { shelf: Shelf; kind: DocumentKind; form: FormState },
): string {
  const { t } = view;
  const title = t(`documents:add.${kind}`);
  const ends = mustEnd(kind);
  // A paper an agent received was given to the town hall: it is never hidden from it.
  const readers = visibilities.filter((one) => shelf.side === "space" || one !== "association");
  return shelfPage(
    view,
    shelf,
    { title, wrong: Object.keys(form.errors).length > 0, here: t(`documents:kind.${kind}`) },
    <>
      <h1>{title}</h1>
      <p class="lead">{t(`documents:what.${kind}`)}</p>
      <Form view={view} form={form} action={view.href(`${shelf.base}/${kindSlugs[kind]}`)} files>
        <FileField
          view={view}
          form={form}
          name={paperField}
          label={t("documents:form.file")}
          hint={t("documents:form.fileHint")}
          accept="application/pdf,image/jpeg,image/png,image/webp"
        />
        <TextField
          view={view}
          form={form}
          name="datedOn"
          type="date"
          label={t(ends ? "documents:form.begins" : "documents:form.dated")}
          hint={t("documents:form.datedHint")}
        />
        <TextField
          view={view}
          form={form}
          name="expiresOn"
          type="date"
          label={t("documents:form.expires")}
          hint={t(ends ? "documents:form.expiresHint" : `documents:ends.${kind}`)}
          optional={!ends}
        />
        <RadioGroup
          view={view}
          form={form}
          name="visibility"
          label={t("documents:form.visibility")}
          options={readers.map((value) => ({
            value,
            label: t(`documents:visibility.${value}`),
            hint: t(`documents:visibilityHint.${value}`),
          }))}
        />
        <Actions>
          <Button icon="upload" waiting={t("documents:form.waiting")}>
            {t("documents:form.send")}
          </Button>
        </Actions>
      </Form>
    </>,
  );
}
