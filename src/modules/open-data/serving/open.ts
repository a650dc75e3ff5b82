import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Answer } from "../../../platform/http/answer.ts";
import {
  get,
  type Ask,
  type Channel,
  type Handler,
  type Route,
} from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { underLimit, windowEnd } from "../../../platform/rate-limit.ts";
import { bucket } from "../../people/index.ts";
import { licence } from "./licence.ts";

/** What one address may ask: enough to take everything several times over, page after page. */
export const readings = { max: 600, minutes: 10 };

/** Any site may read it, by script too; what it answers with may be read as well. */
const openToAll = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, last-modified, link, retry-after",
  link: `<${licence.url}>; rel="license"`,
};

/** An address for programs: counted, open to any origin, with the mark of what is published today. */
export const open = (path: string, answer: Handler, channel: Channel = "api"): Route =>
  get(path, anyone, async (ask) => {
    const refused = await tooMany(ask);
    if (refused) return refused;
    ask.count("data", "", channel);
    const mark = await markOf(ask.tx, dayOf(ask.now));
    const headers = {
      ...openToAll,
      etag: mark.tag,
      "last-modified": mark.since.toUTCString(),
      "cache-control": "public, max-age=60",
    };
    if (isKnown(ask.request.headers, mark)) return { status: 304, headers, body: undefined };
    const answered = await answer(ask);
    if (answered.status !== 200)
      return { ...answered, headers: { ...openToAll, ...answered.headers } };
    return { ...answered, headers: { ...headers, ...answered.headers } };
  });

/** A refusal a program and a person both read (RFC 9457). */
export const problem = (ask: Ask, status: number, detail: string): Answer => ({
  status,
  headers: { "content-type": "application/problem+json; charset=utf-8" },
  body: JSON.stringify({
    type: "about:blank",
    title: ask.t(
      `open-data:problem.title.${status === 404 ? "missing" : status === 429 ? "many" : "wrong"}`,
    ),
    status,
    detail,
    instance: ask.path,
  }),
});

async function tooMany(ask: Ask): Promise<Answer | undefined> {
  const { max, minutes } = readings;
  const who = bucket("open_data", ask.ip);
  if (await underLimit(ask.house.database, ask.tenant.id, who, max, minutes, ask.now)) return;
  const again = windowEnd(minutes, ask.now);
  const wait = Math.ceil((again.getTime() - ask.now.getTime()) / 1000);
  const detail = ask.t("open-data:problem.many", { max, minutes, wait: Math.ceil(wait / 60) });
  const answer = problem(ask, 429, detail);
  return { ...answer, headers: { ...openToAll, ...answer.headers, "retry-after": String(wait) } };
}

/** What is read changes with what is published, with the day (seasons end, listings age), and when changes are noted. */
type Mark = { tag: string; since: Date };

export async function markOf(tx: Tx, today: string): Promise<Mark> {
  const { version, raised_at, noted_version, noted_at } = await tx
    .selectFrom("content_version as c")
    .leftJoin("open_data_state as s", "s.commune_id", "c.commune_id")
    .select(["c.version", "c.raised_at", "s.noted_version", "s.noted_at"])
    .executeTakeFirstOrThrow();
  const times = [raised_at, noted_at ?? raised_at, new Date(`${today}T00:00:00Z`)];
  const since = new Date(Math.max(...times.map((one) => one.getTime())));
  since.setUTCMilliseconds(0);
  return {
    tag: `W/"${version}-${today}-${noted_version ?? 0}-${noted_at?.getTime() ?? 0}"`,
    since,
  };
}

/** What the program holds already is what it would get; the tag decides when there is one. */
function isKnown(headers: Headers, { tag, since }: Mark): boolean {
  const tags = headers.get("if-none-match");
  if (tags !== null) return tags.split(",").some((one) => one.trim() === tag || one.trim() === "*");
  const held = Date.parse(headers.get("if-modified-since") ?? "");
  // A second is the width of that date: what changed within it may have been missed.
  return held > since.getTime();
}
