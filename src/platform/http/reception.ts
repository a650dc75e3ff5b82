import { dayOf } from "../clock.ts";
import type { Tx } from "../db/database.ts";
import { Forbidden, NotFound, redirect, type Answer } from "./answer.ts";
import type { Ask, Tenant } from "./ask.ts";
import { originOf } from "./origin.ts";
import type { KeptPage } from "./page-cache.ts";
import type { Person } from "./person.ts";
import { cookie, sessionCookieName } from "./security.ts";
import { splitLanguage } from "./address.ts";
import type { SiteParts } from "./parts.ts";
import { viewOf } from "./viewing.ts";

type Rest = Pick<Ask, "params" | "form" | "prepared" | "ip" | "count">;

/** What reading, writing and failing share: who asks, of which commune, and the whole question. */
export function openReception(parts: SiteParts) {
  const { house } = parts;
  const { config } = house;
  const hostOf = (request: Request): string => {
    const forwarded = config.trustedProxy ? request.headers.get("x-forwarded-host") : null;
    return (forwarded ?? request.headers.get("host") ?? new URL(request.url).host).toLowerCase();
  };
  const maybeCommuneOf = (request: Request) =>
    parts.communeOf(hostOf(request).replace(/:\d+$/, ""));
  return {
    originOf: (request: Request): string => originOf(config, hostOf(request)),
    maybeCommuneOf,
    communeOf: async (request: Request): Promise<number> => {
      const id = await maybeCommuneOf(request);
      if (id === undefined) throw new NotFound();
      return id;
    },
    tokenOf: (request: Request) => cookie(request, sessionCookieName(config)),
    identify: async (tx: Tx, token: string | undefined): Promise<Person | undefined> =>
      token ? parts.personOf(tx, token, house.clock.now()) : undefined,
    visit: (communeId: number, visits: KeptPage["visits"]): void => {
      const day = dayOf(house.clock.now());
      for (const [kind, subject, channel] of visits)
        house.notes.add(communeId, "visit", [day, kind, channel, subject]);
    },
    ask: (
      tx: Tx,
      tenant: Tenant,
      person: Person | undefined,
      request: Request,
      rest: Rest,
    ): Ask => {
      const url = new URL(request.url);
      const { lang, asked, path } = splitLanguage(url.pathname);
      const origin = originOf(config, hostOf(request));
      const view = viewOf(house.words, {
        lang,
        asked,
        path,
        url,
        origin,
        tenant,
        tiles: config.mapTiles,
        person,
        asset: parts.assetAddress,
        deskOf: parts.deskOf,
      });
      const now = house.clock.now();
      return {
        house,
        tx,
        tenant,
        person,
        url,
        path,
        query: url.searchParams,
        lang,
        t: view.t,
        view,
        request,
        now,
        ...rest,
      };
    },
  };
}

export type Reception = ReturnType<typeof openReception>;

/** Closed to this person: the 403 page for someone signed in, the sign-in page for the others. */
export function closed(ask: Ask): Answer {
  if (ask.person) throw new Forbidden();
  const next = ask.request.method === "GET" ? ask.view.path : "/";
  return redirect(`${ask.view.href("/connexion")}?suite=${encodeURIComponent(next)}`);
}
