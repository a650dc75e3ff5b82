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
import { handOf, requireModel, sides, type Side } from "../who.ts";
import { modelPhotoPage } from "./photo-page.tsx";
import type { Model } from "./queries.ts";
import { changePhoto } from "./write.ts";

function answer(ask: Ask, side: Side, model: Model, problems?: readonly Problem[]): Answer {
  const form = photoFormState(ask.form, model.photo, problems);
  return page(modelPhotoPage(ask.view, side, model, form), problems ? 422 : 200);
}

async function save(ask: Ask, side: Side, sent: SentPhoto): Promise<Answer> {
  const model = await requireModel(ask, side);
  const saved = await savePhoto(ask, sent, model.photo?.id ?? null);
  if ("problems" in saved) return answer(ask, side, model, saved.problems);
  await changePhoto(ask.tx, model, saved.id, handOf(ask));
  return redirect(ask.view.href(side.urls.deskModel(model.id)), "lending.saved");
}

/** Shows none, or the one from before. */
const change =
  (side: Side, photoOf: (model: Model) => string | null) =>
  async (ask: Ask): Promise<Answer> => {
    const model = await requireModel(ask, side);
    await changePhoto(ask.tx, model, photoOf(model), handOf(ask));
    return redirect(ask.view.href(side.urls.photo(model.id)), "lending.saved");
  };

/** The photo of a model: sent, described again, replaced, taken away, put back. */
export const modelPhotoRoutes: Route[] = sides.flatMap((side) => {
  const { who, urls } = side;
  return [
    get(urls.photo(":id"), who, async (ask) => answer(ask, side, await requireModel(ask, side))),
    postPrepared(urls.photo(":id"), who, photoLimit, receivePhoto, (ask, sent) =>
      save(ask, side, sent),
    ),
    post(
      urls.photoRemoval(":id"),
      who,
      change(side, () => null),
    ),
    post(
      urls.photoBack(":id"),
      who,
      change(side, (model) => model.photoBefore ?? model.photo?.id ?? null),
    ),
  ];
});
