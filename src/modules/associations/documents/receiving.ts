import { open, readFile } from "node:fs/promises";
import { safePicture } from "../../../platform/files.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { Typed } from "../../../platform/http/form.ts";
import { largestPaper } from "./rules.ts";

export const paperField = "fichier";
/** A file too large is told so, not cut short by the reader of forms. */
export const largestBody = 30_000_000;

export type Received =
  | { contentType: string; sha256: string; bytes: number }
  | { refusal: "too_large" | "not_a_paper" }
  | undefined;

/** A PDF is kept as it is, a picture is made again without what it says of its camera; nothing else is taken. */
export async function receivePaper(form: Typed, house: House): Promise<Received> {
  const sent = form.file(paperField);
  if (!sent) return undefined;
  if (sent.bytes > largestPaper) return { refusal: "too_large" };
  if (await isPdf(sent.path)) {
    const sha256 = await house.files.keep(await readFile(sent.path));
    return { contentType: "application/pdf", sha256, bytes: sent.bytes };
  }
  const picture = await safePicture(sent.path, 2400);
  if (!picture) return { refusal: "not_a_paper" };
  const sha256 = await house.files.keep(picture.bytes);
  return { contentType: picture.type, sha256, bytes: picture.bytes.length };
}

/** What a file is called says nothing: it begins as a PDF does. */
async function isPdf(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const head = Buffer.alloc(5);
    await handle.read(head, 0, 5, 0);
    return head.toString("latin1") === "%PDF-";
  } finally {
    await handle.close();
  }
}
