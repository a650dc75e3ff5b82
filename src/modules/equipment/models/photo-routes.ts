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
import { urls } from "../urls.ts";
import { handOf, keepers, requireModel } from "../who.ts";
import { modelPhotoPage } from "./photo-page.tsx";
import type { Model } from "./queries.ts";
import { changePhoto } from "./write.ts";

function answer(ask: Ask, model: Model, problems?: readonly Problem[]): Answer {
  const form = photoFormState(ask.form, model.photo, problems);
  return page(modelPhotoPage(ask.view, model, form), problems ? 422 : 200);
}

async function save(ask: Ask, sent: SentPhoto): Promise<Answer> {
  const model = await requireModel(ask);
  const saved = await savePhoto(ask, sent, model.photo?.id ?? null);
  if ("problems" in saved) return answer(ask, model, saved.problems);
  await changePhoto(ask.tx, model, saved.id, handOf(ask));
  return redirect(ask.view.href(urls.deskModel(model.id)), "lending.saved");
}

/** Shows none, or the one from before. */
const change =
  (photoOf: (model: Model) => string | null) =>
  async (ask: Ask): Promise<Answer> => {
    const model = await requireModel(ask);
    await changePhoto(ask.tx, model, photoOf(model), handOf(ask));
    return redirect(ask.view.href(urls.photo(model.id)), "lending.saved");
  };

/** The photo of a model: sent, described again, replaced, taken away, put back. */
export const modelPhotoRoutes: Route[] = [
  get(urls.photo(":id"), keepers, async (ask) => answer(ask, await requireModel(ask))),
  postPrepared(urls.photo(":id"), keepers, photoLimit, receivePhoto, save),
  post(
    urls.photoRemoval(":id"),
    keepers,
    change(() => null),
  ),
  post(
    urls.photoBack(":id"),
    keepers,
    change((model) => model.photoBefore ?? model.photo?.id ?? null),
  ),
];
