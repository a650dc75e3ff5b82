import type { ComponentChildren } from "preact";
import type { Ask } from "../../../platform/http/ask.ts";
import type { Keeper } from "../members/keeper.ts";

/** An association, and the codes of the tools it says it lacks. */
export type ToolsOf = { id: string; name: string; lacks: readonly string[] };

/** What a room adds about the essential tools of an association; nothing when it has nothing to say. */
export type ToolsPart = {
  /** Beside its list, read from its space or from the town hall. */
  whole: (
    ask: Ask,
    of: ToolsOf & { side: Keeper["side"] },
  ) => Promise<ComponentChildren | undefined>;
  /** On its page at the town hall, in a few words. */
  brief: (ask: Ask, of: ToolsOf) => Promise<ComponentChildren | undefined>;
  /** What answered a need (`answeredBy`), of those this room knows: a few words, and a link for who may follow it. */
  answered: (
    ask: Ask,
    side: Keeper["side"],
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, ComponentChildren>>;
};
