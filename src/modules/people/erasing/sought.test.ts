import assert from "node:assert/strict";
import test from "node:test";
import { sameName, samePhone, withoutThem } from "./sought.ts";

const zoe = {
  id: null,
  email: "zoe@exemple.example",
  names: ["Zoé d’Été"],
  phones: ["+33688776655", "+41791234567"],
};

test("an address, a number and a name are found however they are written, and nothing else is", () => {
  const told = [
    ["Écrire à Zoe@Exemple.example.", "Écrire à …."],
    ["marie-zoe@exemple.example, zoe@exemple.example.org", undefined],
    ["06 88 77 66 55, 06.88.77.66.55, 0688776655", "…, …, …"],
    ["+33 6 88 77 66 55, 0033688776655, +33 (0)6 88 77 66 55", "…, …, …"],
    ["00688776655 et 06887766551", undefined],
    ["+41 79 123 45 67", "…"],
    ["41791234567", undefined],
    ["ZOÉ D'ÉTÉ, puis d’Été Zoé", "…, puis …"],
    ["Zoé d’Étés, Azoé d’Été", undefined],
  ] as const;
  for (const [text, left] of told) assert.equal(withoutThem(text, zoe), left ?? text);
});

test("a number and a name are the same however they are written", () => {
  assert.ok(samePhone("06 88 77 66 55", zoe) && samePhone("+33 688776655", zoe));
  assert.ok(!samePhone("+33688776656", zoe) && !samePhone(null, zoe));
  assert.ok(sameName("d'été  ZOÉ", zoe) && !sameName("Zoé", zoe));
});
