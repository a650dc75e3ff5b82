import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { openLife } from "../../testing/lending/life-ground.ts";
import { begun, scene, type Scene } from "../../testing/lending/life-scenes.ts";
import { lives, type Met } from "../../testing/lending/life.ts";

/** Nights whose clock jumps, the day of a leap year. */
const starts = ["2027-03-25T08:00:00Z", "2027-10-28T08:00:00Z", "2028-02-26T08:00:00Z"];
const zones = ["Europe/Paris", "Europe/Paris", "America/Martinique"];

/** `LENDING_LIVES=400 LENDING_SEED=7 npm test -- src/modules/equipment/life.test.ts` plays more of them; `LENDING_PATH` the one that failed. */
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
    { numRuns: runs, path: process.env["LENDING_PATH"] ?? "", seed: asked("LENDING_SEED", 20_270_326), endOnFailure: !process.env["LENDING_SHRINK"] }, // prettier-ignore
  );

test("whatever happens to loans in whatever order, they are as a simple model says, and nothing is promised that is not there", async (t) => {
  const met: Met = new Map();
  await play(met, asked("LENDING_LIVES", 6));
  t.diagnostic(JSON.stringify([...met].toSorted()));
  const wanted = ["ask web done", "ask web not_free", "ask web too_long", "accept done", "cancel done", "handOver done", "takeBack done good", "prepare done", "join waiting", "join offered", "offered", "yes done", "leave waiting", "offer expired"]; // prettier-ignore
  for (const answer of wanted) assert.ok(met.has(answer), `${answer} was met`);
});

test("without the guard of what is promised, the model says so", async () => {
  await assert.rejects(play(new Map(), 6, ["drop trigger seat_within_capacity on seat"]));
});

/** One short life after another on the same ground, each gesture as the model says. */
async function seen(names: readonly Scene[], bare: readonly string[] = []): Promise<Met> {
  const met: Met = new Map();
  const real = await openLife("2027-03-24T08:00:00Z", "Europe/Paris", bare);
  try {
    for (const name of names)
      for (const gesture of scene(name, met)) await gesture.run(real.model, real);
  } finally {
    await real.fresh.drop();
  }
  return met;
}

test("who was passed three times is kept for, what is not there is offered to nobody, three offers without answer and one is out", async () => {
  const met = await seen(["who was passed three times is kept for", "what is not there is offered to nobody", "three offers and out"]); // prettier-ignore
  for (const one of ["out unanswered", "kept for who was passed"]) assert.ok(met.has(one), one);
});

test("what breaks while it is offered is withdrawn from the last of the list, who keeps their place and is offered it once it is mended", async () => {
  const met = await seen(["what breaks while it is offered"]);
  assert.deepEqual([met.get("withdrawn"), met.get("offered")], [1, 3]);
});

test("of two offered what is late, the first of the list may say yes before it is counted, the last may not", async () => {
  for (const [who, answer] of [
    ["last", "not_there"],
    ["first", "done"],
  ] as const) {
    const met = await seen([`the ${who} of the list says yes to what is late`]);
    assert.deepEqual(
      [met.get(`before the count, yes ${answer}`), met.get("withdrawn")],
      [1, 1],
      who,
    );
  }
});

/** The database does otherwise at each change of a seat or of its counter. */
const does = (table: "seat" | "seat_counter", instead: string) => [
  `create function otherwise() returns trigger language plpgsql as $$ begin ${instead} return new; end $$`,
  `create trigger aa_otherwise before insert or update on ${table} for each row execute function otherwise()`,
];
const offered = "tg_op = 'UPDATE' and new.state = 'offered' and old.state = 'waiting'";
const over = "tg_op = 'UPDATE' and old.state = 'offered' and new.state in ('waiting', 'expired')";

const undone = "tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null";

/** What the list would do wrong, the short life that meets it, and what is then said. */
const faults: [string, Scene, string[], RegExp][] = [
  ["nobody is offered what is given back", "what is given back is offered", does("seat", `if ${offered} then return null; end if;`), /who waits/], // prettier-ignore
  ["an offer never ends", "an offer ends", does("seat", `if ${over} then return null; end if;`), /an offer kept after its end/], // prettier-ignore
  ["services come in the order of all", "a service is ahead", does("seat", "new.ahead := 0;"), /a place in the list/], // prettier-ignore
  ["offers are not counted", "three offers and out", does("seat", "new.notices := least(new.notices, 2);"), /who waits/], // prettier-ignore
  ["what is broken is offered", "what is not there is offered to nobody", does("seat_counter", "new.present := null;"), /joined/], // prettier-ignore
  ["what breaks stays offered", "what breaks while it is offered", does("seat", `if ${undone} then return null; end if;`), /a state/], // prettier-ignore
  ["an offer withdrawn is counted", "what breaks while it is offered", does("seat", `if ${undone} then new.notices := old.notices; end if;`), /who waits/], // prettier-ignore
  ["an offer withdrawn costs a place", "what breaks while it is offered", does("seat", `if ${undone} then new.position := 99; end if;`), /a place in the list/], // prettier-ignore
  ["who asks for more is passed for ever", "who was passed three times is kept for", does("seat", "new.passed := 0;"), /joined/], // prettier-ignore
];

for (const [fault, name, bare, said] of faults)
  test(`when ${fault}, the model says so`, () => assert.rejects(seen([name], bare), said));
