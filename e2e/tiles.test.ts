import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import test, { after, before } from "node:test";
import sharp from "sharp";
import type { TestSite } from "../src/testing/site.ts";
import { openBrowser, type TestBrowser } from "./browser.ts";
import { openDemonstration } from "../src/testing/demonstration.ts";

let site: TestSite;
let browser: TestBrowser;
let tiles: Server;
let asked: string[] = [];
let away = false;

before(async () => {
  const picture = await sharp({
    create: { width: 256, height: 256, channels: 3, background: "#cfe3d4" },
  })
    .png()
    .toBuffer();
  tiles = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (away) response.writeHead(503).end();
    else response.writeHead(200, { "content-type": "image/png" }).end(picture);
  });
  await new Promise<void>((resolve) => tiles.listen(0, "127.0.0.1", resolve));
  const { port } = tiles.address() as AddressInfo;
  site = await openDemonstration({ MAP_TILES_URL: `http://127.0.0.1:${port}/{z}/{x}/{y}.png` });
  browser = await openBrowser(site);
});
after(async () => {
  await browser.close();
  await site.close();
  tiles.closeAllConnections();
  tiles.close();
});

const path = "/annuaire?vue=carte";
const turn = (value: "on" | "off") =>
  site.post(
    "/gestion/reglages/services-exterieurs",
    {
      address_lookup: "off",
      map_tiles: value,
      outside_calendars: "off",
      outside_neighbours: "off",
    },
    { as: "administrator" },
  );

test("the detailed map does not exist until the commune turns it on", async () => {
  const { html, headers } = await site.get(path);
  assert.doesNotMatch(html, /tile-map|data-tiles/);
  assert.match(headers.get("content-security-policy") ?? "", /img-src 'self' data:;/);
});

test("turned on, it is asked for from the keyboard, shows the same places as links, and can be left", async () => {
  assert.equal((await turn("on")).status, 303);
  asked = [];
  const { context, page } = await browser.newcomer("resident", { width: 320 });
  const faults: string[] = [];
  page.on("console", (line) => line.type() === "error" && faults.push(line.text()));
  await page.goto(`${browser.origin}${path}`);
  const button = page.getByRole("button", { name: "Afficher le plan détaillé" });
  await button.waitFor();
  assert.deepEqual(asked, [], "nothing is asked elsewhere before the button");
  await button.focus();
  await page.keyboard.press("Enter");
  await page.locator(".map-plan .leaflet-tile-loaded").first().waitFor();
  assert.ok(asked.length > 0);
  const listed = await page.locator(".map-list a").allTextContents();
  const marks = page.locator(".map-plan a.map-number");
  const names = await marks.evaluateAll((links) =>
    links.map((link) => link.getAttribute("aria-label")?.replace(/^\d+\. /, "")),
  );
  assert.deepEqual(names, listed);
  await page.evaluate("scrollTo(0, 0)");
  assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 320);
  await page.getByRole("button", { name: "Revenir à la carte simple" }).click();
  await page.locator(".map-frame").waitFor();
  assert.equal(await page.locator(".map-plan").count(), 0);
  await button.click();
  await marks.first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/associations\//);
  assert.deepEqual(faults, []);
  assert.match((await site.get("/donnees-personnelles")).html, /demande ses images à 127\.0\.0\.1/);
  await context.close();
});

test("tiles that do not come give the drawn map back, with a sentence", async () => {
  away = true;
  const { context, page } = await browser.newcomer("resident", { width: 1280 });
  await page.goto(`${browser.origin}${path}`);
  await page.getByRole("button", { name: "Afficher le plan détaillé" }).click();
  await page.getByText("Le plan détaillé ne se charge pas").waitFor();
  assert.ok(await page.locator(".map-frame").isVisible());
  away = false;
  await context.close();
});

test("axe finds nothing on the detailed map, on a desk and on a phone", async () => {
  const open = (page: import("playwright-core").Page) =>
    page.getByRole("button", { name: "Afficher le plan détaillé" }).click();
  assert.deepEqual(await browser.audit(path, "resident", { first: open }), []);
});
