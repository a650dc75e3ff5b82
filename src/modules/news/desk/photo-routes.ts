import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, postPrepared, type Ask, type Route } from "../../../platform/http/ask.ts";
import type { Problem } from "../../../platform/http/form.ts";
import {
  photoFormState,
  photoLimit,
  receivePhoto,
  savePhoto,
  type SentPhoto,
} from "../../communes/index.ts";
import type { NewsItem } from "../record/queries.ts";
import { changePhoto } from "../record/write.ts";
import { urls } from "../urls.ts";
import { photoPage } from "./photo-page.tsx";
import { handOf, newsWriters, requireItem } from "./who.ts";

function answer(ask: Ask, item: NewsItem, problems?: readonly Problem[]): Answer {
  const form = photoFormState(ask.form, item.photo, problems);
  return page(photoPage(ask.view, { item, form }), problems ? 422 : 200);
}

async function save(ask: Ask, sent: SentPhoto): Promise<Answer> {
  const item = await requireItem(ask);
  const saved = await savePhoto(ask, sent, item.photo?.id ?? null);
  if ("problems" in saved) return answer(ask, item, saved.problems);
  await changePhoto(ask.tx, item, saved.id, handOf(ask));
  return redirect(ask.view.href(urls.one(item.id)), "newsdesk.saved");
}

/** Shows none, or the one from before. */
const change =
  (photoOf: (item: NewsItem) => string | null, notice: string) =>
  async (ask: Ask): Promise<Answer> => {
    const item = await requireItem(ask);
    await changePhoto(ask.tx, item, photoOf(item), handOf(ask));
    return redirect(ask.view.href(urls.photo(item.id)), `newsdesk.${notice}`);
  };

/** The photo of an item: sent, described again, replaced, taken away, put back. */
export const photoRoutes: Route[] = [
  get(urls.photo(":id"), newsWriters, async (ask) => answer(ask, await requireItem(ask))),
  postPrepared(urls.photo(":id"), newsWriters, photoLimit, receivePhoto, save),
  post(
    urls.photoRemoval(":id"),
    newsWriters,
    change(() => null, "photoRemoved"),
  ),
  post(
    urls.photoBack(":id"),
    newsWriters,
    change((item) => item.photoBefore ?? item.photo?.id ?? null, "photoBack"),
  ),
];
