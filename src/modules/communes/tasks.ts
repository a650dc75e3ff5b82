import type { Ask } from "../../platform/http/ask.ts";
import type { IconName } from "../../ui/index.ts";

/** Something that waits for an agent: how many, why it matters, where to do it. Rooms give theirs, the home page of the municipal side shows them. */
export type Task = {
  path: string;
  icon: IconName;
  /** "3 propositions attendent une réponse" */
  words: string;
  /** One sentence: why, or since when. */
  why?: string | undefined;
  count: number;
  /** The day's queue shows these one by one. */
  queued?: true;
  /** The lower, the sooner: someone waits (1), a figure would be wrong (2), it can be better (3). */
  rank: 1 | 2 | 3;
};

/** The tasks of a room for the person who asks; none when they may do nothing there. */
export type Tasks = (ask: Ask) => Promise<Task[]>;
