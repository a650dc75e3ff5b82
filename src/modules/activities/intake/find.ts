import type { Tx } from "../../../platform/db/database.ts";
import type { ToldActivity } from "../../imports/index.ts";
import { placeKey } from "../../places/index.ts";
import type { Activity } from "../record/fields.ts";
import { activitiesOf, placesOf } from "../record/queries.ts";

/** Finds the activity a file speaks of, each at most once. */
export type Finder = (told: ToldActivity) => Activity | undefined;

/** What is known of the associations a file speaks of; held until the transaction ends when it is about to be written. */
export async function finderOf(
  tx: Tx,
  told: readonly ToldActivity[],
  write: boolean,
): Promise<Finder> {
  const associationIds = [...new Set(told.map((one) => one.associationId))];
  if (write)
    await tx
      .selectFrom("activity")
      .select("activity_id")
      .where("association_id", "in", associationIds.length ? associationIds : [""])
      .orderBy("activity_id")
      .forUpdate()
      .execute();
  const all = await activitiesOf(tx, { associationIds });
  const places = await placesOf(
    tx,
    all.flatMap(({ fields }) => fields.placeId ?? []),
  );
  const theirs = Map.groupBy(all, ({ association }) => association.id);
  const byId = new Map(all.map((one) => [one.id, one]));
  const next = new Map(all.flatMap((one) => (one.continuesId ? [[one.continuesId, one]] : [])));
  const used = new Set<string>();
  const placed = ({ fields }: Activity) => placeKey(places.get(fields.placeId ?? "")?.name ?? "");
  return ({ associationId, facts, earlierId }) => {
    const [title, place] = [placeKey(facts.title), placeKey(facts.place?.name ?? "")];
    const free = (theirs.get(associationId) ?? []).filter(
      (one) =>
        !used.has(one.id) &&
        !next.has(one.id) &&
        one.kind === "regular" &&
        placeKey(one.fields.title) === title,
    );
    const found =
      latest(byId.get(earlierId ?? ""), next) ??
      free.find((one) => placed(one) === place) ??
      free.find((one) => one.source !== "import" && (place === "" || placed(one) === ""));
    if (found) used.add(found.id);
    return found;
  };
}

/** The activity as it goes on today, season after season. */
function latest(
  one: Activity | undefined,
  next: ReadonlyMap<string, Activity>,
): Activity | undefined {
  let found = one;
  for (let after = found && next.get(found.id); after; after = next.get(after.id)) found = after;
  return found;
}
