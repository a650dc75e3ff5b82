import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { listsBack, type Row } from "./three-way.ts";

const rows = (ids: readonly number[], owner: string): Row[] =>
  ids.map((id) => ({ id, association_id: owner, value: `${id}` }));

test("two lists made one come back as they were when nothing changed since, whatever was put aside", () => {
  const ids = fc.uniqueArray(fc.nat(20));
  fc.assert(
    fc.property(ids, ids, ids, (mine, theirs, aside) => {
      const kept = rows(mine, "a");
      const absorbed = rows(
        theirs.filter((id) => !mine.includes(id)),
        "b",
      );
      const moved = absorbed.filter((row) => !aside.includes(row["id"] as number));
      const merged = [...kept, ...moved.map((row) => ({ ...row, association_id: "a" }))];
      const back = listsBack({ kept, absorbed, merged }, merged, "id");
      assert.deepEqual(back, { kept, absorbed, edited: 0 });
    }),
  );
});

test("a row changed keeps its change where it came from, one removed stays removed, one added stays on the record kept", () => {
  const [kept, absorbed] = [rows([1, 2], "a"), rows([3, 4], "b")];
  const merged = rows([1, 2, 3, 4], "a");
  const now = [
    { id: 1, association_id: "a", value: "one" },
    { id: 3, association_id: "a", value: "three" },
    { id: 4, association_id: "a", value: "4" },
    { id: 9, association_id: "a", value: "9" },
  ];
  assert.deepEqual(listsBack({ kept, absorbed, merged }, now, "id"), {
    kept: [
      { id: 1, association_id: "a", value: "one" },
      { id: 9, association_id: "a", value: "9" },
    ],
    absorbed: [
      { id: 3, association_id: "b", value: "three" },
      { id: 4, association_id: "b", value: "4" },
    ],
    edited: 4,
  });
});
