import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import type { z } from "zod";
import type { Translate } from "../i18n/index.ts";

/** A file sent by a form, kept in a temporary folder until the request ends. */
export type UploadedFile = { name: string; type: string; path: string; bytes: number };

/** What was typed in a form, as it was typed. */
export type Typed = {
  get: (name: string) => string;
  all: (name: string) => string[];
  has: (name: string) => boolean;
  file: (name: string) => UploadedFile | undefined;
  /** Every value, by field: what the page of a refused form shows again. */
  values: () => Record<string, string | readonly string[]>;
  /** Forgets the temporary files. */
  dispose: () => Promise<void>;
};

/** A fault in a form: the field and its sentence, already in the language of the page. */
export type Problem = { field: string; sentence: string };

/** The body was larger than the route allows. */
export class TooLarge extends Error {}

/** Reads a form within a limit in bytes; files go to disk as they arrive. */
export async function readForm(request: Request, limit: number): Promise<Typed> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw new TooLarge();
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("multipart/form-data") && request.body)
    return readMultipart(request, type, limit);
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(await limitedText(request, limit)))
    values.set(name, [...(values.get(name) ?? []), tidy(value)]);
  return typed(values, new Map(), async () => undefined);
}

/** A form made of values: for pages that show an empty or a known form. */
export function typedFrom(
  values: Record<string, string | readonly string[] | null | undefined>,
): Typed {
  const map = new Map<string, string[]>();
  for (const [name, value] of Object.entries(values))
    if (value !== null && value !== undefined)
      map.set(name, typeof value === "string" ? [value] : [...value]);
  return typed(map, new Map(), async () => undefined);
}

const tidy = (value: string): string => value.replace(/\r\n/g, "\n").replaceAll("\0", "").trim();

function typed(
  values: Map<string, string[]>,
  files: Map<string, UploadedFile>,
  dispose: () => Promise<void>,
): Typed {
  return {
    get: (name) => values.get(name)?.[0] ?? "",
    all: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
    file: (name) => files.get(name),
    values: () =>
      Object.fromEntries(
        [...values].map(([name, list]) => [name, list.length === 1 ? (list[0] ?? "") : list]),
      ),
    dispose,
  };
}

/** The body as it arrives, given up past the limit: what a request says of its length may be wrong or absent. */
async function* bounded(request: Request, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  if (request.body)
    for await (const chunk of request.body) {
      size += chunk.length;
      if (size > limit) throw new TooLarge();
      yield chunk;
    }
}

async function limitedText(request: Request, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bounded(request, limit)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

async function readMultipart(request: Request, type: string, limit: number): Promise<Typed> {
  const folder = await mkdtemp(join(tmpdir(), "maillage-upload-"));
  const dispose = () => rm(folder, { recursive: true, force: true });
  const values = new Map<string, string[]>();
  const files = new Map<string, UploadedFile>();
  const writes: Promise<void>[] = [];
  let tooLarge = false;
  const parser = busboy({
    headers: { "content-type": type },
    defParamCharset: "utf8",
    limits: { fileSize: limit, fieldSize: 200_000, files: 5, fields: 500 },
  });
  parser.on("field", (name, value) => values.set(name, [...(values.get(name) ?? []), tidy(value)]));
  parser.on("file", (name, stream, info) => {
    const path = join(folder, String(writes.length));
    stream.on("limit", () => (tooLarge = true));
    const kept: UploadedFile = { name: info.filename ?? "", type: info.mimeType, path, bytes: 0 };
    stream.on("data", (chunk: Buffer) => (kept.bytes += chunk.length));
    writes.push(pipeline(stream, createWriteStream(path)));
    if (kept.name) files.set(name, kept);
  });
  try {
    await pipeline(bounded(request, limit), parser);
    await Promise.all(writes);
  } catch (fault) {
    await dispose();
    throw fault;
  }
  if (tooLarge) {
    await dispose();
    throw new TooLarge();
  }
  for (const [name, kept] of files) if (!kept.bytes) files.delete(name);
  return typed(values, files, dispose);
}

/**
 * Gives a form its shape with a Zod schema of fields. Single values arrive as strings, fields named in `lists` as arrays.
 * Messages of the schema are translation keys written with `say(…)`.
 */
export function shape<S extends z.ZodType>(
  t: Translate,
  schema: S,
  form: Typed,
  fields: readonly string[],
  lists: readonly string[] = [],
): { value: z.output<S> } | { problems: Problem[] } {
  const raw: Record<string, unknown> = {};
  for (const field of fields) raw[field] = form.get(field);
  for (const list of lists) raw[list] = form.all(list);
  const read = schema.safeParse(raw);
  if (read.success) return { value: read.data };
  const problems = new Map<string, Problem>();
  for (const issue of read.error.issues) {
    const field = String(issue.path[0] ?? "");
    if (!problems.has(field))
      problems.set(field, { field, sentence: sentenceOf(t, issue.message) });
  }
  return { problems: [...problems.values()] };
}

const sentenceOf = (t: Translate, message: string): string =>
  message.includes(":") && !message.includes(" ")
    ? t(message as never)
    : t("ui:problem.unexpected" as never);

/** What a page shows of a form: what was typed, and the sentence of each field at fault. */
export const formState = (form: Typed, problems: readonly Problem[] = []) => ({
  values: form.values(),
  errors: Object.fromEntries(problems.map(({ field, sentence }) => [field, sentence])),
});

/** A translation key as the message of a Zod check: typed, so that a missing sentence does not compile. */
export const say = (key: Parameters<Translate>[0] & string): string => key;

/** A short mark of the values a form shows, carried by its field `_base`: when it comes back, it says whether somebody changed them meanwhile. */
export const baseOf = (values: object): string =>
  createHash("sha256").update(JSON.stringify(values)).digest("base64url").slice(0, 16);

/** True when the values a form was filled from are no longer those of now. */
export const movedSince = (form: Typed, now: object): boolean => {
  const base = form.get("_base");
  return base !== "" && base !== baseOf(now);
};
