import {
  ActionForm,
  Actions,
  Button,
  deskPage,
  FileField,
  Form,
  TextField,
  blankForm,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Situation } from "../record/fields.ts";
import { urls } from "../urls.ts";
import { Trail, Ways } from "./pages.tsx";

export const pictureKinds = ["logo", "photo"] as const;
export type PictureKind = (typeof pictureKinds)[number];

export type PicturesSeen = {
  situation: Situation;
  /** What each picture shows, in words. */
  alt: Record<PictureKind, string | undefined>;
  wrong?: { kind: PictureKind; form: FormState } | undefined;
};

/** The logo and the photo of an association. */
export function picturesPage(view: View, seen: PicturesSeen): string {
  const { t } = view;
  const { situation, wrong } = seen;
  const title = t("registry:picture.title", { name: situation.record.name });
  return deskPage(
    view,
    { title, section: urls.list, main: "text", wrong: !!wrong },
    <>
      <Trail view={view} situation={situation} here={t("registry:section.images")} />
      <h1>{title}</h1>
      {pictureKinds.map((kind) => (
        <Picture
          view={view}
          seen={seen}
          kind={kind}
          form={wrong?.kind === kind ? wrong.form : blankForm}
        />
      ))}
      <Ways view={view} situation={situation} />
    </>,
  );
}

function Picture(props: { view: View; seen: PicturesSeen; kind: PictureKind; form: FormState }) {
  const { view, seen, kind, form } = props;
  const { t } = view;
  const { id, record } = seen.situation;
  const file = record[kind];
  return (
    <section class="flow">
      <h2>{t(`registry:picture.${kind}`)}</h2>
      {file && (
        <>
          <img src={`/fichiers/${file}`} alt={seen.alt[kind] ?? ""} width="240" />
          <ActionForm
            view={view}
            action={view.href(urls.pictureRemoval(id, kind))}
            kind="quiet"
            icon="remove"
          >
            {t(`registry:picture.remove.${kind}`)}
          </ActionForm>
        </>
      )}
      <Form view={view} form={form} action={view.href(urls.picture(id, kind))} files>
        <FileField
          view={view}
          form={form}
          name={kind}
          label={t("registry:picture.file")}
          hint={t("registry:picture.fileHint")}
          accept="image/jpeg,image/png,image/webp"
        />
        {kind === "photo" && (
          <TextField
            view={view}
            form={form}
            name="alt"
            label={t("registry:picture.alt")}
            hint={t("registry:picture.altHint")}
            maxLength={300}
          />
        )}
        <Actions>
          <Button icon="upload">{t(`registry:picture.send.${kind}`)}</Button>
        </Actions>
      </Form>
    </section>
  );
}
