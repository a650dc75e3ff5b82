import type { Tx } from "../db/database.ts";
import type { Ask, Channel, Route, Tenant } from "./ask.ts";
import { placeInQueue } from "./beside-queue.ts";
import { closed, type Reception } from "./reception.ts";
import { typedFrom } from "./form.ts";
import {
  bodyFor,
  quicklyCompressed,
  type Coded,
  type KeptPage,
  type PageCache,
} from "./page-cache.ts";
import { toResponse } from "./respond.ts";
import { isRobot } from "./security.ts";
import type { Passage, SiteParts } from "./parts.ts";

/** Answers GET: a read-only transaction, or a page kept from an earlier one. */
export function reader(parts: SiteParts, reception: Reception, cache: PageCache) {
  const { config, database } = parts.house;
  const coded = (headers: KeptPage["headers"], { body, coding }: Coded): Response =>
    toResponse(
      {
        status: 200,
        headers: { ...headers, vary, ...(coding ? { "content-encoding": coding } : undefined) },
        body,
      },
      config,
    );
  const keptFor = (request: Request, communeId: number | undefined, passage: Passage) => {
    const version = communeId === undefined ? undefined : parts.versions.current(communeId);
    if (communeId === undefined || version === undefined) return undefined;
    const page = cache.find(
      cacheKey(communeId, hour(), reception.originOf(request), request),
      version,
    );
    if (!page) return undefined;
    passage.route = page.route;
    if (!isRobot(request)) reception.visit(communeId, page.visits);
    return coded(page.headers, bodyFor(page, acceptedCodings(request)));
  };
  // As late as a kept page may be, and no later: the settings are published when they change.
  const tenants = new Map<number, { version: number; tenant: Tenant }>();
  const tenantFor = async (tx: Tx, communeId: number, version: number | undefined) => {
    const known = tenants.get(communeId);
    if (version !== undefined && known?.version === version) return known.tenant;
    const tenant = await parts.tenantOf(tx, communeId, parts.house.clock.now());
    if (version !== undefined) tenants.set(communeId, { version, tenant });
    return tenant;
  };
  const hour = () => Math.floor(parts.house.clock.now().getTime() / 3_600_000);
  return {
    /** The kept page of an address, when nobody is signed in and nothing published has changed. */
    kept: (request: Request, passage: Passage) => {
      if (request.method !== "GET" || reception.tokenOf(request)) return undefined;
      const communeId = reception.maybeCommuneOf(request);
      return communeId instanceof Promise
        ? communeId.then((id) => keptFor(request, id, passage))
        : keptFor(request, communeId, passage);
    },

    read: async (
      route: Route,
      request: Request,
      params: Ask["params"],
      ip: string,
    ): Promise<Response> => {
      const communeId = await reception.communeOf(request);
      const token = reception.tokenOf(request);
      const keep = route.cached && !token;
      // Read before the transaction opens: a change in between makes the kept page stale, never the reverse.
      const version = keep ? parts.versions.current(communeId) : undefined;
      const visits: [string, string, Channel][] = [];
      const count: Ask["count"] = (kind, subject = "", channel = "site") =>
        void visits.push([kind, subject, channel]);
      const open = keep ? database.readPublic : database.read;
      const read = await open(communeId, async (tx) => {
        const [tenant, person] = await Promise.all([
          tenantFor(tx, communeId, version),
          reception.identify(tx, token),
        ]);
        const rest = { params, form: typedFrom({}), prepared: undefined, ip, count };
        const ask = reception.ask(tx, tenant, person, request, rest);
        if (!route.who.allows(person)) return closed(ask);
        await placeInQueue(parts, ask);
        return route.handle(ask);
      });
      const answer = read.later ? await read.later() : read;
      if (answer.status === 200 && !isRobot(request)) reception.visit(communeId, visits);
      // A kept page would go on saying what was true: one that asks for it is made anew for each.
      const anew = answer.headers["cache-control"] === "no-store";
      if (version === undefined || anew || answer.status !== 200 || typeof answer.body !== "string")
        return toResponse(answer, config, acceptedCodings(request));
      // Its first visitor gets it compressed quickly; well, when a second one comes.
      const first = quicklyCompressed(Buffer.from(answer.body), acceptedCodings(request));
      const { headers } = answer;
      const key = cacheKey(communeId, hour(), reception.originOf(request), request);
      cache.keep(key, version, { headers, visits, route: route.path, first });
      return coded(headers, first);
    },
  };
}

export const acceptedCodings = (request: Request): string =>
  request.headers.get("accept-encoding") ?? "";

const vary = "accept-encoding, cookie";

/**
 * The origin is in the page (canonical address, links of its data): two names of a commune have their own pages. So is the time:
 * what is to come today is over tonight.
 */
const cacheKey = (communeId: number, hour: number, origin: string, request: Request): string =>
  `${communeId} ${hour} ${origin}${request.url.slice(request.url.indexOf("/", 8))}`;
