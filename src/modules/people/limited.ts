import { page, type Answer } from "../../platform/http/answer.ts";
import type { Ask } from "../../platform/http/ask.ts";
import { underLimit, windowEnd } from "../../platform/rate-limit.ts";
import { limitedPage } from "./limited-page.tsx";
import { bucket } from "./tokens.ts";

export type Limit = { kind: string; who: string; max: number; minutes: number };

/** Counts one more hit of each limit; the page that says when to try again, if one is passed. */
export async function limited(ask: Ask, ...wanted: readonly Limit[]): Promise<Answer | undefined> {
  const { house, tenant, now } = ask;
  for (const { kind, who, max, minutes } of wanted) {
    if (await underLimit(house.database, tenant.id, bucket(kind, who), max, minutes, now)) continue;
    const again = windowEnd(minutes, now);
    const answer = page(limitedPage(ask.view, again), 429);
    const wait = Math.ceil((again.getTime() - now.getTime()) / 1000);
    return { ...answer, headers: { ...answer.headers, "retry-after": String(wait) } };
  }
  return undefined;
}
