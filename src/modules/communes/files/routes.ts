import { notFound, type Answer } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone, anyStaff } from "../../../platform/http/person.ts";
import { fileById, isFileId, type KeptFile } from "./queries.ts";

/** What a browser may show in place; anything else is downloaded. */
const shownInPlace = new Set(["image/webp", "image/avif", "image/png", "image/jpeg"]);

export const routes: Route[] = [
  get("/fichiers/:id", anyone, async (ask) => {
    const id = ask.params["id"] ?? "";
    const file = isFileId(id) ? await fileById(ask.tx, id) : undefined;
    if (!file || !mayRead(file, ask)) return notFound();
    const bytes = await ask.house.files.read(file.sha256);
    return bytes ? answer(file, bytes, ask) : notFound();
  }),
];

/** A private file is not found by those who may not read it; a paper is served by its room alone, which knows its readers. */
const mayRead = (file: KeptFile, ask: Ask): boolean =>
  file.public || (!["paper", "signature"].includes(file.kind) && anyStaff.allows(ask.person));

/** A picture kept inside, for who was let in by its room. */
export async function insidePicture(ask: Ask, id: string): Promise<Answer> {
  const file = isFileId(id) ? await fileById(ask.tx, id) : undefined;
  const bytes = file && (await ask.house.files.read(file.sha256));
  return file && bytes ? answer(file, bytes, ask) : notFound();
}

function answer(file: KeptFile, bytes: Uint8Array, ask: Ask): Answer {
  const etag = `"${file.sha256.slice(0, 32)}"`;
  const headers = {
    etag,
    // The bytes of an identifier never change: a new picture is a new file.
    "cache-control": file.public ? "public, max-age=31536000, immutable" : "private, no-store",
  };
  if (ask.request.headers.get("if-none-match") === etag)
    return { status: 304, headers, body: undefined };
  const extension = file.contentType.split("/")[1]?.replace(/[^a-z0-9]/g, "") ?? "bin";
  const place = shownInPlace.has(file.contentType) ? "inline" : "attachment";
  return {
    status: 200,
    headers: {
      ...headers,
      "content-type": file.contentType,
      "content-disposition": `${place}; filename="${file.id.slice(0, 8)}.${extension}"`,
    },
    body: bytes,
  };
}
