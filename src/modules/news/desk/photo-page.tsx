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
import type { NewsItem } from "../record/queries.ts";
import { urls } from "../urls.ts";

/** The photo of an item, with what one must say of it. */
export function photoPage(view: View, { item, form }: { item: NewsItem; form: FormState }): string {
  const { t, href } = view;
  const { id } = item;
  const title = t("photo:title");
  return deskPage(
    view,
    {
      title: `${title} : ${item.title}`,
      section: urls.desk,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("newsdesk:title"), path: urls.desk },
          { words: item.title, path: urls.one(id) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="soft">{item.title}</p>
      <PhotoForm
        view={view}
        photo={item.photo}
        before={item.photoBefore !== null}
        form={form}
        to={{ save: urls.photo(id), removal: urls.photoRemoval(id), back: urls.photoBack(id) }}
      >
        <Actions>
          <Button icon="done">{t("newsdesk:save")}</Button>
          <ButtonLink kind="quiet" href={href(urls.one(id))}>
            {t("newsdesk:back")}
          </ButtonLink>
        </Actions>
      </PhotoForm>
    </>,
  );
}
