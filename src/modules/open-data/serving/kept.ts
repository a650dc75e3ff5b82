import { dayOf } from "../../../platform/clock.ts";
import type { Ask, House } from "../../../platform/http/ask.ts";
import { markOf } from "./open.ts";

/** Things kept at once, the least recently made first to go: harvesters read one commune after the other, page after page. */
const keptAtMost = 6;
type Kept = Map<string, { tag: string; made: Promise<unknown> }>;
const kept = new WeakMap<House, Kept>();

/** What is made of all that a commune publishes, made once for as long as it reads the same. */
export async function madeOnce<Made>(
  ask: Ask,
  name: string,
  make: (ask: Ask) => Promise<Made>,
): Promise<Made> {
  const { tag } = await markOf(ask.tx, dayOf(ask.now));
  const known: Kept = kept.get(ask.house) ?? new Map();
  kept.set(ask.house, known);
  const key = `${name} ${ask.tenant.id} ${ask.view.origin}`;
  const found = known.get(key);
  if (found?.tag === tag) return found.made as Promise<Made>;
  const made = make(ask);
  known.delete(key);
  known.set(key, { tag, made });
  for (const oldest of known.keys()) {
    if (known.size <= keptAtMost) break;
    known.delete(oldest);
  }
  // What failed is tried again by the next one.
  made.catch(() => known.delete(key));
  return made;
}
