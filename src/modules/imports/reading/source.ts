import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import type { FileRefusal } from "./table.ts";

/** Bytes that can be read several times, from a file or from memory. */
export type Source = {
  size: number;
  /** First bytes, enough to guess how the file is written. */
  head: Uint8Array;
  chunks: () => AsyncIterable<Uint8Array>;
  all: () => Promise<Uint8Array>;
};

const headSize = 512 * 1024;
const largestFile = 100 * 1024 * 1024;

export async function sourceOf(
  file: string | Uint8Array,
  largest = largestFile,
): Promise<Source | { refusal: FileRefusal; detail: string }> {
  const source = typeof file === "string" ? await fromPath(file) : fromBytes(file);
  if (source === undefined) return { refusal: "missing_file", detail: String(file) };
  if (source.size > largest) return { refusal: "too_large", detail: String(source.size) };
  return source;
}

function fromBytes(bytes: Uint8Array): Source {
  return {
    size: bytes.length,
    head: bytes.subarray(0, headSize),
    chunks: () => slices(bytes),
    all: async () => bytes,
  };
}

async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const step = 64 * 1024;
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

async function fromPath(path: string): Promise<Source | undefined> {
  const handle = await open(path).catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return undefined;
    const head = Buffer.alloc(Math.min(headSize, stat.size));
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return {
      size: stat.size,
      head: head.subarray(0, bytesRead),
      chunks: () => createReadStream(path),
      all: () => readFile(path),
    };
  } finally {
    await handle.close();
  }
}
