import { Hono } from "hono";
import { languages, type Lang, type Translate } from "../i18n/index.ts";
import type { Database, Tx } from "../db/database.ts";
import { NotFound, type Answer } from "./answer.ts";
import { openReception } from "./reception.ts";
import { faulter, type FaultStatus } from "./faulting.ts";
import type { ContentVersions } from "./content-version.ts";
import type { House, Route, Tenant } from "./ask.ts";
import { openPageCache } from "./page-cache.ts";
import type { Person } from "./person.ts";
import { reader } from "./reading.ts";
import { toResponse } from "./respond.ts";
import type { View } from "./view.ts";
import { writer } from "./writing.ts";

/** What the site needs from the rooms to answer any request. */
export type SiteParts = {
  house: House;
  routes: readonly Route[];
  versions: ContentVersions;
  /** Which commune a host name leads to. */
  communeOf: (host: string) => number | undefined | Promise<number | undefined>;
  tenantOf: (tx: Tx, communeId: number) => Promise<Tenant>;
  personOf: (tx: Tx, token: string, now: Date) => Promise<Person | undefined>;
  /** The municipal side's navigation, as this person may use it. */
  deskOf: (t: Translate, person: Person) => View["desk"];
  assetAddress: (name: string) => string;
  assetAt: (path: string) => StaticFile | undefined;
  /** Pages of the house when something is missing, closed, refused or broken. */
  faultPage: (view: View, status: FaultStatus, reference: string) => string;
};

/** A file served for ever under an address that holds its hash; compressed once when that helps. */
export type StaticFile = {
  contentType: string;
  body: Uint8Array;
  br: Uint8Array | undefined;
  gzip: Uint8Array | undefined;
};

/** What the log may say of a request: its route, never its address, and the visitor's address only for limits. */
export type Passage = { ip: string; route: string };

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

/** Path of a request, without building a URL. */
export function pathOf(request: Request): string {
  const start = request.url.indexOf("/", 8);
  const query = request.url.indexOf("?", start);
  return query < 0 ? request.url.slice(start) : request.url.slice(start, query);
}

const foreign = new Set<string>(languages.filter((lang) => lang !== "fr"));

/** The language is in the address: `/en/annuaire` is `/annuaire` in English; French has no prefix. */
export function splitLanguage(path: string): { lang: Lang; path: string } {
  const end = path.indexOf("/", 1);
  const first = end < 0 ? path.slice(1) : path.slice(1, end);
  if (!foreign.has(first)) return { lang: "fr", path };
  return { lang: first as Lang, path: end < 0 ? "/" : path.slice(end) };
}
