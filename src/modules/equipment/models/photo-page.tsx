import { PhotoForm } from "../../communes/index.ts";
import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { keptPage, modelsTrail } from "../kept-page.tsx";
import type { Side } from "../who.ts";
import type { Model } from "./queries.ts";

/** The photo of a model, with what one must say of it. */
export function modelPhotoPage(view: View, side: Side, model: Model, form: FormState): string {
  const { urls } = side;
  const { t, href } = view;
  const { id } = model;
  const title = t("photo:title");
  return keptPage(
    view,
    side,
    { title: `${title} : ${model.name}`, form },
    <>
      <Breadcrumb
        view={view}
        trail={[...modelsTrail(view, side), { words: model.name, path: urls.deskModel(id) }]}
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
