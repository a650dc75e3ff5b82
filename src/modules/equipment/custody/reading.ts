import { safePicture } from "../../../platform/files.ts";
import { requirePerson, type Ask, type House } from "../../../platform/http/ask.ts";
import type { Problem, Typed } from "../../../platform/http/form.ts";
import { addPicture, type KeptPicture } from "../../communes/index.ts";
import { conditions, longestWords, type Condition } from "./codes.ts";

/** All photos of a form, at most: a phone sends some megabytes each. */
export const photosLimit = 40_000_000;
const side = 1280;

/** Photos as they were sent, by the key of their unit; `wrong`: no picture could be read. */
export type SentPhotos = ReadonlyMap<string, KeptPicture | "wrong">;

/** Reads the photos of a form before the transaction opens. */
export async function receivePhotos(form: Typed, house: House): Promise<SentPhotos> {
  const photos = new Map<string, KeptPicture | "wrong">();
  for (const name of Object.keys(form.values())) {
    if (!name.startsWith("c_")) continue;
    const key = name.slice(2);
    const sent = form.file(`f_${key}`);
    if (!sent) continue;
    const picture = await safePicture(sent.path, side);
    if (!picture) photos.set(key, "wrong");
    else {
      const sha256 = await house.files.keep(picture.bytes);
      photos.set(key, { ...picture, bytes: picture.bytes.length, sha256 });
    }
  }
  return photos;
}

export type ReadReport = { missing: string[]; words: string | null; fileIds: string[] };

const isCondition = (typed: string): typed is Condition =>
  (conditions as readonly string[]).includes(typed);

/** The condition ticked for a unit; nothing when it is none. */
export const conditionOf = (form: Typed, key: string): Condition | undefined => {
  const typed = form.get(`c_${key}`);
  return isCondition(typed) ? typed : undefined;
};

/** What a form says of each unit of `keys`, its photos kept inside; or what is wrong. */
export async function readReports(
  ask: Ask,
  units: readonly { key: string; tag: string; pieces: readonly string[] }[],
  photos: SentPhotos,
): Promise<{ reports: Map<string, ReadReport> } | { problems: Problem[] }> {
  const reports = new Map<string, ReadReport>();
  const problems: Problem[] = [];
  for (const { key, tag, pieces } of units) {
    const words = ask.form.get(`w_${key}`);
    const photo = photos.get(key);
    if (words.length > longestWords)
      problems.push({ field: `w_${key}`, sentence: ask.t("handing:problem.long") });
    if (photo === "wrong")
      problems.push({ field: `f_${key}`, sentence: ask.t("handing:problem.photo") });
    if (problems.length) continue;
    const said = ask.form.all(`m_${key}`);
    reports.set(key, {
      missing: pieces.filter((piece) => said.includes(piece)),
      words: words || null,
      fileIds: photo && photo !== "wrong" ? [await keepInside(ask, photo, tag)] : [],
    });
  }
  return problems.length ? { problems } : { reports };
}

const keepInside = (ask: Ask, photo: KeptPicture, tag: string): Promise<string> =>
  addPicture(ask.tx, { ...photo, alt: ask.house.words("fr")("custody:report.alt", { tag }), by: requirePerson(ask).id, inside: true }); // prettier-ignore
