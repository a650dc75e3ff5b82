import { applyInventory } from "../../modules/equipment/inventory/apply.ts";
import { movableNow } from "../../modules/equipment/inventory/moving.ts";
import { planInventory } from "../../modules/equipment/inventory/plan.ts";
import {
  inventoriesOf,
  inventoryLines,
  keepInventory,
  knownNow,
} from "../../modules/equipment/inventory/queries.ts";
import type { Tx } from "../../platform/db/database.ts";
import { translations } from "../../platform/i18n/index.ts";
import type { Picking } from "./doors.ts";
import type { Ground } from "./ground.ts";

const targets = ["name", "tag", "state", "place"];
const states = ["panne", "perdu", "réformé", "à vérifier", "bon"];

/** It adds no model: nothing is said. */
const silent = translations({})("fr");

/** The door of the inventory: a file says what became of a thing of two shelves, and of one that nobody knew. */
export const importDoor =
  ({ agentId, pools }: Ground, { below, chance }: Picking) =>
  async (tx: Tx, tag: string, at: Date) => {
    const { units, ...known } = await knownNow(tx);
    const first = below(pools.length);
    const shelves = [first, (first + 1) % pools.length].flatMap((at) => pools[at] ?? []);
    const cells = shelves.flatMap(({ modelId }) => {
      const here = units.filter((unit) => unit.modelId === modelId);
      const unit = here[below(here.length)];
      const elsewhere = known.places[below(known.places.length)]?.name;
      const where = chance(0.3) && elsewhere ? elsewhere : unit?.placeName;
      return unit
        ? [[unit.modelName, unit.tag, states[below(states.length)] ?? "", where ?? ""]]
        : [];
    });
    const [name, , , place] = cells[0] ?? [];
    if (chance(0.3)) cells.push([name ?? "", tag, "bon", place ?? ""]);
    const lines = cells.map((cells, line) => ({ line: line + 2, cells, choice: "taken" as const }));
    const file = { fileName: "inventaire.csv", header: targets, targets, lines };
    const id = await keepInventory(tx, file, { at, personId: agentId });
    const [inventory] = await inventoriesOf(tx, { id, lock: true });
    if (!inventory) throw new Error("what was brought is kept");
    const all = { ...known, units, ...(chance(0.5) ? { movable: await movableNow(tx, at) } : {}) };
    const plan = planInventory(await inventoryLines(tx, id), targets, all, {});
    const hand = { actor: { kind: "person" as const, id: agentId }, at };
    return applyInventory(tx, inventory, { plan, known: all }, hand, silent, agentId);
  };
