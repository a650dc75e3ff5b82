import { notFound, page } from "../../../platform/http/answer.ts";
import { get, postPrepared, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { cookie, cookieName, ownCookie } from "../../../platform/http/security.ts";
import { limited } from "../limited.ts";
import type { Neighbours } from "../rooms.ts";
import { signInAgain } from "../sign-in/again.tsx";
import { enter } from "../sign-in/entering.ts";
import { localPath } from "../sign-in/rules.ts";
import { newToken } from "../tokens.ts";
import { urls } from "../urls.ts";
import { askingAddress, meetProvider, whoIsThere } from "./client.ts";
import { leavingPage, returningPage } from "./pages.tsx";
import { agentBehind, entryWaits, keepExit, openEntry, takeEntry } from "./queries.ts";
import { entryMinutes, limits } from "./rules.ts";

/** Binds an entry to the browser that began it, until the provider leads it back here. */
const entryCookie = "maillage-agent";

/** Agents who enter through the provider the operator chose. All its questions are asked before a transaction opens. */
export const providerRoutes = (neighbours: Neighbours): Route[] => [
  postPrepared(
    urls.provider,
    anyone,
    10_000,
    async (_, house) => {
      const settings = house.config.identityProvider;
      return settings && { settings, provider: await meetProvider(house, settings) };
    },
    async (ask, met) => {
      if (!met) return notFound();
      const tooMany = await limited(ask, {
        kind: "provider_visitor",
        who: ask.ip,
        ...limits.visitor,
      });
      if (tooMany) return tooMany;
      const { settings, provider } = met;
      if (!provider) return signInAgain(ask, neighbours, "provider_away");
      const entry = await openEntry(ask.tx, localPath(ask.form.get("suite")), ask.now);
      const returnTo = ask.view.origin + urls.providerReturn;
      const address = await askingAddress(provider, settings, entry, returnTo);
      const answer = page(leavingPage(ask.view, { provider: settings.name, address }));
      // Not a redirection: a browser follows a form nowhere else than here (`form-action`).
      const headers = {
        ...answer.headers,
        refresh: `0; url=${address}`,
        "set-cookie": ownCookie(ask.house.config, entryCookie, entry.browser, entryMinutes * 60),
      };
      return { ...answer, headers };
    },
  ),
  get(urls.providerReturn, anyone, async (ask) => {
    const { config } = ask.house;
    if (!config.identityProvider) return notFound();
    const state = ask.query.get("state") ?? "";
    const browser = cookie(ask.request, cookieName(config, entryCookie)) ?? "";
    if (!(await entryWaits(ask.tx, { state, browser }, ask.now)))
      return signInAgain(ask, neighbours, "entry_over");
    if (ask.query.has("error")) return signInAgain(ask, neighbours, "provider_refused");
    return page(returningPage(ask.view, ask.url.search));
  }),
  postPrepared(
    urls.providerReturn,
    anyone,
    20_000,
    async (form, house, tenant, { request, origin }) => {
      const settings = house.config.identityProvider;
      if (!settings) return undefined;
      const search = form.get("retour");
      const returned = new URL(`${urls.providerReturn}?${search.replace(/^\?/, "")}`, origin);
      const held = {
        state: returned.searchParams.get("state") ?? "",
        browser: cookie(request, cookieName(house.config, entryCookie)) ?? "",
      };
      // Used up in a transaction of its own, before the provider is asked: no answer serves twice.
      const entry = await house.database.write(tenant.id, (tx) =>
        takeEntry(tx, held, house.clock.now()),
      );
      if (!entry) return { settings, answer: { refused: "entry_over" as const } };
      const answer = await whoIsThere(house, settings, returned, entry);
      return { settings, answer, next: entry.next };
    },
    async (ask, prepared) => {
      if (!prepared) return notFound();
      const { settings, answer } = prepared;
      if ("refused" in answer) return signInAgain(ask, neighbours, answer.refused);
      const agent = await agentBehind(ask.tx, settings.issuer, answer, ask.now);
      if ("refused" in agent) return signInAgain(ask, neighbours, agent.refused);
      const token = newToken();
      const entered = await enter(ask, agent.personId, token, prepared.next);
      if (answer.exit) await keepExit(ask.tx, token, answer.exit);
      return entered;
    },
  ),
];
