import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Answer } from "./answer.ts";

/** A rendered page kept for signed-out visitors, with what a view of it counts. */
export type KeptPage = {
  /** Headers of the answer; its body is `plain`. */
  headers: Answer["headers"];
  /** The route that made it, for the log. */
  route: string;
  visits: readonly (readonly [kind: string, subject: string])[];
  plain: Uint8Array;
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
    if (page && kept.delete(key)) bytes -= page.plain.length * 2;
  };
  return {
    find: (key: string, version: number): KeptPage | undefined => {
      const page = kept.get(key);
      if (!page) return undefined;
      kept.delete(key);
      if (page.version !== version) bytes -= page.plain.length * 2;
      else kept.set(key, page);
      return page.version === version ? page : undefined;
    },
    keep: (
      key: string,
      version: number,
      plain: Uint8Array,
      made: Omit<KeptPage, "plain">,
    ): void => {
      drop(key);
      if (key.length > 500) return;
      kept.set(key, { ...made, version, plain });
      bytes += plain.length * 2;
      for (const oldest of kept.keys()) {
        if (bytes <= maxBytes) break;
        drop(oldest);
      }
    },
  };
}

export type PageCache = ReturnType<typeof openPageCache>;

/** Bytes to send, and how they are compressed. */
export type Coded = { body: Uint8Array; coding: string | undefined };

/** The body in the best coding the visitor accepts, compressed once. */
export function bodyFor(page: KeptPage, accepted: string): Coded {
  if (accepted.includes("br"))
    return { body: (page.brotli ??= brotliCompressSync(page.plain, brotliQuality)), coding: "br" };
  if (accepted.includes("gzip"))
    return { body: (page.gzip ??= gzipSync(page.plain)), coding: "gzip" };
  return { body: page.plain, coding: undefined };
}

const brotliQuality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** A page rendered for one visitor: compressed quickly when it is text. */
export function quicklyCompressed(plain: Uint8Array, accepted: string): Coded {
  if (plain.length < 1400) return { body: plain, coding: undefined };
  if (accepted.includes("gzip")) return { body: gzipSync(plain, { level: 2 }), coding: "gzip" };
  return { body: plain, coding: undefined };
}
