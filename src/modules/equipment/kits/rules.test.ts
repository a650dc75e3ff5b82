import assert from "node:assert/strict";
import test from "node:test";
import type { Lent } from "../asking/page.tsx";
import { kitOffer, withKit } from "./rules.ts";

/** What each place has free of a model: `{ maison: 3 }`. */
const lent = (modelId: string, free: Record<string, number>) =>
  ({
    model: { id: modelId },
    offers: Object.entries(free).map(([placeId, count]) => ({
      shelf: { poolId: `${modelId}-${placeId}`, placeId, placeName: placeId },
      free: count,
    })),
  }) as unknown as Lent;
const kit = {
  lines: [
    { modelId: "pc", name: "Ordinateur", quantity: 2 },
    { modelId: "4g", name: "Routeur", quantity: 1 },
  ],
};

test("a kit is taken whole from the place that has all of it", () => {
  const offer = kitOffer(kit, [lent("pc", { annexe: 9, maison: 2 }), lent("4g", { maison: 1 })]);
  assert.equal(offer.place?.id, "maison");
  assert.deepEqual(offer.takes, [
    { poolId: "pc-maison", quantity: 2 },
    { poolId: "4g-maison", quantity: 1 },
  ]);
  assert.deepEqual(offer.lacks, []);
});

test("in part, it is taken where most of it is, and what lacks is said with its number", () => {
  const offer = kitOffer(kit, [lent("pc", { annexe: 1, maison: 0 }), lent("4g", { annexe: 1, maison: 1 })]); // prettier-ignore
  assert.equal(offer.place?.id, "annexe");
  assert.deepEqual(offer.lacks, [{ name: "Ordinateur", quantity: 1 }]);
});

test("two places that give as much: the first by name", () => {
  const offer = kitOffer(kit, [lent("pc", { b: 2, a: 2 }), lent("4g", { b: 1, a: 1 })]);
  assert.equal(offer.place?.id, "a");
});

test("nothing free is said so, with all it lacks; what is no longer lent lacks too", () => {
  const offer = kitOffer(kit, [lent("pc", { maison: 0 })]);
  assert.equal(offer.place, undefined);
  assert.deepEqual(offer.lacks.map(({ quantity }) => quantity), [2, 1]); // prettier-ignore
  assert.equal(kitOffer(kit, []).place, undefined);
});

test("what is chosen already is no longer free for a kit, and is kept with what it takes", () => {
  const chosen = new Map([["pc-maison", 2], ["son-maison", 1]]); // prettier-ignore
  const offer = kitOffer(kit, [lent("pc", { maison: 3 }), lent("4g", { maison: 1 })], chosen);
  assert.deepEqual(offer.lacks, [{ name: "Ordinateur", quantity: 1 }]);
  assert.deepEqual(
    [...withKit(chosen, offer)],
    [
      ["pc-maison", 3],
      ["son-maison", 1],
      ["4g-maison", 1],
    ],
  );
});
