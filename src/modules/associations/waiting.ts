import type { Waiting } from "../communes/index.ts";
import { doublesWaiting } from "./doubles/waiting.ts";
import { staleWaiting } from "./freshness/waiting.ts";
import { proposalsWaiting } from "./proposals/waiting.ts";

/** What waits for an agent in the registry, one part after the other. */
const parts: readonly Waiting[] = [proposalsWaiting, doublesWaiting, staleWaiting];

export const waiting: Waiting = async (ask) => {
  const items = [];
  for (const part of parts) items.push(...(await part(ask)));
  return items;
};
