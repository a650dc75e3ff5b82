import { notFound } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { namesOf } from "../history/queries.ts";
import type { Situation } from "../record/fields.ts";
import { situationsOf } from "../record/queries.ts";
import { placeNames } from "../record/venues.ts";
import { isUuid } from "../../people/index.ts";
import type { PairSeen } from "./words.ts";

/** The two records an address names; not found when one of them is not of this commune. */
export async function requirePair(ask: Ask): Promise<[Situation, Situation]> {
  const ids = [ask.params["first"] ?? "", ask.params["second"] ?? ""] as const;
  if (!ids.every(isUuid)) return notFound();
  const found = await situationsOf(ask.tx, [...new Set(ids)]);
  const [first, second] = ids.map((id) => found.find((one) => one.id === id));
  return first && second ? [first, second] : notFound();
}

/** Two records with the words their values need. */
export async function pairSeen(tx: Tx, first: Situation, second: Situation): Promise<PairSeen> {
  const names = await namesOf(tx, [first.record.referent, second.record.referent]);
  return { first, second, names, places: await placeNames(tx, [first, second]) };
}
