import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { addCommune } from "../../communes/index.ts";
import { brokenConstraint, type Tx } from "../../../platform/db/database.ts";
import { asOwner, freshDatabase, type FreshDatabase } from "../../../testing/database.ts";
import { changeCapacity, openCounter } from "./counter.ts";
import { databaseAt, levels, persist } from "./pressed.testing.ts";
import { always, peakOf } from "./dates.ts";
import { interleaved } from "./interleaved.testing.ts";
import { cancelSeat, changeDates } from "./leave.ts";
import { seatsOf } from "./queries.ts";
import { usesOf } from "./uses.ts";
import { acceptOffer, confirmHold, hold, joinWaiting, take } from "./write.ts";

let fresh: FreshDatabase;
let communeId: number;
before(async () => {
  fresh = await freshDatabase();
  communeId = await addCommune(fresh.ownerUrl, { slug: "ici", name: "Ici", hosts: ["ici.test"] });
});
after(() => fresh.drop());

const now = new Date("2026-10-01T08:00:00Z");
const later = new Date("2026-10-01T08:30:00Z");
const until = new Date("2026-10-01T08:15:00Z");
const write = <T>(work: (tx: Tx) => Promise<T>) => fresh.database.write(communeId, work);
const open = (capacity: number) =>
  write((tx) => openCounter(tx, "crowd", capacity, { offerMinutes: 15 }, now));
/** The most that is had at one instant, counted apart from the guard. */
const occupied = async (counter: string, at: Date): Promise<number> =>
  peakOf(await write((tx) => usesOf(tx, [counter], { from: now, until: null }, at)), always);
const seatId = <T extends { id: string }>(outcome: { done: T } | { refused: string }): string => {
  assert.ok("done" in outcome);
  return outcome.done.id;
};

/** What careless code would write, without any door. */
const careless = (tx: Tx, counter: string) =>
  sql`insert into seat (counter_id, quantity, state, created_at, changed_at)
    values (${counter}, 1, 'taken', ${now}, ${now})`.execute(tx);

for (const level of levels)
  test(`who writes a seat without any door meets the guard, ${level}`, async () => {
    const database = databaseAt(fresh.appUrl, level, 12);
    try {
      const counter = await open(5);
      const written = await Promise.all(
        Array.from({ length: 16 }, () =>
          persist(database, communeId, (tx) => careless(tx, counter)).then(
            () => "taken",
            (fault: unknown) => brokenConstraint(fault),
          ),
        ),
      );
      assert.equal(written.filter((answer) => answer === "taken").length, 5);
      assert.equal(written.filter((answer) => answer === "seat_within_capacity").length, 11);
      assert.equal(await occupied(counter, now), 5);
    } finally {
      await database.close();
    }
  });

type Door = {
  name: string;
  /** What is done before, on a counter of two seats one of which is taken; gives what comes second. */
  door: (counter: string) => Promise<(tx: Tx) => Promise<unknown>>;
  first?: (tx: Tx, counter: string) => Promise<unknown>;
  answers: object;
};

/** The morning, and the day it is part of. */
const morning = { from: new Date("2026-10-02T06:00:00Z"), until: new Date("2026-10-02T10:00:00Z") };
const day = { from: morning.from, until: new Date("2026-10-02T16:00:00Z") };

const taking = (tx: Tx, counter: string) => take(tx, counter, 1, later);

const doors: Door[] = [
  {
    name: "take",
    door: async (counter) => (tx) => taking(tx, counter),
    answers: { refused: "full" },
  },
  {
    name: "hold",
    door: async (counter) => (tx) => hold(tx, counter, 1, new Date("2026-10-01T09:00:00Z"), later),
    answers: { refused: "full" },
  },
  {
    name: "confirmHold, late",
    door: async (counter) => {
      const id = seatId(await write((tx) => hold(tx, counter, 1, until, now)));
      return (tx) => confirmHold(tx, id, later);
    },
    answers: { refused: "expired" },
  },
  {
    name: "joinWaiting",
    door: async (counter) => async (tx) => {
      const joined = await joinWaiting(tx, counter, 1, later);
      return "done" in joined ? { ...joined.done, id: "" } : joined;
    },
    answers: { id: "", state: "waiting", position: 1 },
  },
  {
    name: "cancelSeat, while somebody joins the list: they are not forgotten",
    door: async (counter) => {
      const id = seatId(await write((tx) => take(tx, counter, 1, now)));
      return async (tx) => {
        await cancelSeat(tx, id, later);
        return (await seatsOf(tx, counter)).map(({ state }) => state).sort();
      };
    },
    first: (tx, counter) => joinWaiting(tx, counter, 1, later),
    answers: ["cancelled", "offered", "taken"],
  },
  {
    name: "acceptOffer, late: offered again before anyone walks in",
    door: async (counter) => {
      const id = seatId(await write((tx) => take(tx, counter, 1, now)));
      const waiting = seatId(await write((tx) => joinWaiting(tx, counter, 1, now)));
      await write((tx) => cancelSeat(tx, id, now));
      return (tx) => acceptOffer(tx, waiting, later);
    },
    answers: { done: undefined },
  },
  {
    name: "changeDates, longer",
    door: async (counter) => {
      const id = seatId(await write((tx) => take(tx, counter, 1, now, morning)));
      return (tx) => changeDates(tx, id, day, later);
    },
    first: (tx, counter) => take(tx, counter, 1, later, { from: morning.until, until: day.until }),
    answers: { refused: "full" },
  },
  {
    name: "changeCapacity",
    door: async (counter) => (tx) => changeCapacity(tx, counter, 1, later),
    answers: { refused: "capacity_taken" },
  },
];

for (const level of levels)
  test(`every door waits for who is writing, then counts them, ${level}`, async () => {
    const database = databaseAt(fresh.appUrl, level, 4);
    try {
      for (const { name, door, first = taking, answers } of doors) {
        const counter = await open(2);
        await write((tx) => take(tx, counter, 1, now));
        const second = await door(counter);
        const answer = await interleaved(database, communeId, (tx) => first(tx, counter), second);
        assert.deepEqual(answer, answers, name);
        assert.equal(await occupied(counter, later), 2, name);
      }
    } finally {
      await database.close();
    }
  });

test("a guard that does not take the turn lets two by: the row of the turn is what holds", async () => {
  const weak = await freshDatabase();
  const there = await addCommune(weak.ownerUrl, { slug: "la", name: "Là", hosts: ["la.test"] });
  try {
    const counter = await weak.database.write(there, (tx) => openCounter(tx, "crowd", 1, {}, now));
    const both = () =>
      interleaved(weak.database, there, (tx) => careless(tx, counter), (tx) => careless(tx, counter)); // prettier-ignore
    await assert.rejects(both(), { constraint: "seat_within_capacity" });
    await asOwner(weak.name, async (client) => {
      await client.query("delete from seat");
      const { rows } = await client.query<{ text: string }>(
        "select pg_get_functiondef('seat_guard'::regproc) as text",
      );
      const text = rows[0]?.text ?? "";
      const without = text.replace(
        "update seat_lock set turn = turn + 1",
        "perform from seat_lock",
      );
      assert.notEqual(without, text);
      await client.query(without);
    });
    await both();
    const { rows } = await weak.database.read(there, (tx) =>
      sql<{ n: number }>`select count(*)::integer as n from seat`.execute(tx),
    );
    assert.equal(rows[0]?.n, 2);
  } finally {
    await weak.drop();
  }
});
