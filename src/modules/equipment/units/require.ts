import { notFound } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { deskSide, keeps, type Side } from "../who.ts";
import { unitsOf, type Unit } from "./queries.ts";
import { tagOf } from "./tags.ts";

/** The unit whose tag the address holds, for who keeps it. */
export async function requireUnit(ask: Ask, side: Side = deskSide): Promise<Unit> {
  const [unit] = await unitsOf(ask.tx, { tag: tagOf(ask.params["tag"] ?? "") });
  return unit && keeps(ask, side, unit.ownerId) ? unit : notFound();
}
