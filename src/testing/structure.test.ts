import assert from "node:assert/strict";
import test from "node:test";
import { piecesOf } from "./structure.ts";

test("words change no piece of a page; a class, a role or another parent does", () => {
  const one = piecesOf(
    '<main><p class="soft">Un<br>deux</p><input type="text" value="a > b"></main>',
  );
  const fresh = (html: string) => [...piecesOf(html)].filter((piece) => !one.has(piece));
  const words = '<main><p class="soft">Trois</p><br><input type="text" value="c"></main>';
  assert.deepEqual(fresh(words), ["main > br"]);
  assert.deepEqual(fresh('<main><p class="lead">Un</p></main>'), ["main > p class=lead"]);
  assert.ok(one.has("main > input type=text"));
});
