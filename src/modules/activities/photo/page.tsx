import {
  ActionForm,
  Checkbox,
  FileField,
  Form,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { programmePage, SaveOrBack } from "../edit/frame.tsx";
import type { Programme } from "../edit/programme.ts";
import type { Activity } from "../record/fields.ts";
import { urls } from "../urls.ts";
import { PhotoFigure } from "./figure.tsx";
import type { Photo } from "./queries.ts";

export const photoField = "photo";

export type PhotoSeen = {
  programme: Programme;
  activity: Activity;
  photo: Photo | undefined;
  form: FormState;
};

/** The photo of an activity, with what one must say of it. */
export function photoPage(view: View, { programme, activity, photo, form }: PhotoSeen): string {
  const { t, href } = view;
  const title = t("programme:photo.title");
  const { base } = programme;
  const of = { view, form };
  return programmePage(
    view,
    programme,
    {
      title: `${title} : ${activity.fields.title}`,
      here: title,
      activity: { id: activity.id, title: activity.fields.title },
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <h1>{title}</h1>
      <p class="soft">{activity.fields.title}</p>
      {photo && (
        <>
          <PhotoFigure view={view} photo={photo} />
          <ActionForm
            view={view}
            action={href(urls.photoRemoval(base, activity.id))}
            kind="quiet"
            icon="remove"
          >
            {t("programme:photo.remove")}
          </ActionForm>
        </>
      )}
      <Form view={view} form={form} action={href(urls.photo(base, activity.id))} files>
        <FileField
          {...of}
          name={photoField}
          label={t(photo ? "programme:photo.other" : "programme:photo.file")}
          hint={t("programme:photo.fileHint")}
          accept="image/jpeg,image/png,image/webp"
          optional={photo !== undefined}
        />
        <TextField
          {...of}
          name="alt"
          label={t("programme:photo.alt")}
          hint={t("programme:photo.altHint")}
          maxLength={300}
        />
        <Checkbox
          {...of}
          name="decorative"
          label={t("programme:photo.decorative")}
          hint={t("programme:photo.decorativeHint")}
        />
        <TextField
          {...of}
          name="credit"
          label={t("programme:photo.credit")}
          hint={t("programme:photo.creditHint")}
          maxLength={120}
        />
        <Checkbox
          {...of}
          name="agreed"
          label={t("programme:photo.agreed")}
          hint={t("programme:photo.agreedHint")}
        />
        <SaveOrBack view={view} back={urls.one(base, activity.id)} />
      </Form>
    </>,
  );
}
