import { PhotoForm } from "../../communes/index.ts";
import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Model } from "./queries.ts";

/** The photo of a model, with what one must say of it. */
export function modelPhotoPage(view: View, model: Model, form: FormState): string {
  const { t, href } = view;
  const { id } = model;
  const title = t("photo:title");
  return deskPage(
    view,
    {
      title: `${title} : ${model.name}`,
      section: urls.desk,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("lending:models.title"), path: urls.models },
          { words: model.name, path: urls.deskModel(id) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="soft">{model.name}</p>
      <PhotoForm
        view={view}
        photo={model.photo}
        before={model.photoBefore !== null}
        form={form}
        to={{ save: urls.photo(id), removal: urls.photoRemoval(id), back: urls.photoBack(id) }}
      >
        <Actions>
          <Button icon="done">{t("lending:save")}</Button>
          <ButtonLink kind="quiet" href={href(urls.deskModel(id))}>
            {t("lending:back")}
          </ButtonLink>
        </Actions>
      </PhotoForm>
    </>,
  );
}
