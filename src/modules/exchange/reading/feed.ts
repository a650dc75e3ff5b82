import { fetchOutside, type Outside, type OutsideRefusal } from "../../../platform/outside.ts";
import { Gathered, type ListKind } from "./items.ts";
import { pageShape, type FeedPage } from "./shapes.ts";

/** Why a list was not read; those of the network are `OutsideRefusal`. */
export type FeedRefusal =
  OutsideRefusal | "not_feed" | "looping" | "endless" | "totals" | "elsewhere";

export type FeedLimits = {
  pages: number;
  items: number;
  /** In all, then of one page. */
  bytes: number;
  pageBytes: number;
  /** In all, then for one page. */
  seconds: number;
  pageSeconds: number;
};

/** What a neighbour may cost us at night. */
export const feedLimits: FeedLimits = {
  pages: 200,
  items: 5000,
  bytes: 40_000_000,
  pageBytes: 8_000_000,
  seconds: 180,
  pageSeconds: 20,
};

export type Feed = {
  /** The list, without its page. */
  address: string;
  gathered: Gathered;
  /** Of a list of one page only: those of a longer one say nothing of its other pages. */
  marks: Marks;
};
export type Marks = { etag: string | null; lastModified: string | null };

export type FeedRead =
  { done: Feed } | { unchanged: true } | { refused: FeedRefusal; /** At which page. */ at: number };

export type FeedReader = { limits: FeedLimits; loopback: boolean };

const perPage = 100;

/** Reads every page of a list. `pinned`, it may not lead to another site; else the address it leads to is the one kept. */
export async function readList(
  reader: FeedReader,
  address: string,
  options: { pinned: boolean; marks?: Marks },
): Promise<FeedRead> {
  const { limits } = reader;
  const ends = performance.now() + limits.seconds * 1000;
  const gathered = new Gathered();
  const seen = new Set<string>();
  let list = new URL(address);
  let bytes = 0;
  let told = 0;
  let read = 0;
  for (let at = 1; at <= limits.pages; at++) {
    const refuse = (refused: FeedRefusal): FeedRead => ({ refused, at });
    const left = (ends - performance.now()) / 1000;
    if (left <= 0) return refuse("slow");
    const answer = await readPage(reader, pageOf(list, at), {
      seconds: Math.min(left, limits.pageSeconds),
      maxBytes: Math.min(limits.pageBytes, limits.bytes - bytes),
      ...(at === 1 ? options.marks : undefined),
    });
    if ("unchanged" in answer) return at === 1 ? answer : refuse("answer");
    if ("refused" in answer) return refuse(answer.refused);
    bytes += answer.done.body.length;
    const reached = new URL(answer.done.url);
    if (at === 1 && !options.pinned) list = listAt(reached);
    else if (reached.origin !== list.origin) return refuse("elsewhere");
    const page = pageIn(answer.done.body);
    if (!page) return refuse("not_feed");
    if ((page.page_number ?? at) !== at) return refuse("looping");
    const things = page.contents;
    read += things.length;
    told = page.total_items ?? told;
    if (read > limits.items) return refuse("endless");
    const before = seen.size;
    for (const thing of things) seen.add(idOf(thing));
    if (at > 1 && things.length && seen.size === before) return refuse("looping");
    for (const thing of things) gathered.add(kindOf(list), thing);
    if (hasMore(page, at)) continue;
    // Things come and go while a long list is read; many missing is a list that lies or breaks off.
    if (read < told * 0.9) return refuse("totals");
    if (read && !gathered.items.size) return refuse("not_feed");
    const { etag, lastModified } = answer.done;
    const marks = at === 1 ? { etag, lastModified } : { etag: null, lastModified: null };
    return { done: { address: list.href, gathered, marks } };
  }
  return { refused: "endless", at: limits.pages };
}

const readPage = (
  { loopback }: FeedReader,
  url: URL,
  limits: { seconds: number; maxBytes: number } & Partial<Marks>,
): Promise<Outside> =>
  fetchOutside(url.href, {
    ...limits,
    types: /^(application\/([\w.+-]+\+)?json|text\/plain|$)/i,
    loopback,
  });

function pageOf(list: URL, at: number): URL {
  const url = new URL(list);
  url.searchParams.set("per_page", String(perPage));
  url.searchParams.set("page", String(at));
  return url;
}

function listAt(reached: URL): URL {
  const url = new URL(reached);
  url.hash = "";
  for (const name of ["page", "per_page"]) url.searchParams.delete(name);
  return url;
}

export const kindOf = ({ pathname }: URL): ListKind =>
  /\/services\/?$/.test(pathname) ? "services" : "organizations";

function pageIn(body: Buffer): FeedPage | undefined {
  try {
    return pageShape.safeParse(JSON.parse(body.toString("utf8"))).data;
  } catch {
    // Not JSON at all.
    return undefined;
  }
}

/** Neither word for it: a list without pages, whole in one answer. */
const hasMore = ({ contents, last_page: last, total_pages: pages }: FeedPage, at: number) =>
  contents.length > 0 && (last === undefined ? at < (pages ?? 1) : !last);

/** Things without one are all alike: none of them will be kept. */
const idOf = (thing: unknown): string => {
  const id = (thing as { id?: unknown } | null)?.id;
  return typeof id === "string" ? id : "";
};
