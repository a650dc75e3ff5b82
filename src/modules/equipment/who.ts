import { notFound } from "../../platform/http/answer.ts";
import { requirePerson, type Ask } from "../../platform/http/ask.ts";
import { associationMember, staff, type Person, type Who } from "../../platform/http/person.ts";
import { mayDo } from "../associations/index.ts";
import { isUuid } from "../people/index.ts";
import type { Hand } from "./journal.ts";
import type { DecidedBy } from "./loans/decide.ts";
import { modelsOf, type Model } from "./models/queries.ts";
import { ownUrls, urls, type KeptUrls } from "./urls.ts";

/** Those who keep the equipment. */
export const keepers: Who = staff("equipment_manager");

export const handOf = (ask: Ask): Hand => ({
  actor: { kind: "person", id: requirePerson(ask).id },
  at: ask.now,
});

/** The two sides equipment is kept from: the town hall keeps all of it, an association what is its own. */
export type Side = { name: "desk" | "space"; who: Who; urls: KeptUrls };
export const deskSide: Side = { name: "desk", who: keepers, urls };
export const spaceSide: Side = { name: "space", who: associationMember, urls: ownUrls };
export const sides = [deskSide, spaceSide] as const;

/** Who decides on a side, of what is lent from it. */
export const decidesFrom = ({ name }: Side): DecidedBy =>
  name === "desk" ? "agent" : "association";

/** The associations whose equipment somebody keeps, in the order of their names. */
export const ownersOf = (ask: Ask): Person["associations"][number][] =>
  (ask.person?.associations ?? []).filter((one) => mayDo(one, "equipment"));

/** Whether who asks keeps, on this side, what is of an association; nothing: of the town hall. */
export const keeps = (ask: Ask, side: Side, ownerId: string | null): boolean =>
  side.name === "desk" || ownersOf(ask).some(({ id }) => id === ownerId);

/** The model of the address, as who keeps it sees it. */
export async function requireModel(ask: Ask, side: Side = deskSide): Promise<Model> {
  const id = ask.params["id"] ?? "";
  const [model] = isUuid(id) ? await modelsOf(ask.tx, { id }) : [];
  return model && keeps(ask, side, model.owner?.id ?? null) ? model : notFound();
}
