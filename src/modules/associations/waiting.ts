import type { Waiting, WaitingItem } from "../communes/index.ts";
import { waiting as claimsWaiting } from "./claiming/waiting.ts";
import { doublesWaiting } from "./doubles/waiting.ts";
import { staleWaiting } from "./freshness/waiting.ts";
import { proposalsWaiting } from "./proposals/waiting.ts";
import { waiting as remindersWaiting } from "./reminders/waiting.ts";
import { needsWaiting } from "./tools/waiting.ts";
import { textsWaiting } from "./translations/waiting.ts";

/** What waits for an agent in the registry, one part after the other. */
const parts: readonly Waiting[] = [
  claimsWaiting,
  proposalsWaiting,
  needsWaiting,
  remindersWaiting,
  doublesWaiting,
  staleWaiting,
  textsWaiting,
];

export const waiting: Waiting = async (ask) => {
  const items = [];
  for (const part of parts) items.push(...(await part(ask)));
  // A listing nobody answers about is one thing to do, whatever found it.
  const silent = new Set(items.filter(({ key }) => key.startsWith("reminder:")).map(idOf));
  return items.filter((item) => !item.key.startsWith("stale:") || !silent.has(idOf(item)));
};

const idOf = ({ association }: WaitingItem): string | undefined => association?.id;
