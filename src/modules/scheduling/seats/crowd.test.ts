import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { addCommune } from "../../communes/index.ts";
import { asOwner, freshDatabase, type FreshDatabase } from "../../../testing/database.ts";
import { openCounter } from "./counter.ts";
import { crowd } from "./crowd.testing.ts";
import { databaseAt, levels, persist } from "./pressed.testing.ts";
import { countsOf, positionOf } from "./queries.ts";
import { joinWaiting, take } from "./write.ts";

let fresh: FreshDatabase;
let communeId: number;
before(async () => {
  fresh = await freshDatabase();
  communeId = await addCommune(fresh.ownerUrl, { slug: "ici", name: "Ici", hosts: ["ici.test"] });
});
after(() => fresh.drop());

const busy = { clients: 12, attempts: 360, counters: 2, capacity: 5, seed: 20_261_001 };
const used = new Set<string>();
/** The most that was certain at one instant, level by level: with one client waiting for another, it may stay below what is kept. */
const fullest: number[] = [];

for (const level of levels)
  test(`a crowd at every door at once, ${level}: never more seats than the capacity, and what was answered is what is kept`, async () => {
    const database = databaseAt(fresh.appUrl, level, busy.clients);
    try {
      const { rows } = await database.write(communeId, (tx) =>
        sql<{ level: string }>`select current_setting('transaction_isolation') as level`.execute(
          tx,
        ),
      );
      assert.equal(rows[0]?.level, level);
      const { answers, overbooked, differences, peak } = await crowd(database, communeId, busy);
      assert.deepEqual(overbooked, []);
      assert.deepEqual(differences, []);
      fullest.push(peak);
      for (const door of Object.keys(answers)) used.add(door);
    } finally {
      await database.close();
    }
  });

test("every door was used by the crowds, and refused, and the counters were full", () => {
  assert.ok(Math.max(...fullest) >= busy.capacity);
  const doors = ["take", "hold", "confirmHold", "joinWaiting", "acceptOffer", "declineOffer", "cancelSeat", "changeCapacity", "changeDates", "changeDates: full", "take: full", "hold: full", "changeCapacity: capacity_taken"]; // prettier-ignore
  for (const door of doors) assert.ok(used.has(door), door);
});

test("the same crowd without the guard overbooks, and the oracle says so", async () => {
  const bare = await freshDatabase();
  const there = await addCommune(bare.ownerUrl, { slug: "la", name: "Là", hosts: ["la.test"] });
  const database = databaseAt(bare.appUrl, "read committed", busy.clients);
  try {
    await asOwner(bare.name, (client) => client.query("drop trigger seat_within_capacity on seat"));
    const { overbooked } = await crowd(database, there, busy);
    assert.ok(overbooked.length > 0);
  } finally {
    await database.close();
    await bare.drop();
  }
});

test("a hundred people at once for the last five seats: five have one, the others wait in the order they came", async () => {
  const database = databaseAt(fresh.appUrl, "read committed", 40);
  const now = new Date("2026-10-01T08:00:00Z");
  try {
    const id = await database.write(communeId, async (tx) => {
      const counter = await openCounter(tx, "crowd", 20, {}, now);
      await take(tx, counter, 15, now);
      return counter;
    });
    let moment = 0;
    const people = await Promise.all(
      Array.from({ length: 100 }, async () => {
        let came = 0;
        const seat = await persist(database, communeId, async (tx) => {
          came = moment++;
          const taken = await take(tx, id, 1, now);
          const outcome = "done" in taken ? taken : await joinWaiting(tx, id, 1, now);
          assert.ok("done" in outcome);
          return outcome.done.id;
        });
        return { seat, came, left: moment++ };
      }),
    );
    const placed = await database.read(communeId, async (tx) => {
      const found = [];
      for (const one of people)
        found.push({ ...one, place: (await positionOf(tx, one.seat)) ?? 0 });
      return found.sort((a, b) => a.place - b.place);
    });
    const expected = [0, 0, 0, 0, 0, ...Array.from({ length: 95 }, (_, index) => index + 1)];
    assert.deepEqual(placed.map(({ place }) => place), expected); // prettier-ignore
    // Whoever was answered before another one asked is before them.
    for (const one of placed)
      for (const other of placed)
        if (one.left < other.came) assert.ok(one.place === 0 || one.place < other.place);
    const counts = await database.read(communeId, (tx) => countsOf(tx, [id], now));
    assert.deepEqual(counts.get(id), { capacity: 20, taken: 20, left: 0, waiting: 95, mayWait: true, closed: false }); // prettier-ignore
  } finally {
    await database.close();
  }
});
