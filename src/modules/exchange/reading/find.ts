import { fetchOutside } from "../../../platform/outside.ts";
import { cleaned } from "./clean.ts";
import { readList, type FeedRead, type FeedReader } from "./feed.ts";
import { z } from "zod";

/** Where a list may stand, from what an agent gives: the list itself, its interface, or only the site. */
export function whereToLook(address: string): string[] {
  const url = new URL(address);
  url.hash = "";
  if (/\/(organizations|services)\/?$/.test(url.pathname)) return [url.href];
  const under = (path: string) => new URL(path, url.origin).href;
  const base = url.pathname.replace(/\/+$/, "");
  const inside = [`${base}/organizations`, `${base}/services`].map(under);
  const ours = under("/api/open-referral/organizations");
  return base ? [...new Set([...inside, ours])] : [ours, ...inside];
}

/** An answer that says no list stands there, so that the next place is worth asking. */
const notThere = new Set(["answer", "type", "not_feed"]);

/** Finds the list from an address and reads it whole. */
export async function findFeed(reader: FeedReader, address: string): Promise<FeedRead> {
  const ends = performance.now() + reader.limits.seconds * 1000;
  const places = whereToLook(address);
  let last: FeedRead = { refused: "not_feed", at: 1 };
  for (const place of places) {
    const seconds = (ends - performance.now()) / 1000;
    if (seconds <= 0) return { refused: "slow", at: 1 };
    const limits = { ...reader.limits, seconds };
    last = await readList({ ...reader, limits }, place, { pinned: false });
    if (!("refused" in last) || last.at > 1 || !notThere.has(last.refused)) return last;
  }
  return places.length > 1 ? { refused: "not_feed", at: 1 } : last;
}

const rootShape = z.object({ publisher: z.object({ name: z.string() }) });

/** The name the interface gives itself; its host when it says none. */
export async function announcedName({ loopback }: FeedReader, list: string): Promise<string> {
  const root = new URL(list);
  root.search = "";
  root.pathname = root.pathname.replace(/\/[^/]+\/?$/, "") || "/";
  const answer = await fetchOutside(root.href, {
    maxBytes: 100_000,
    seconds: 5,
    types: /^application\/([\w.+-]+\+)?json/i,
    loopback,
  });
  const named = "done" in answer ? nameIn(answer.done.body.toString("utf8")) : "";
  return named || root.host.slice(0, 120);
}

function nameIn(text: string): string {
  try {
    const read = rootShape.safeParse(JSON.parse(text)).data;
    return cleaned(read?.publisher.name ?? "", 120);
  } catch {
    return "";
  }
}
