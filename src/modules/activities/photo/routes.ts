import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, postPrepared, type Ask, type Route } from "../../../platform/http/ask.ts";
import type { Problem } from "../../../platform/http/form.ts";
import {
  photoFormState,
  photoLimit,
  photoOf,
  publish,
  receivePhoto,
  savePhoto,
  type SentPhoto,
} from "../../communes/index.ts";
import { doors, requireActivity, writing, type Programme } from "../edit/programme.ts";
import type { Activity } from "../record/fields.ts";
import { saveActivity } from "../record/write.ts";
import { urls } from "../urls.ts";
import { photoPage } from "./page.tsx";

async function answer(ask: Ask, programme: Programme, problems?: readonly Problem[]) {
  const activity = await requireActivity(ask, programme);
  const photo = await photoOf(ask.tx, activity.fields.photo);
  const form = photoFormState(ask.form, photo, problems);
  return page(photoPage(ask.view, { programme, activity, photo, form }), problems ? 422 : 200);
}

async function save(ask: Ask, programme: Programme, sent: SentPhoto): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  const saved = await savePhoto(ask, sent, activity.fields.photo);
  if ("problems" in saved) return answer(ask, programme, saved.problems);
  return written(ask, programme, activity, saved.id, "photoSaved");
}

async function written(
  ask: Ask,
  programme: Programme,
  activity: Activity,
  photo: string | null,
  notice: "photoSaved" | "photoRemoved" | "photoBack",
) {
  const saved = await saveActivity(ask.tx, activity, { photo }, programme.hand);
  if (saved && activity.state !== "draft") await publish(ask.tx);
  const to = notice === "photoSaved" ? urls.one : urls.photo;
  return redirect(ask.view.href(to(programme.base, activity.id)), `programme.${notice}`);
}

/** The photo of an activity: sent, described again, replaced, taken away, put back. */
export const photoRoutes: Route[] = doors.flatMap(({ base, who, find }) => [
  get(urls.photo(base, ":activity"), who, async (ask) => answer(ask, writing(await find(ask)))),
  postPrepared(urls.photo(base, ":activity"), who, photoLimit, receivePhoto, async (ask, sent) =>
    save(ask, writing(await find(ask)), sent),
  ),
  post(urls.photoRemoval(base, ":activity"), who, async (ask) => {
    const programme = writing(await find(ask));
    const activity = await requireActivity(ask, programme, true);
    return written(ask, programme, activity, null, "photoRemoved");
  }),
  // What it replaces is kept in its turn.
  post(urls.photoBack(base, ":activity"), who, async (ask) => {
    const programme = writing(await find(ask));
    const activity = await requireActivity(ask, programme, true);
    const { photoBefore } = activity;
    const notice = photoBefore ? "photoBack" : "photoSaved";
    return written(ask, programme, activity, photoBefore ?? activity.fields.photo, notice);
  }),
]);
