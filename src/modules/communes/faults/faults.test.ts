import assert from "node:assert/strict";
import test from "node:test";
import { wordsOf } from "../../../app.ts";
import type { View } from "../../../platform/http/view.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { faultPage } from "./pages.tsx";

const view = (lang: "fr" | "en"): View => ({
  lang,
  dir: "ltr",
  t: wordsOf(lang),
  path: "/x",
  origin: "https://assos.test",
  href: (path) => path,
  asset: (name) => `/assets/${name}`,
  commune: {
    name: "Valbrume",
    siteName: "Les associations de Valbrume",
    logo: undefined,
    phone: "02 61 91 00 49",
    email: undefined,
    hours: undefined,
    languages: ["fr", "en"],
    themeCss: "/theme/1d4e5f-c8452f.css",
    demonstration: false,
  },
  person: undefined,
  desk: [],
  formKey: "",
  notice: undefined,
});

test("every fault has its page, which says what to do and gives a phone number", async () => {
  for (const lang of ["fr", "en"] as const)
    for (const status of [403, 404, 413, 429, 500] as const) {
      const html = faultPage(view(lang), status, "ab12cd34");
      assert.match(html, /02 61 91 00 49/, `${status}`);
      assert.equal(html.includes("ab12cd34"), status === 500);
      assert.deepEqual(await htmlFaults(html), [], `${lang} ${status}`);
    }
});
