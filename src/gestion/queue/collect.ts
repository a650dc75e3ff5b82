import { dayOf } from "../../platform/clock.ts";
import { requirePerson, type Ask } from "../../platform/http/ask.ts";
import { prioritiesOf } from "../../modules/associations/index.ts";
import type { Waiting } from "../../modules/communes/index.ts";
import { answeringFor, awayOn, type Away } from "../../modules/people/index.ts";
import { assignments, delaysOn, type Delay } from "./queries.ts";
import { inOrder, inSlice, kindOf, type Queued, type Slice } from "./rules.ts";

export type Queue = {
  /** What waits now, in the order it should be done. */
  waiting: Queued[];
  /** What was put off. */
  later: (Queued & { delay: Delay })[];
  away: ReadonlyMap<string, Away>;
};

/** All that waits for the person who asks, whose it is today, and what was put off. */
export async function collectQueue(ask: Ask, rooms: readonly Waiting[]): Promise<Queue> {
  const { tx } = ask;
  const today = dayOf(ask.now);
  const items = [];
  for (const room of rooms) items.push(...(await room(ask)));
  const about = items.flatMap(({ association }) => association?.id ?? []);
  const known = new Map((await prioritiesOf(tx, about)).map((one) => [one.id, one]));
  const given = await assignments(tx);
  const away = await awayOn(tx, today);
  const delays = await delaysOn(tx, today);
  const queued = inOrder(
    items.map((item): Queued => {
      const association = known.get(item.association?.id ?? "");
      const meant = given.get(item.key) ?? item.agentId ?? association?.referent ?? undefined;
      const absent = meant !== undefined && away.has(meant);
      return {
        ...item,
        kind: kindOf(item.key),
        score: association?.score ?? 0,
        ownerId: meant && absent ? answeringFor(meant, away) : meant,
        absentId: absent ? meant : undefined,
      };
    }),
  );
  return {
    waiting: queued.filter(({ key }) => !delays.has(key)),
    later: queued.flatMap((item) => {
      const delay = delays.get(item.key);
      return delay ? [{ ...item, delay }] : [];
    }),
    away,
  };
}

/** The part of the queue an address asks for. */
export const sliceOf = (ask: Ask, queue: Queue, slice: Slice): Queued[] =>
  queue.waiting.filter((item) => inSlice(item, slice, requirePerson(ask).id));
