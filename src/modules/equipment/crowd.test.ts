import assert from "node:assert/strict";
import test from "node:test";
import { asOwner, freshDatabase } from "../../testing/database.ts";
import { lendingCrowd } from "../../testing/lending/crowd.ts";
import { databaseAt, levels } from "../scheduling/seats/pressed.testing.ts";

const busy = { clients: 10, attempts: 400, units: 6, seed: 20_270_326 };
const used = new Set<string>();

async function crowdAt(
  level: (typeof levels)[number],
  attempts: number,
  bare: readonly string[] = [],
) {
  // prettier-ignore
  const fresh = await freshDatabase();
  const database = databaseAt(fresh.appUrl, level, busy.clients);
  try {
    for (const statement of bare) await asOwner(fresh.name, (client) => client.query(statement));
    return await lendingCrowd({ ownerUrl: fresh.ownerUrl, database }, { ...busy, attempts });
  } finally {
    await database.close();
    await fresh.drop();
  }
}

for (const level of levels)
  test(`a crowd at every door of lending, ${level}: nothing promised twice, nothing had twice, and what was answered is what is kept`, async () => {
    const seen = await crowdAt(level, busy.attempts);
    assert.deepEqual(seen.overbooked, []);
    assert.deepEqual(seen.faults, []);
    assert.deepEqual(seen.differences, []);
    for (const door of Object.keys(seen.answers)) used.add(door);
  });

test("every door was entered by the crowds, and refused where it may be", () => {
  const doors = ["ask web", "ask rules", "ask agent", "ask spot", "ask web: not_free", "decide", "prepare", "handOver", "takeBack", "exchange", "moveEnd", "moveEnd: not_free", "cancel", "state", "check", "addUnit", "import", "join", "accept", "leave"]; // prettier-ignore
  for (const door of doors) assert.ok(used.has(door), door);
});

test("without the guard the crowd is promised too much, and the brute force says so", async () => {
  const { overbooked } = await crowdAt("read committed", 300, ["drop trigger seat_within_capacity on seat"]); // prettier-ignore
  assert.ok(overbooked.length > 0);
});
