import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gunzipSync,
  gzipSync,
} from "node:zlib";
import type { Answer } from "./answer.ts";
import type { Channel } from "./ask.ts";

/** A rendered page kept for signed-out visitors, with what a view of it counts. */
export type KeptPage = {
  /** Headers of the answer, without those of its coding. */
  headers: Answer["headers"];
  /** The route that made it, for the log. */
  route: string;
  visits: readonly (readonly [kind: string, subject: string, channel: Channel])[];
  /** As its first visitor received it: eight times smaller than plain, as a rule. */
  first: Coded;
  gzip?: Uint8Array;
  brotli?: Uint8Array;
};

/**
 * Rendered public pages, keyed by commune, address and language (in the address), valid for one content version.
 * Those asked least recently leave when `maxBytes` is passed.
 */
export function openPageCache(maxBytes: number) {
  const kept = new Map<string, KeptPage & { version: number }>();
  let bytes = 0;
  const drop = (key: string) => {
    const page = kept.get(key);
    if (page && kept.delete(key)) bytes -= weightOf(page);
  };
  return {
    find: (key: string, version: number): KeptPage | undefined => {
      const page = kept.get(key);
      if (!page) return undefined;
      kept.delete(key);
      if (page.version !== version) bytes -= weightOf(page);
      else kept.set(key, page);
      return page.version === version ? page : undefined;
    },
    keep: (key: string, version: number, page: KeptPage): void => {
      drop(key);
      if (key.length > 500) return;
      kept.set(key, { ...page, version });
      bytes += weightOf(page);
      for (const oldest of kept.keys()) {
        if (bytes <= maxBytes) break;
        drop(oldest);
      }
    },
  };
}

export type PageCache = ReturnType<typeof openPageCache>;

/** What a page takes, its other codings included, and what stands around it. */
const weightOf = ({ first }: KeptPage): number => first.body.length * 3 + 1000;

/** Bytes to send, and how they are compressed. */
export type Coded = { body: Uint8Array; coding: "br" | "gzip" | undefined };

/** The body in the best coding the visitor accepts, compressed once. */
export function bodyFor(page: KeptPage, accepted: string): Coded {
  if (accepted.includes("br"))
    return { body: (page.brotli ??= brotliCompressSync(plainOf(page), well)), coding: "br" };
  if (accepted.includes("gzip"))
    return { body: (page.gzip ??= gzipSync(plainOf(page))), coding: "gzip" };
  return { body: plainOf(page), coding: undefined };
}

function plainOf({ first: { body, coding } }: KeptPage): Uint8Array {
  if (coding === "br") return brotliDecompressSync(body);
  return coding === "gzip" ? gunzipSync(body) : body;
}

const well = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
// A small window costs nothing on a page, and half as much to prepare.
const quickly = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 16 },
};

/** A page rendered for one visitor: compressed quickly when it is text. */
export function quicklyCompressed(plain: Uint8Array, accepted: string): Coded {
  if (plain.length < 1400) return { body: plain, coding: undefined };
  if (accepted.includes("br")) return { body: brotliCompressSync(plain, quickly), coding: "br" };
  if (accepted.includes("gzip"))
    return { body: gzipSync(plain, { level: 2, chunkSize: 8192 }), coding: "gzip" };
  return { body: plain, coding: undefined };
}
