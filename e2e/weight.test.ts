import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { Request } from "playwright-core";
import type { TestSite } from "../src/testing/site.ts";
import { openBrowser, type TestBrowser } from "./browser.ts";
import { openDemonstration } from "../src/testing/demonstration.ts";

let site: TestSite;
let browser: TestBrowser;

before(async () => {
  site = await openDemonstration();
  browser = await openBrowser(site);
});
after(async () => {
  await browser.close();
  await site.close();
});

const pages = ["/", "/annuaire", "/associations/judo-club-de-valbrume"] as const;
const most = { all: 100_000, script: 30_000 };

/** What a first visit of a page brings over the wire, headers left out, by kind of file. */
async function firstVisit(path: string) {
  const { context, page } = await browser.newcomer("resident", { width: 390 });
  const asked: Request[] = [];
  page.on("requestfinished", (request) => asked.push(request));
  await page.goto(`${browser.origin}${path}`, { waitUntil: "networkidle" });
  const files = asked.filter((request) => !request.url().startsWith("data:"));
  const brought = await Promise.all(
    files.map(async (file) => ({
      url: file.url(),
      kind: file.resourceType(),
      bytes: (await file.sizes()).responseBodySize,
    })),
  );
  await context.close();
  return brought;
}

const sum = (files: readonly { bytes: number }[]) =>
  files.reduce((total, { bytes }) => total + bytes, 0);

for (const path of pages) {
  test(`a first visit of ${path} weighs 100 kB at most, fonts included, 30 kB of scripts at most, all from the site itself`, async (t) => {
    const brought = await firstVisit(path);
    const list = brought.map(({ url, bytes }) => `${bytes} ${url.slice(browser.origin.length)}`);
    t.diagnostic(`${sum(brought)} bytes: ${list.join(", ")}`);
    assert.deepEqual(
      brought.filter(({ url }) => !url.startsWith(`${browser.origin}/`)),
      [],
    );
    assert.ok(brought.some(({ kind }) => kind === "font"));
    assert.ok(sum(brought) <= most.all, list.join("\n"));
    assert.ok(sum(brought.filter(({ kind }) => kind === "script")) <= most.script);
  });

  test(`${path} is read and used when a network blocks its scripts`, async () => {
    const { context, page } = await browser.newcomer("resident", { width: 320 });
    await page.route("**/*.js", (route) => route.abort());
    await page.goto(`${browser.origin}${path}`);
    assert.ok((await page.locator("h1").innerText()).length > 0);
    const dead = page.locator("button:visible:not([type=submit])");
    assert.deepEqual(await dead.allInnerTexts(), [], "buttons that do nothing without scripts");
    await page.getByRole("link", { name: "Engagements" }).first().click();
    await page.waitForURL(/\/engagements$/);
    await context.close();
  });
}
