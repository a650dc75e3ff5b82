import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openEnrolment, type Enrolment } from "../registrations.testing.ts";

let here: Enrolment;
before(async () => (here = await openEnrolment({ capacity: "5" })));
after(() => here.site.close());

test("of a hundred people at once for the last five places, five have one and the others wait in order", async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      here.enrol(
        { "name-1": `Personne ${n}`, email: `p${n}@courriel.example`, phone: "", wait: "on" },
        { ip: `198.51.100.${n}` },
      ),
    ),
  );
  assert.equal(new Set(answers).size, 100);
  const all = await here.registrations();
  assert.equal(all.length, 100);
  assert.equal(all.filter(({ state }) => state === "taken").length, 5);
  const line = all.filter(({ state }) => state === "waiting");
  assert.deepEqual(line.map(({ place }) => place), Array.from({ length: 95 }, (_, at) => at + 1)); // prettier-ignore
  const before = new Set(all.map(({ seatId }) => seatId));
  assert.equal(before.size, 100);
  assert.equal((await here.mails()).length, 100);
});
