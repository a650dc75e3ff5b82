import { createWriteStream } from "node:fs";
import { text } from "node:stream/consumers";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { pack } from "tar-stream";
import { openArchive } from "./verify.ts";

/** An archive that reads well, with the body of its entries changed: what no accident makes. */
export async function rewritten(
  source: string,
  target: string,
  change: (name: string, body: string) => string,
): Promise<void> {
  const out = pack();
  const written = pipeline(out, createGzip(), createWriteStream(target));
  const { entries } = openArchive(source);
  for await (const entry of entries)
    out.entry(
      { name: entry.header.name },
      change(entry.header.name, await text(Readable.from(entry))),
    );
  out.finalize();
  await written;
}
