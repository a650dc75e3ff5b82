import type { House } from "../../platform/http/ask.ts";
import { publish, tenantOf } from "../communes/index.ts";
import {
  feedLimits,
  readList,
  type Feed,
  type FeedLimits,
  type FeedReader,
} from "./reading/feed.ts";
import { digestOf, keepItems, ownIds } from "./record/items.ts";
import {
  lockNeighbour,
  neighboursOf,
  noteDoubt,
  noteFailure,
  noteRead,
  type Failure,
  type Neighbour,
} from "./record/queries.ts";
import { isDoubtful } from "./rules.ts";
import type { Tx } from "../../platform/db/database.ts";

export const refreshTask = "refresh_neighbour";

export const readerOf = (
  { config }: Pick<House, "config">,
  limits: FeedLimits = feedLimits,
): FeedReader => ({ limits, loopback: config.outsideLoopback });

/** Reads again every neighbour followed, one after the other: a slow server delays the next ones, never the site. */
export async function refreshNeighbours(house: House, communeId: number): Promise<void> {
  const all = await house.database.read(communeId, async (tx) => {
    const { outside } = await tenantOf(tx, communeId, house.clock.now());
    return outside.neighbours ? await neighboursOf(tx) : [];
  });
  for (const one of all) {
    if (one.state !== "followed") continue;
    // One that breaks us in a way nobody thought of does not keep the others from being read.
    await refreshOne(house, communeId, one).catch((fault: unknown) =>
      house.log.error({ neighbour: one.id, fault: String(fault) }, "a neighbour was not read"),
    );
  }
}

/** `believing`, an agent said that far fewer associations is the truth. */
export async function refreshOne(
  house: House,
  communeId: number,
  one: Neighbour,
  options: { believing?: boolean; limits?: FeedLimits } = {},
): Promise<void> {
  // A list in doubt is read whole: that it did not change since is no answer.
  const marks = one.doubted ? undefined : one.marks;
  const answer = await readList(readerOf(house, options.limits), one.address, {
    pinned: true,
    ...(marks ? { marks } : {}),
  });
  const at = house.clock.now();
  await house.database.write(communeId, async (tx) => {
    await lockNeighbour(tx, one.id);
    // Stopped or paused while its server answered.
    const [still] = await neighboursOf(tx, { id: one.id });
    if (still?.state !== "followed") return;
    if ("unchanged" in answer) return void (await noteRead(tx, one.id, at));
    if ("refused" in answer) return void (await noteFailure(tx, one.id, answer.refused, at));
    const refused = await take(tx, house, still, answer.done, at, options.believing ?? false);
    if (refused) await noteFailure(tx, one.id, refused, at);
  });
}

/** Keeps what a neighbour says now; nothing, and why, when it is not to be believed. */
async function take(
  tx: Tx,
  house: House,
  one: Neighbour,
  { gathered, marks }: Feed,
  at: Date,
  believing: boolean,
): Promise<Failure | undefined> {
  if (await withoutOurs(tx, gathered)) return "own";
  const items = [...gathered.items.values()];
  if (!believing && isDoubtful(one, items.length, at)) {
    await noteDoubt(tx, one.id, items.length, at);
    return "emptied";
  }
  const digest = digestOf(items);
  if (digest !== one.digest) await keepItems(tx, one.id, items, house.words("fr"));
  await noteRead(tx, one.id, at, { marks, digest, leftOut: gathered.leftOut });
  if (digest !== one.digest) await publish(tx);
  return undefined;
}

/** Leaves out what the commune itself publishes; true when that is most of the list: it is read from itself. */
export async function withoutOurs(tx: Tx, gathered: Feed["gathered"]): Promise<boolean> {
  const all = gathered.items.size;
  const ours = await ownIds(tx, [...gathered.items.keys()]);
  gathered.leaveOurs(ours);
  return ours.length > 0 && ours.length * 2 >= all;
}
