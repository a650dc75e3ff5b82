import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openZip, type ZipEntry } from "../../../platform/zip.ts";
import type { Source } from "./source.ts";
import type { Hints, Opened } from "./table.ts";
import { openOpenDocument, openWorkbook } from "./workbook.ts";

/** A workbook is read in memory, so its size is bounded before and after it is inflated. */
const largestWorkbook = 20 * 1024 * 1024;
const largestInflated = 80 * 1024 * 1024;
const mostParts = 5000;

export async function openArchive(source: Source, hints: Hints): Promise<Opened> {
  if (source.size > largestWorkbook) return { refusal: "too_large", detail: String(source.size) };
  const bytes = Buffer.from(await source.all());
  if (bytes[0] === 0xd0) {
    const encrypted = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
    return { refusal: encrypted ? "encrypted_workbook" : "old_workbook", detail: "" };
  }
  const parts = await openZip(bytes, mostParts);
  if ("refusal" in parts) return { refusal: refusals[parts.refusal], detail: "" };
  const content = parts.find(({ name }) => name === "content.xml");
  if (!content && !parts.some(({ name }) => name === "xl/workbook.xml"))
    return { refusal: "not_a_table", detail: parts[0]?.name ?? "" };
  if (parts.reduce((sum, { size }) => sum + size, 0) > largestInflated)
    return { refusal: "swollen_workbook", detail: "" };
  if (!(await sound(parts))) return { refusal: "corrupt_workbook", detail: "" };
  return content ? await openOpenDocument(content, hints) : await openWorkbook(bytes, hints);
}

const refusals = {
  encrypted: "encrypted_workbook",
  damaged: "corrupt_workbook",
  crowded: "swollen_workbook",
} as const;

/** The sizes an archive announces may lie, so each part is inflated once, held to them, before anything else reads it. */
async function sound(parts: readonly ZipEntry[]): Promise<boolean> {
  try {
    for (const part of parts)
      await pipeline(part.chunks, new Writable({ write: (_chunk, _coding, next) => next() }));
    return true;
  } catch {
    return false;
  }
}
