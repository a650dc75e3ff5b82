import { safePicture, type Picture } from "../../../platform/files.ts";
import { requirePerson, type Ask, type House } from "../../../platform/http/ask.ts";
import { formState, type Problem, type Typed } from "../../../platform/http/form.ts";
import type { FormState } from "../../../ui/index.ts";
import { addPicture, type KeptPicture } from "../files/queries.ts";
import { photoField } from "./form.tsx";
import { retoldPhoto, type Photo } from "./queries.ts";

export const photoLimit = 10_500_000;
/** A page stays light on an old phone: the largest size that weighs little enough, else the smallest. */
const sides = [960, 720, 480];
const light = 50_000;
const small = { side: 320, quality: 65 };

export type SentPhoto = "none" | "wrong" | (KeptPicture & { small: KeptPicture | undefined });

/** Re-encodes what was sent, and a smaller size of it, before the transaction opens. */
export async function receivePhoto(form: Typed, house: House): Promise<SentPhoto> {
  const sent = form.file(photoField);
  if (!sent) return "none";
  let picture: Picture | undefined;
  for (const side of sides) {
    picture = await safePicture(sent.path, side);
    if (!picture || picture.bytes.length <= light) break;
  }
  if (!picture) return "wrong";
  const lesser = await safePicture(sent.path, small.side, small.quality);
  return {
    ...(await kept(house, picture)),
    small: lesser && lesser.width < picture.width ? await kept(house, lesser) : undefined,
  };
}

const kept = async (house: House, picture: Picture): Promise<KeptPicture> => ({
  ...picture,
  bytes: picture.bytes.length,
  sha256: await house.files.keep(picture.bytes),
});

/** The form as it was typed, else as the photo is described. */
export function photoFormState(
  typed: Typed,
  photo: Photo | undefined,
  problems?: readonly Problem[],
): FormState {
  if (problems) return formState(typed, problems);
  const values = {
    alt: photo?.alt ?? "",
    decorative: photo && !photo.alt ? "on" : "",
    credit: photo?.credit ?? "",
    agreed: photo?.agreed ? "on" : "",
  };
  return { values, errors: {} };
}

/** Keeps the photo sent, or the one `known` with other words; gives its identifier, or what is missing. */
export async function savePhoto(
  ask: Ask,
  sent: SentPhoto,
  known: string | null,
): Promise<{ id: string } | { problems: Problem[] }> {
  const { problems, alt, credit } = read(ask, sent, known);
  if (problems.length) return { problems };
  const words = { alt, credit, by: requirePerson(ask).id };
  if (typeof sent !== "object") return { id: await retoldPhoto(ask.tx, known ?? "", words) };
  const { small, ...picture } = sent;
  const id = await addPicture(ask.tx, { ...picture, ...words });
  if (small) await addPicture(ask.tx, { ...small, by: words.by, smallOf: id });
  return { id };
}

function read({ form, t }: Ask, sent: SentPhoto, known: string | null) {
  const ticked = (name: string) => form.get(name) === "on";
  const alt = ticked("decorative") ? "" : form.get("alt").trim().slice(0, 300);
  const credit = form.get("credit").trim().slice(0, 120);
  const problems: Problem[] = [];
  const wrong = (field: string, key: "file" | "alt" | "credit" | "agreed") =>
    void problems.push({ field, sentence: t(`photo:problem.${key}`) });
  if (sent === "wrong" || (sent === "none" && !known)) wrong(photoField, "file");
  if (!alt && !ticked("decorative")) wrong("alt", "alt");
  if (!credit) wrong("credit", "credit");
  if (!ticked("agreed")) wrong("agreed", "agreed");
  return { problems, alt, credit };
}
