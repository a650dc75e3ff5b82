import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { areasOf, middleOf, pathOf, projectionOf, type LonLat } from "./map.ts";

const place = fc.tuple(
  fc.double({ min: -0.7, max: -0.4, noNaN: true }),
  fc.double({ min: 47.3, max: 47.5, noNaN: true }),
);

test("every place falls inside the drawing", () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (places) => {
      const { width, height, point } = projectionOf(places);
      for (const one of places) {
        const { x, y } = point(one);
        assert.ok(x >= -1 && x <= width + 1, `x ${x} of ${width}`);
        assert.ok(y >= -1 && y <= height + 1, `y ${y} of ${height}`);
      }
    }),
  );
});

test("north is up and east is right", () => {
  const { point } = projectionOf([
    [-0.6, 47.4],
    [-0.5, 47.5],
  ]);
  assert.ok(point([-0.6, 47.5]).y < point([-0.6, 47.4]).y);
  assert.ok(point([-0.5, 47.4]).x > point([-0.6, 47.4]).x);
});

test("a kilometre east is as long as a kilometre north", () => {
  const north = 1 / 111.32;
  const east = north / Math.cos((47.4 * Math.PI) / 180);
  const { point } = projectionOf([
    [-0.6, 47.4 - north],
    [-0.6 + 3 * east, 47.4 + north],
  ]);
  const start = point([-0.6, 47.4]);
  const across = point([-0.6 + east, 47.4]).x - start.x;
  const up = start.y - point([-0.6, 47.4 + north]).y;
  assert.ok(Math.abs(across / up - 1) < 0.001);
});

const square: LonLat[] = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
];

test("the middle of a square is its middle", () => {
  const [lon, lat] = middleOf({ name: "", rings: [square] });
  assert.ok(Math.abs(lon - 1) < 1e-9 && Math.abs(lat - 1) < 1e-9);
});

test("GeoJSON gives its named surfaces, and nonsense gives none", () => {
  const polygon = { type: "Polygon", coordinates: [square] };
  const feature = { type: "Feature", properties: { nom: "La Gare" }, geometry: polygon };
  assert.equal(areasOf({ type: "FeatureCollection", features: [feature] })[0]?.name, "La Gare");
  assert.equal(areasOf(polygon).length, 1);
  assert.equal(
    areasOf({ type: "MultiPolygon", coordinates: [[square], [square]] })[0]?.rings.length,
    2,
  );
  for (const nonsense of [null, 3, "a", {}, { features: [null] }, { type: "Polygon" }])
    assert.deepEqual(
      areasOf(nonsense).flatMap((area) => area.rings),
      [],
    );
});

test("a path closes each ring", () => {
  const projection = projectionOf(square);
  assert.match(pathOf({ name: "", rings: [square] }, projection), /^M[\d. L]+Z$/);
});
