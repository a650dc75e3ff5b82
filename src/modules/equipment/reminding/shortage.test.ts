import assert from "node:assert/strict";
import test from "node:test";
import { lacking, type Promised } from "./shortage.ts";
import { mostSwaps, swapsFor, type OtherShelf, type Wanted } from "./swaps.ts";

type Named = Promised & { id: string };
const promised = (id: string, from: number, until: number, more: Partial<Named> = {}): Named => ({
  id,
  from,
  until,
  quantity: 1,
  state: "accepted",
  createdAt: from,
  ...more,
});
const lacks = (left: number, promises: Named[]) =>
  lacking(left, promises).map(({ promise, missing }) => `${promise.id} ${missing}`);

test("the first to take it are served, those after lack what is not there", () => {
  const [one, two, three] = [promised("1", 10, 20), promised("2", 12, 22), promised("3", 20, 30)];
  assert.deepEqual(lacks(2, [three, two, one]), []);
  assert.deepEqual(lacks(1, [three, two, one]), ["2 1"], "the third begins when the first is back");
  assert.deepEqual(lacks(0, [three, two, one]), ["1 1", "2 1", "3 1"]);
});

test("a part may be served, and what is out is had whatever is left", () => {
  const big = promised("big", 10, 20, { quantity: 5 });
  assert.deepEqual(lacks(3, [big]), ["big 2"]);
  const out = promised("out", 15, 20, { quantity: 2, state: "out" });
  assert.deepEqual(lacks(3, [big, out]), ["big 4"]);
  assert.deepEqual(lacks(1, [out]), []);
});

test("who was only asked gives way, and of two at once who asked first is served", () => {
  const asked = promised("asked", 10, 20, { state: "asked" });
  const accepted = promised("accepted", 15, 20);
  assert.deepEqual(lacks(1, [asked, accepted]), ["asked 1"]);
  const [early, late] = [
    promised("early", 10, 20, { createdAt: 1 }),
    promised("late", 10, 20, { createdAt: 2 }),
  ];
  assert.deepEqual(lacks(1, [late, early]), ["late 1"]);
});

const at = (hour: number) => new Date(hour * 3_600_000);
const wanted: Wanted = {
  poolId: "p",
  modelId: "m",
  category: "screen",
  placeId: "here",
  missing: 2,
  from: at(10),
  until: at(20),
  pools: ["p", "also"],
};
const shelf = (poolId: string, more: Partial<OtherShelf> = {}): OtherShelf => ({
  poolId,
  counterId: poolId,
  modelId: "n",
  name: poolId,
  category: "screen",
  placeId: "here",
  placeName: "Ici",
  left: 3,
  bufferMinutes: 60,
  uses: [],
  ...more,
});
const found = (...shelves: OtherShelf[]) => swapsFor(wanted, shelves).map(({ poolId }) => poolId);
const use = (from: number, until: number, quantity: number) => [
  { from: at(from).getTime(), until: at(until).getTime(), quantity },
];

test("the same model elsewhere comes first, then another one here, then elsewhere", () => {
  const same = shelf("same", { modelId: "m", placeId: "there" });
  const there = shelf("there", { placeId: "there" });
  assert.deepEqual(found(there, shelf("here"), same), ["same", "here", "there"]);
  assert.deepEqual(found(shelf("p", { modelId: "m" }), shelf("also")), [], "it has of them already"); // prettier-ignore
  assert.deepEqual(found(shelf("other", { category: "sound" })), []);
  assert.equal(found(...["a", "b", "c", "d"].map((id) => shelf(id))).length, mostSwaps);
});

test("only what is free in all its time, until it is ready again, is proposed", () => {
  assert.deepEqual(found(shelf("few", { left: 1 })), []);
  assert.deepEqual(found(shelf("enough", { uses: use(12, 14, 1) })), ["enough"]);
  assert.deepEqual(found(shelf("taken", { uses: use(12, 14, 2) })), []);
  assert.deepEqual(found(shelf("before", { uses: use(2, 10, 3) })), ["before"]);
  assert.deepEqual(found(shelf("after", { uses: use(21, 30, 3) })), ["after"]);
  assert.deepEqual(found(shelf("too near", { uses: use(20, 30, 3) })), []);
  assert.deepEqual(found(shelf("quick", { uses: use(20, 30, 3), bufferMinutes: 0 })), ["quick"]);
});
