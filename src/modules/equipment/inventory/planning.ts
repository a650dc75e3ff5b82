import { notFound } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { isUuid } from "../../people/index.ts";
import { movableNow } from "./moving.ts";
import { planInventory } from "./plan.ts";
import type { Known, Plan } from "./planned.ts";
import { inventoriesOf, inventoryLines, knownNow, type Inventory } from "./queries.ts";

export async function requireInventory(ask: Ask, lock?: true): Promise<Inventory> {
  const id = ask.params["id"] ?? "";
  const [one] = isUuid(id) ? await inventoriesOf(ask.tx, { id, ...(lock ? { lock } : {}) }) : [];
  return one ?? notFound();
}

/** What the inventory would do now. */
export async function planOf(ask: Ask, one: Inventory): Promise<{ plan: Plan; known: Known }> {
  const known = {
    ...(await knownNow(ask.tx)),
    ...(one.moves ? { movable: await movableNow(ask.tx, ask.now) } : {}),
  };
  const lines = await inventoryLines(ask.tx, one.id);
  return { known, plan: planInventory(lines, one.targets, known, one.answers) };
}
