import type { Answer } from "./answer.ts";
import type { Ask } from "./ask.ts";
import type { SiteParts } from "./parts.ts";
import type { View } from "./view.ts";

/** Names an item of the day's queue: `proposal:<id>`. */
const keyShape = /^[a-z_]+:[\w:.-]{1,180}$/;
const sliceShape = /^[a-z_.]{1,60}$/;

/** The item a screen was opened for, from its address or from the form it carried along. */
export function itemAsked({ query, form }: Pick<Ask, "query" | "form">): QueueAsked | undefined {
  const key = query.get("file") ?? form.get("_file");
  if (!keyShape.test(key)) return undefined;
  const slice = query.get("dans") ?? form.get("_dans");
  return { key, slice: sliceShape.test(slice) ? slice : "" };
}

export type QueueAsked = { key: string; slice: string };

/** Tells the page where it stands in the queue of the agent it was opened by. */
export async function placeInQueue(parts: SiteParts, ask: Ask): Promise<void> {
  const asked = ask.person?.roles.length ? itemAsked(ask) : undefined;
  if (asked && parts.queue) ask.view.queue = await parts.queue.place(ask, asked);
}

/** An act done on a screen of the queue leads to what comes after it, with the sentence it leaves. */
export function onwards(parts: SiteParts, { view }: { view: View }, answer: Answer): Answer {
  const location = answer.headers["location"];
  if (!view.queue || !parts.queue || answer.status !== 303 || !location) return answer;
  if (location.startsWith(view.href(parts.queue.path))) return answer;
  const notice = new URL(location, "http://site").searchParams.get("fait") ?? undefined;
  const next = view.href(parts.queue.after(view.queue, notice));
  return { ...answer, headers: { ...answer.headers, location: next } };
}
