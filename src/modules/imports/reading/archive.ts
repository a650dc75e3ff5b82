import { inflateRawSync } from "node:zlib";
import type { Source } from "./source.ts";
import type { Hints, Opened } from "./table.ts";
import { openWorkbook } from "./workbook.ts";

/** A workbook is read in memory, so its size is bounded before and after it is inflated. */
const largestWorkbook = 20 * 1024 * 1024;
const largestInflated = 80 * 1024 * 1024;

type Entry = { name: string; method: number; packed: number; offset: number };

export async function openArchive(source: Source, hints: Hints): Promise<Opened> {
  if (source.size > largestWorkbook) return { refusal: "too_large", detail: String(source.size) };
  const bytes = Buffer.from(await source.all());
  if (bytes[0] === 0xd0) {
    const encrypted = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
    return { refusal: encrypted ? "encrypted_workbook" : "old_workbook", detail: "" };
  }
  const entries = centralDirectory(bytes);
  if (entries === undefined) return { refusal: "corrupt_workbook", detail: "" };
  if (entries === "encrypted") return { refusal: "encrypted_workbook", detail: "" };
  if (!entries.some((entry) => entry.name === "xl/workbook.xml"))
    return { refusal: "not_a_table", detail: entries[0]?.name ?? "" };
  const verdict = inflatedSize(bytes, entries);
  if (verdict !== undefined) return { refusal: verdict, detail: "" };
  return await openWorkbook(bytes, hints);
}

function centralDirectory(bytes: Buffer): Entry[] | "encrypted" | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end === -1 || end + 22 > bytes.length) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return undefined;
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) return "encrypted";
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The sizes a zip announces may lie, so each part is inflated once under a bound before anything else reads it. */
function inflatedSize(
  bytes: Buffer,
  entries: readonly Entry[],
): "swollen_workbook" | "corrupt_workbook" | undefined {
  let left = largestInflated;
  for (const entry of entries) {
    if (entry.offset + 30 > bytes.length) return "corrupt_workbook";
    const start =
      entry.offset +
      30 +
      bytes.readUInt16LE(entry.offset + 26) +
      bytes.readUInt16LE(entry.offset + 28);
    const packed = bytes.subarray(start, start + entry.packed);
    try {
      left -= entry.method === 0 ? packed.length : inflate(packed, left);
    } catch (error) {
      const swollen =
        error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
      return swollen ? "swollen_workbook" : "corrupt_workbook";
    }
    if (left <= 0) return "swollen_workbook";
  }
  return undefined;
}

function inflate(packed: Buffer, left: number): number {
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).length;
}
