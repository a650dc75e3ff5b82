import { notFound } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { unitsOf, type Unit } from "./queries.ts";
import { tagOf } from "./tags.ts";

/** The unit whose tag the address holds. */
export async function requireUnit(ask: Ask): Promise<Unit> {
  const [unit] = await unitsOf(ask.tx, { tag: tagOf(ask.params["tag"] ?? "") });
  return unit ?? notFound();
}
