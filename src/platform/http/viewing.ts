import { randomUUID } from "node:crypto";
import { directionOf, type Lang, type Translate } from "../i18n/index.ts";
import type { Tenant } from "./ask.ts";
import type { Person } from "./person.ts";
import type { View } from "./view.ts";

type Seen = {
  lang: Lang;
  asked: Lang;
  path: string;
  url: URL;
  origin: string;
  tenant: Tenant;
  tiles: View["tiles"];
  person: Person | undefined;
  asset: (name: string) => string;
  deskOf: (t: Translate, person: Person) => View["desk"];
};

/** What every page knows of the request. */
export function viewOf(words: (lang: Lang) => Translate, seen: Seen): View {
  const { lang, asked, tenant, person } = seen;
  const t = words(lang);
  const query = new URLSearchParams(seen.url.search);
  const notice = noticeOf(t, query.get("fait"));
  query.delete("fait");
  return {
    lang,
    dir: directionOf(lang),
    t,
    path: query.size ? `${seen.path}?${query}` : seen.path,
    origin: seen.origin,
    href: (path) =>
      asked === "fr" || !path.startsWith("/")
        ? path
        : path === "/"
          ? `/${asked}`
          : `/${asked}${path}`,
    asset: seen.asset,
    commune: tenant.view,
    tiles: tenant.outside.mapTiles ? seen.tiles : undefined,
    person: person && {
      name: person.name,
      agent: person.roles.length > 0,
      associations: person.associations.map(({ id, name }) => ({ id, name })),
    },
    desk: person?.roles.length ? seen.deskOf(t, person) : [],
    formKey: randomUUID(),
    notice,
  };
}

/** `associations.saved` is the sentence `associations:notice.saved`; anything else says nothing. */
function noticeOf(t: Translate, code: string | null): string | undefined {
  const match = code?.match(/^([a-z-]+)\.([a-zA-Z_]+)$/);
  if (!match) return undefined;
  const key = `${match[1]}:notice.${match[2]}`;
  const sentence = t(key as never) as string;
  return sentence === key || sentence === `notice.${match[2]}` ? undefined : sentence;
}
