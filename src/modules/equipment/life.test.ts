import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { openLife } from "../../testing/lending/life-ground.ts";
import { begun, lives, type Met } from "../../testing/lending/life.ts";

/** Nights whose clock jumps, the day of a leap year. */
const starts = ["2027-03-26T08:00:00Z", "2027-10-29T08:00:00Z", "2028-02-27T08:00:00Z"];
const zones = ["Europe/Paris", "Europe/Paris", "America/Martinique"];

/** `LENDING_LIVES=400 LENDING_SEED=7 npm test -- src/modules/equipment/life.test.ts` plays more of them. */
const asked = (name: string, usual: number) => Number(process.env[name] ?? usual);

const play = (met: Met, runs: number, bare: readonly string[] = []) =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.constantFrom(...zones),
      lives(met, 70),
      async (start, zone, commands) => {
        const real = await openLife(start, zone, bare);
        try {
          for (const gesture of begun(met)) await gesture.run(real.model, real);
          await fc.asyncModelRun(() => ({ model: real.model, real }), commands);
        } finally {
          await real.fresh.drop();
        }
      },
    ),
    { numRuns: runs, seed: asked("LENDING_SEED", 20_270_326), endOnFailure: !process.env["LENDING_SHRINK"] }, // prettier-ignore
  );

test("whatever happens to loans in whatever order, they are as a simple model says, and nothing is promised that is not there", async (t) => {
  const met: Met = new Map();
  await play(met, asked("LENDING_LIVES", 6));
  t.diagnostic(JSON.stringify([...met].toSorted()));
  const wanted = ["ask web done", "ask web not_free", "ask web too_long", "accept done", "cancel done", "handOver done", "takeBack done good", "prepare done"]; // prettier-ignore
  for (const answer of wanted) assert.ok(met.has(answer), `${answer} was met`);
});

test("without the guard of what is promised, the model says so", async () => {
  await assert.rejects(play(new Map(), 6, ["drop trigger seat_within_capacity on seat"]));
});
