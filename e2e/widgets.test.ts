import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import test, { after, before } from "node:test";
import type { TestSite } from "../src/testing/site.ts";
import { openDemonstration } from "../src/testing/demonstration.ts";
import { openBrowser, type TestBrowser } from "./browser.ts";

let site: TestSite;
let browser: TestBrowser;
let town: Server;
let address: string;

/** The town's own site, which knows nothing of ours but two pieces pasted in it. */
const page = (
  ours: string,
) => `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Ville</title></head>
<body><main><h1>Ville</h1>
<a href="${ours}/agenda" data-maillage="${ours}/integrer/agenda?genre=tout&amp;forme=fragment">L’agenda</a>
<iframe src="${ours}/integrer/associations?q=chorale" title="Chorales" width="240" height="90"></iframe>
</main><script src="${ours}/integrer/maillage.js" defer></script></body></html>`;

before(async () => {
  site = await openDemonstration();
  browser = await openBrowser(site);
  town = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(page(browser.origin)),
  );
  await new Promise<void>((resolve) => town.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(town.address() as AddressInfo).port}/`;
});
after(async () => {
  await browser.close();
  await site.close();
  town.closeAllConnections();
  town.close();
});

test("on the town's site, a link becomes the agenda, a frame takes its height, and what is chosen opens in the whole window", async () => {
  const { context, page: tab } = await browser.newcomer("resident", {});
  await tab.goto(address);
  await tab.locator("section.maillage h2").waitFor();
  assert.equal(await tab.locator("a[data-maillage]").count(), 0);
  assert.ok((await tab.locator(".maillage-title a").count()) > 1);
  await tab.waitForFunction("document.querySelector('iframe').style.height !== ''");
  assert.ok(Number(await tab.evaluate("document.querySelector('iframe').offsetHeight")) > 90);
  assert.deepEqual(await context.cookies(), []);
  const link = tab.frameLocator("iframe").getByRole("link", { name: "À Cœur Voix" });
  await link.click();
  await tab.waitForURL(`${browser.origin}/associations/a-coeur-voix`);
  await context.close();
});

test("without script, the frame shows the same and the link leads to the agenda", async () => {
  const { context, page: tab } = await browser.newcomer("resident", { javaScript: false });
  await tab.goto(address);
  await tab.frameLocator("iframe").getByRole("link", { name: "À Cœur Voix" }).waitFor();
  await tab.getByRole("link", { name: "L’agenda" }).click();
  await tab.waitForURL(`${browser.origin}/agenda`);
  await context.close();
});

test("axe finds nothing in a widget, dark or light, nor where it is built", async () => {
  for (const path of ["/integrer/agenda", "/integrer/recherche?fond=clair&couleur=%23c0c0c0"])
    assert.deepEqual(await browser.audit(path, "resident"), [], path);
  assert.deepEqual(await browser.audit("/gestion/diffusion?widget=activites", "communication"), []);
});
