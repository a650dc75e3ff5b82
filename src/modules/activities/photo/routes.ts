import { safePicture, type Picture } from "../../../platform/files.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import {
  get,
  post,
  postPrepared,
  requirePerson,
  type Ask,
  type House,
  type Route,
} from "../../../platform/http/ask.ts";
import { formState, type Problem, type Typed } from "../../../platform/http/form.ts";
import { addPicture, publish } from "../../communes/index.ts";
import { doors, requireActivity, writing, type Programme } from "../edit/programme.ts";
import type { Activity } from "../record/fields.ts";
import { saveActivity } from "../record/write.ts";
import { urls } from "../urls.ts";
import { photoField, photoPage } from "./page.tsx";
import { photoOf, retoldPhoto } from "./queries.ts";

const limit = 10_500_000;
/** The page of an activity stays light on an old phone: the largest size that weighs little enough, else the smallest. */
const sides = [960, 720, 480];
const light = 50_000;

type Prepared = "none" | "wrong" | (Omit<Picture, "bytes"> & { bytes: number; sha256: string });

async function prepare(form: Typed, house: House): Promise<Prepared> {
  const sent = form.file(photoField);
  if (!sent) return "none";
  let picture: Picture | undefined;
  for (const side of sides) {
    picture = await safePicture(sent.path, side);
    if (!picture || picture.bytes.length <= light) break;
  }
  if (!picture) return "wrong";
  const sha256 = await house.files.keep(picture.bytes);
  return { ...picture, bytes: picture.bytes.length, sha256 };
}

async function answer(ask: Ask, programme: Programme, problems?: readonly Problem[]) {
  const activity = await requireActivity(ask, programme);
  const photo = await photoOf(ask.tx, activity.fields.photo);
  const values = {
    alt: photo?.alt ?? "",
    decorative: photo && !photo.alt ? "on" : "",
    credit: photo?.credit ?? "",
    agreed: photo?.agreed ? "on" : "",
  };
  const form = problems ? formState(ask.form, problems) : { values, errors: {} };
  return page(photoPage(ask.view, { programme, activity, photo, form }), problems ? 422 : 200);
}

function read({ form, t }: Ask, sent: Prepared, known: string | null) {
  const ticked = (name: string) => form.get(name) === "on";
  const alt = ticked("decorative") ? "" : form.get("alt").trim().slice(0, 300);
  const credit = form.get("credit").trim().slice(0, 120);
  const problems: Problem[] = [];
  const wrong = (field: string, key: "file" | "alt" | "credit" | "agreed") =>
    void problems.push({ field, sentence: t(`programme:photo.problem.${key}`) });
  if (sent === "wrong" || (sent === "none" && !known)) wrong(photoField, "file");
  if (!alt && !ticked("decorative")) wrong("alt", "alt");
  if (!credit) wrong("credit", "credit");
  if (!ticked("agreed")) wrong("agreed", "agreed");
  return { problems, alt, credit };
}

async function save(ask: Ask, programme: Programme, sent: Prepared): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  const known = activity.fields.photo;
  const { problems, alt, credit } = read(ask, sent, known);
  if (problems.length) return answer(ask, programme, problems);
  const words = { alt, credit, by: requirePerson(ask).id };
  const photo =
    typeof sent === "object"
      ? await addPicture(ask.tx, { ...sent, ...words })
      : await retoldPhoto(ask.tx, known ?? "", words);
  return written(ask, programme, activity, photo);
}

async function written(ask: Ask, programme: Programme, activity: Activity, photo: string | null) {
  const saved = await saveActivity(ask.tx, activity, { photo }, programme.hand);
  if (saved && activity.state !== "draft") await publish(ask.tx);
  return redirect(
    ask.view.href(urls.one(programme.base, activity.id)),
    photo ? "programme.photoSaved" : "programme.photoRemoved",
  );
}

/** The photo of an activity: sent, described again, replaced, taken away. */
export const photoRoutes: Route[] = doors.flatMap(({ base, who, find }) => [
  get(urls.photo(base, ":activity"), who, async (ask) => answer(ask, writing(await find(ask)))),
  postPrepared(urls.photo(base, ":activity"), who, limit, prepare, async (ask, sent) =>
    save(ask, writing(await find(ask)), sent),
  ),
  post(urls.photoRemoval(base, ":activity"), who, async (ask) => {
    const programme = writing(await find(ask));
    return written(ask, programme, await requireActivity(ask, programme, true), null);
  }),
]);
