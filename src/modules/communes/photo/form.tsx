import type { ComponentChildren } from "preact";
import {
  ActionForm,
  Checkbox,
  FileField,
  Form,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { PhotoFigure } from "./figure.tsx";
import type { Photo } from "./queries.ts";

export const photoField = "photo";

type PhotoFormSeen = {
  view: View;
  photo: Photo | undefined;
  /** Whether one taken away or replaced may be put back. */
  before: boolean;
  form: FormState;
  /** Addresses where it is sent, taken away, put back. */
  to: { save: string; removal: string; back: string };
  /** The end of the form. */
  children: ComponentChildren;
};

/** A photo, with what one must say of it, the way to take it away and to put back the one from before. */
export function PhotoForm({ view, photo, before, form, to, children }: PhotoFormSeen) {
  const { t, href } = view;
  const of = { view, form };
  return (
    <>
      {photo && <PhotoFigure view={view} photo={photo} />}
      {photo && (
        <ActionForm view={view} action={href(to.removal)} kind="quiet" icon="remove">
          {t("photo:remove")}
        </ActionForm>
      )}
      {before && (
        <ActionForm view={view} action={href(to.back)} kind="quiet" icon="undo">
          {t("photo:back")}
        </ActionForm>
      )}
      <Form view={view} form={form} action={href(to.save)} files>
        <FileField
          {...of}
          name={photoField}
          label={t(photo ? "photo:other" : "photo:file")}
          hint={t("photo:fileHint")}
          accept="image/jpeg,image/png,image/webp"
          optional={photo !== undefined}
        />
        <TextField
          {...of}
          name="alt"
          label={t("photo:alt")}
          hint={t("photo:altHint")}
          maxLength={300}
        />
        <Checkbox
          {...of}
          name="decorative"
          label={t("photo:decorative")}
          hint={t("photo:decorativeHint")}
        />
        <TextField
          {...of}
          name="credit"
          label={t("photo:credit")}
          hint={t("photo:creditHint")}
          maxLength={120}
        />
        <Checkbox {...of} name="agreed" label={t("photo:agreed")} hint={t("photo:agreedHint")} />
        {children}
      </Form>
    </>
  );
}
