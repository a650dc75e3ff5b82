import { Hono } from "hono";
import type { Database } from "../db/database.ts";
import { pathOf, splitLanguage } from "./address.ts";
import { NotFound, type Answer } from "./answer.ts";
import { openReception } from "./reception.ts";
import { faulter } from "./faulting.ts";
import { openPageCache } from "./page-cache.ts";
import type { Passage, SiteParts } from "./parts.ts";
import { reader } from "./reading.ts";
import { toResponse } from "./respond.ts";
import { writer } from "./writing.ts";

/** Answers at once when it can: a kept page leaves without waiting for anything. */
export type Site = { fetch: (request: Request, ip?: string) => Response | Promise<Response> };

const cacheBytes = 48_000_000;

/** The site as a function: a request in, a response out. */
export function buildSite(parts: SiteParts): Site {
  const reception = openReception(parts);
  const { kept, read } = reader(parts, reception, openPageCache(cacheBytes));
  const write = writer(parts, reception);
  const fault = faulter(parts, reception);
  const { log } = parts.house;
  const router = new Hono<{ Bindings: Passage }>({
    getPath: (request) => splitLanguage(pathOf(request)).path,
  });
  for (const route of parts.routes) {
    const answer = route.method === "GET" ? read : write;
    router.on(route.method, route.path, (c) => {
      c.env.route = route.path;
      return answer(route, c.req.raw, c.req.param(), c.env.ip);
    });
  }
  router.notFound((c) => fault(c.req.raw, c.env.ip, new NotFound()));
  router.onError((thrown, c) => fault(c.req.raw, c.env.ip, thrown));
  return {
    fetch: (request, ip = "") => {
      const path = pathOf(request);
      if (path.startsWith("/assets/")) return assetResponse(parts, request, path);
      if (request.method === "OPTIONS") return preflight();
      if (path === "/healthz") return new Response("ok\n");
      if (path === "/readyz") return readiness(parts.house.database);
      const begun = performance.now();
      const passage: Passage = { ip, route: "" };
      const logged = (response: Response): Response => {
        const ms = Math.round((performance.now() - begun) * 10) / 10;
        const { method } = request;
        log.info({ method, route: passage.route, status: response.status, ms }, "request");
        return response;
      };
      const routed = () => Promise.resolve(router.fetch(request, passage)).then(logged);
      const broken = (thrown: unknown) => fault(request, ip, thrown).then(logged);
      const early = kept(request, passage);
      if (!(early instanceof Promise)) return early ? logged(early) : routed();
      return early.then((found) => (found ? logged(found) : routed()), broken);
    },
  };
}

/**
 * A script of another site asks before a question with a condition (`If-None-Match`). It may ask any address, only to read: what
 * is not open to it says so in its own answer, and no cookie ever goes with the question.
 */
const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      allow: "GET, HEAD, OPTIONS",
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "accept, if-none-match, if-modified-since",
      "access-control-max-age": "86400",
    },
  });

/** Ready when the database answers. */
async function readiness(database: Database): Promise<Response> {
  const answers = await database.pool.query("select 1").then(
    () => true,
    () => false,
  );
  return new Response(answers ? "ready\n" : "database unavailable\n", {
    status: answers ? 200 : 503,
  });
}

function assetResponse(parts: SiteParts, request: Request, path: string): Response {
  const asset = parts.assetAt(path);
  if (!asset) return new Response("Introuvable", { status: 404 });
  const accepted = request.headers.get("accept-encoding") ?? "";
  const coding = (["br", "gzip"] as const).find((one) => asset[one] && accepted.includes(one));
  const body = coding ? asset[coding] : asset.body;
  const answer: Answer = {
    status: 200,
    headers: {
      "content-type": asset.contentType,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
      ...(coding ? { "content-encoding": coding } : {}),
    },
    body,
  };
  return toResponse(answer, parts.house.config);
}
