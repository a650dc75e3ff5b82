import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { HtmlValidate } from "html-validate";
import { roles } from "../src/platform/http/person.ts";
import { crawl, kindOf, screenOf, type Crawled } from "../src/testing/crawl.ts";
import { piecesOf } from "../src/testing/structure.ts";
import type { Someone, TestSite } from "../src/testing/site.ts";
import { words } from "../src/words.ts";
import type { Catalogue } from "../src/platform/i18n/index.ts";
import { addedLanguages } from "../src/modules/communes/settings/sections.ts";
import {
  follow,
  listOf,
  openNeighbour,
  organization,
  turnOn,
} from "../src/modules/exchange/exchange.testing.ts";
import { openBrowser, type TestBrowser } from "./browser.ts";
import { openDemonstration } from "../src/testing/demonstration.ts";

let site: TestSite;
let browser: TestBrowser;
const everyone: readonly Someone[] = ["resident", "president", ...roles];
const reached = new Map<Someone, Crawled[]>();
const broken: string[] = [];

before(async () => {
  site = await openDemonstration({ OUTSIDE_LOOPBACK: "1" });
  await someNeighbours();
  for (const someone of everyone) {
    const first =
      someone === "resident"
        ? ["/", ...addedLanguages.map((lang) => `/${lang}`)]
        : ["/espace", "/gestion"].filter((path) =>
            someone === "president" ? path === "/espace" : true,
          );
    const found = await crawl(site, someone, first);
    reached.set(someone, found.pages);
    for (const line of found.broken) if (!broken.includes(line)) broken.push(line);
  }
  browser = await openBrowser(site);
});
after(async () => {
  await browser.close();
  await site.close();
});

/** A neighbouring commune followed, and one that an agent only looks at. */
async function someNeighbours(): Promise<void> {
  const neighbour = await openNeighbour();
  neighbour.answers(listOf([organization("voile"), organization("aviron"), { id: "rien" }]));
  await turnOn(site, "on");
  await follow(site, "Commune de Beaulieu", `${neighbour.origin}/organizations`);
  const address = `${neighbour.origin}/autre/organizations`;
  await site.post("/gestion/voisins", { address }, { as: "referent" });
  await neighbour.close();
}

const sentences = (catalogue: Catalogue, path = ""): [string, string][] =>
  Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : sentences(value, `${path}${key}.`),
  );

/** At most `most` pages of each kind, by the first person who reaches it, seen from outside and signed in. */
function* distinct(
  kind: (path: string) => string,
  most = 1,
): Generator<{ someone: Someone; page: Crawled }> {
  const seen = new Map<string, number>();
  for (const [someone, pages] of reached)
    for (const page of pages) {
      const key = `${kind(page.path)} ${someone === "resident" ? "" : "signed in"}`;
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      if (before < most) yield { someone, page };
    }
}

test("no link breaks, for anybody", () => assert.deepEqual(broken, []));

for (const lang of addedLanguages)
  test(`nothing is left in French on the pages in ${lang} that a resident meets`, () => {
    const siteName = "Les associations de Valbrume-sur-Loire";
    const untranslated: string[] = [];
    for (const { fr, [lang]: others } of Object.values(words)) {
      const translated = new Map(sentences(others ?? {}));
      for (const [key, sentence] of sentences(fr))
        if (!translated.has(key))
          untranslated.push(
            ...sentence.split(/\{\{\w+\}\}/).filter((part) => part.trim().length > 14),
          );
    }
    const found = new Set<string>();
    for (const page of reached.get("resident") ?? [])
      if (page.path.match(/^\/([a-z]{2})(?=\/|\?|$)/)?.[1] === lang)
        for (const part of untranslated)
          if (!siteName.includes(part) && page.html.includes(part))
            found.add(`${page.path}: ${part}`);
    assert.deepEqual([...found], []);
  });

test("every page of every role is valid HTML", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard"],
    rules: { "no-trailing-whitespace": "off" },
  });
  const faults: string[] = [];
  for (const { someone, page } of distinct(kindOf)) {
    const report = await validator.validateString(page.html);
    for (const { messages } of report.results)
      for (const message of messages)
        faults.push(
          `${someone} ${page.path}: ${message.ruleId} ${message.message} (${message.selector ?? ""})`,
        );
  }
  assert.deepEqual(faults, []);
});

test("axe finds nothing on any screen of any role, on a phone and, for each new piece, on a desk in the dark, and no page is wider than a phone", async () => {
  // A screen is looked at bare; filled otherwise, in another language or signed in, when that shows something new.
  const screens = new Set<string>();
  const pieces = new Set<string>();
  const faults: string[] = [];
  for (const { someone, page } of distinct(screenOf, 2)) {
    const screen = screenOf(page.path).replace(/^\/[a-z]{2}(?=\/|$)/, "");
    const fresh = [...piecesOf(page.html)].filter((piece) => !pieces.has(piece));
    if (screens.has(screen) && fresh.length === 0) continue;
    screens.add(screen);
    for (const piece of fresh) pieces.add(piece);
    const looks = fresh.length ? (["desk", "phone"] as const) : (["phone"] as const);
    for (const fault of await browser.audit(page.path, someone, { looks }))
      faults.push(`${someone} ${page.path} ${fault}`);
  }
  assert.ok(screens.size > 80, `only ${screens.size} screens were reached`);
  assert.deepEqual(faults, []);
});
