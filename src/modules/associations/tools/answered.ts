import type { ComponentChildren } from "preact";
import type { Ask } from "../../../platform/http/ask.ts";
import type { Keeper } from "../members/keeper.ts";
import type { ToolsPart } from "./part.ts";
import type { Need } from "./queries.ts";

/** What answered some needs, as the rooms that did say it: by need, with a link for who may follow it. */
export async function answeredBy(
  ask: Ask,
  side: Keeper["side"],
  parts: readonly ToolsPart[],
  needs: readonly Need[],
): Promise<ReadonlyMap<string, ComponentChildren>> {
  const ids = needs.flatMap((need) => need.answeredBy ?? []);
  if (!ids.length) return new Map();
  const told = await Promise.all(parts.map((part) => part.answered(ask, side, ids)));
  return new Map(
    needs.flatMap((need) => {
      const words = told.map((one) => one.get(need.answeredBy ?? "")).find(Boolean);
      return words ? [[need.id, words]] : [];
    }),
  );
}
