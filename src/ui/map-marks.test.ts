import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { spreadApart } from "./map-marks.ts";

const size = { width: 1000, height: 800 };
const point = fc.record({
  x: fc.double({ min: 0, max: 1000, noNaN: true }),
  y: fc.double({ min: 0, max: 800, noNaN: true }),
});

test("twenty marks never cover each other and stay in the drawing, wherever their places are", () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 20 }), (points) => {
      const marks = spreadApart(points, 48, size);
      marks.forEach((one, at) => {
        assert.ok(one.x >= 0 && one.x <= 1000 && one.y >= 0 && one.y <= 800);
        for (const other of marks.slice(at + 1))
          assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > 40);
      });
    }),
  );
});

test("twenty associations of one same hall each have a mark", () => {
  const marks = spreadApart(
    Array.from({ length: 20 }, () => ({ x: 500, y: 400 })),
    48,
    size,
  );
  const near = marks.flatMap((one, at) =>
    marks.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
  );
  assert.ok(Math.min(...near) > 40, String(Math.min(...near)));
});

test("places that stand apart are not moved", () => {
  const points = [
    { x: 100, y: 100 },
    { x: 300, y: 500 },
  ];
  for (const [at, one] of spreadApart(points, 48, size).entries())
    assert.ok(Math.hypot(one.x - (points[at]?.x ?? 0), one.y - (points[at]?.y ?? 0)) < 0.1);
});
