import type { Config } from "../config.ts";
import type { Answer } from "./answer.ts";
import { quicklyCompressed } from "./page-cache.ts";
import { securityHeaders } from "./security.ts";

const made = new WeakMap<Config, Record<string, string>>();

/** An answer as bytes, with the headers of the house. */
export function toResponse(answer: Answer, config: Config, acceptedCodings = ""): Response {
  let common = made.get(config);
  if (!common) made.set(config, (common = securityHeaders(config)));
  const headers: Record<string, string> = { ...common, ...answer.headers };
  let body = answer.body ?? null;
  if (typeof body === "string") {
    const { body: bytes, coding } = quicklyCompressed(Buffer.from(body), acceptedCodings);
    body = bytes;
    headers["vary"] ??= "accept-encoding";
    if (coding) headers["content-encoding"] = coding;
  }
  headers["cache-control"] ??= "no-store";
  return new Response(body as ConstructorParameters<typeof Response>[0], {
    status: answer.status,
    headers,
  });
}
