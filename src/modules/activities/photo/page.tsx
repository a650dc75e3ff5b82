import { PhotoForm, type Photo } from "../../communes/index.ts";
import type { FormState, View } from "../../../ui/index.ts";
import { programmePage, SaveOrBack } from "../edit/frame.tsx";
import type { Programme } from "../edit/programme.ts";
import type { Activity } from "../record/fields.ts";
import { urls } from "../urls.ts";

export type PhotoSeen = {
  programme: Programme;
  activity: Activity;
  photo: Photo | undefined;
  form: FormState;
};

/** The photo of an activity, with what one must say of it. */
export function photoPage(view: View, { programme, activity, photo, form }: PhotoSeen): string {
  const title = view.t("photo:title");
  const { base } = programme;
  const { id, photoBefore } = activity;
  return programmePage(
    view,
    programme,
    {
      title: `${title} : ${activity.fields.title}`,
      here: title,
      activity: { id, title: activity.fields.title },
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <h1>{title}</h1>
      <p class="soft">{activity.fields.title}</p>
      <PhotoForm
        view={view}
        photo={photo}
        before={photoBefore !== null}
        form={form}
        to={{
          save: urls.photo(base, id),
          removal: urls.photoRemoval(base, id),
          back: urls.photoBack(base, id),
        }}
      >
        <SaveOrBack view={view} back={urls.one(base, id)} />
      </PhotoForm>
    </>,
  );
}
