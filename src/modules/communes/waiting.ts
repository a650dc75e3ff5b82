import type { Ask } from "../../platform/http/ask.ts";
import type { IconName } from "../../ui/index.ts";

/** One thing that waits for an agent, handled on its own screen; the day's queue shows them one after the other. */
export type WaitingItem = {
  /** Names it in the queue and in addresses: `proposal:<id>`, `claim:<id>`. */
  key: string;
  /** The screen where it is handled. */
  path: string;
  icon: IconName;
  /** "Signalement sur les horaires" */
  words: string;
  association?: { id: string; name: string } | undefined;
  since: Date;
  /** The lower, the sooner: someone waits (1), a figure would be wrong (2), it can be better (3). */
  rank: 1 | 2 | 3;
  /** The agent it belongs to, when it was given to one; otherwise the référent of the association, if any. */
  agentId?: string | undefined;
};

/** What waits in a room for the person who asks; nothing when they may do nothing there. */
export type Waiting = (ask: Ask) => Promise<WaitingItem[]>;
