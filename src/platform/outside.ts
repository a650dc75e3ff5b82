import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Readable } from "node:stream";
import { isPublicAddress } from "./public-address.ts";

export const outsideRefusals = [
  "address",
  "private",
  "unreachable",
  "slow",
  "too_big",
  "answer",
  "type",
  "redirects",
] as const;
export type OutsideRefusal = (typeof outsideRefusals)[number];

export type Outside =
  | { done: { body: Buffer; url: string; etag: string | null; lastModified: string | null } }
  | { unchanged: true }
  | { refused: OutsideRefusal };

export type Wanted = {
  /** Of what is read, once decompressed. */
  maxBytes: number;
  /** From the first question to the last byte, redirections included. */
  seconds: number;
  /** What the answer may say it is; anything when empty. */
  types: RegExp;
  etag?: string | null;
  lastModified?: string | null;
  /** Whether this machine itself may be asked: for tests. */
  loopback: boolean;
};

const mostRedirects = 3;

class Refused extends Error {
  readonly why: OutsideRefusal;
  constructor(why: OutsideRefusal) {
    super(why);
    this.why = why;
  }
}

/**
 * Reads an address somebody gave. Never this machine nor a private network: what is checked is the address connected to, at each
 * redirection, so that a name that answers two ways gains nothing. Never throws: what goes wrong is a value.
 */
export async function fetchOutside(address: string, wanted: Wanted): Promise<Outside> {
  const signal = AbortSignal.timeout(Math.ceil(wanted.seconds * 1000));
  try {
    let url = readable(address, wanted);
    for (let turn = 0; turn <= mostRedirects; turn++) {
      const answer = await asked(url, wanted, signal);
      const { statusCode: status = 0, headers } = answer;
      if (status === 304) return dismissed(answer, { unchanged: true });
      if ([301, 302, 303, 307, 308].includes(status) && headers.location) {
        answer.destroy();
        url = readable(headers.location, wanted, url);
        continue;
      }
      if (status !== 200) return dismissed(answer, { refused: "answer" });
      if (!wanted.types.test(headers["content-type"] ?? ""))
        return dismissed(answer, { refused: "type" });
      const body = await read(answer, wanted.maxBytes, signal);
      const { etag = null, "last-modified": lastModified = null } = headers;
      return { done: { body, url: url.href, etag, lastModified } };
    }
    return { refused: "redirects" };
  } catch (fault) {
    if (signal.aborted) return { refused: "slow" };
    return { refused: fault instanceof Refused ? fault.why : "unreachable" };
  }
}

/** The address, when it is one that may be asked. `webcal` is how calendars are often given. */
function readable(address: string, { loopback }: Wanted, from?: URL): URL {
  const plain = address.trim().replace(/^webcals?:/i, "https:");
  if (!URL.canParse(plain, from?.href)) throw new Refused("address");
  const url = new URL(plain, from?.href);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) throw new Refused("address");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && !isPublicAddress(host, loopback)) throw new Refused("private");
  return url;
}

function asked(url: URL, wanted: Wanted, signal: AbortSignal): Promise<http.IncomingMessage> {
  const { etag, lastModified, loopback } = wanted;
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    request(
      url,
      {
        signal,
        lookup: guarded(loopback),
        // Neither kept nor shared: the next question looks its address up again.
        agent: false,
        headers: {
          "user-agent": "Maillage",
          "accept-encoding": "gzip, br, deflate",
          ...(etag ? { "if-none-match": etag } : {}),
          ...(lastModified ? { "if-modified-since": lastModified } : {}),
        },
      },
      resolve,
    )
      .on("error", reject)
      .end();
  });
}

/** Looks a name up, and refuses it when one of its addresses may not be asked. */
const guarded =
  (loopback: boolean): LookupFunction =>
  (name, options, answer) =>
    dns.lookup(name, { ...options, all: true }, (fault, found) => {
      const [first] = found ?? [];
      if (fault || !first) return answer(fault ?? new Refused("unreachable"), "", 4);
      if (found.some(({ address }) => !isPublicAddress(address, loopback)))
        return answer(new Refused("private"), "", 4);
      if (options.all) answer(null, found);
      else answer(null, first.address, first.family);
    });

async function read(
  answer: http.IncomingMessage,
  most: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  const stream = decoded(answer);
  const stop = () => void stream.destroy(new Refused("slow"));
  signal.addEventListener("abort", stop, { once: true });
  try {
    for await (const piece of stream) {
      size += (piece as Buffer).byteLength;
      if (size > most) throw new Refused("too_big");
      pieces.push(piece as Buffer);
    }
    return Buffer.concat(pieces);
  } finally {
    signal.removeEventListener("abort", stop);
    answer.destroy();
  }
}

function decoded(answer: http.IncomingMessage): Readable {
  const coding = answer.headers["content-encoding"] ?? "identity";
  if (coding === "identity") return answer;
  const decoder =
    coding === "gzip"
      ? createGunzip()
      : coding === "br"
        ? createBrotliDecompress()
        : coding === "deflate"
          ? createInflate()
          : undefined;
  if (!decoder) throw new Refused("answer");
  answer.on("error", (fault) => decoder.destroy(fault));
  return answer.pipe(decoder);
}

function dismissed<T>(answer: http.IncomingMessage, outcome: T): T {
  answer.destroy();
  return outcome;
}
