import assert from "node:assert/strict";
import test from "node:test";
import { exampleView } from "../../../testing/example-view.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { faultPage } from "./pages.tsx";

test("every fault has its page, which says what to do and gives a phone number", async () => {
  for (const lang of ["fr", "en"] as const)
    for (const status of [403, 404, 413, 429, 500] as const) {
      const html = faultPage(exampleView({ lang }), status, "ab12cd34");
      assert.match(html, /02 41 00 00 00/, `${status}`);
      assert.equal(html.includes("ab12cd34"), status === 500);
      assert.deepEqual(await htmlFaults(html), [], `${lang} ${status}`);
    }
});
