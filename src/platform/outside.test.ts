import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import test, { after, before } from "node:test";
import { gzipSync } from "node:zlib";
import { fetchOutside, type Wanted } from "./outside.ts";
import { isPublicAddress } from "./public-address.ts";

type Play = (request: IncomingMessage, response: ServerResponse) => void;
const plays: Record<string, Play> = {
  "/plain": (_, response) => void response.writeHead(200, { "content-type": "text/calendar", etag: '"a"' }).end("hello"), // prettier-ignore
  "/same": (request, response) => void response.writeHead(request.headers["if-none-match"] === '"a"' ? 304 : 200).end(), // prettier-ignore
  "/gone": (_, response) => void response.writeHead(404).end("no"),
  "/page": (_, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<p>"), // prettier-ignore
  "/loop": (_, response) => void response.writeHead(302, { location: "/loop" }).end(),
  "/once": (_, response) => void response.writeHead(301, { location: "/plain" }).end(),
  "/inside": (_, response) => void response.writeHead(302, { location: "http://169.254.169.254/latest" }).end(), // prettier-ignore
  "/file": (_, response) => void response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/big": (_, response) => void response.writeHead(200, { "content-type": "text/calendar" }).end("x".repeat(2000)), // prettier-ignore
  "/bomb": (_, response) => void response.writeHead(200, { "content-type": "text/calendar", "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(1_000_000))), // prettier-ignore
  "/broken": (_, response) => void response.writeHead(200, { "content-type": "text/calendar", "content-encoding": "gzip" }).end("not gzip"), // prettier-ignore
  "/zip": (_, response) => void response.writeHead(200, { "content-type": "text/calendar", "content-encoding": "gzip" }).end(gzipSync("hello")), // prettier-ignore
  "/silent": () => undefined,
  "/drip": (_, response) => {
    response.writeHead(200, { "content-type": "text/calendar" });
    const timer = setInterval(() => response.write("x"), 50);
    response.on("close", () => clearInterval(timer));
  },
  "/cut": (_, response) => {
    response.writeHead(200, { "content-type": "text/calendar", "content-length": "100" });
    response.write("half");
    response.socket?.destroy();
  },
};

const server = createServer((request, response) => {
  const play = plays[request.url ?? ""];
  if (play) play(request, response);
});
let here = "";
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const wanted: Wanted = { maxBytes: 1000, seconds: 10, types: /^text\/calendar/, loopback: true };
const answered = async (path: string, more: Partial<Wanted> = {}) => {
  const outcome = await fetchOutside(path.startsWith("/") ? here + path : path, { ...wanted, ...more }); // prettier-ignore
  if ("done" in outcome) return outcome.done.body.toString();
  return "unchanged" in outcome ? "unchanged" : outcome.refused;
};

test("what an address says is read, once redirected or compressed, with what tells the next time that nothing changed", async () => {
  for (const path of ["/plain", "/once", "/zip"]) assert.equal(await answered(path), "hello", path);
  assert.equal(await answered("/same", { etag: '"a"' }), "unchanged");
});

test("what is gone, no calendar, endless, too long, broken or slow is refused by name", async () => {
  const expected = { "/gone": "answer", "/page": "type", "/loop": "redirects", "/file": "address", "/big": "too_big", "/bomb": "too_big", "/broken": "unreachable", "/cut": "unreachable" }; // prettier-ignore
  for (const [path, why] of Object.entries(expected)) assert.equal(await answered(path), why, path);
  for (const path of ["/silent", "/drip"]) assert.equal(await answered(path, { seconds: 0.3 }), "slow", path); // prettier-ignore
  assert.equal(await answered("http://nulle-part.invalid/"), "unreachable");
});

test("neither this machine nor a private network is asked, however its address is written or reached", async () => {
  const { port } = new URL(here);
  for (const host of [
    "127.0.0.1",
    "localhost",
    "2130706433",
    "0x7f.1",
    "0177.0.0.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "0.0.0.0",
  ])
    // prettier-ignore
    assert.equal(await answered(`http://${host}:${port}/plain`, { loopback: false }), "private", host);
  for (const host of [
    "10.0.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "[fd00::1]",
    "[fe80::1]",
    "[64:ff9b::7f00:1]",
  ])
    // prettier-ignore
    assert.equal(await answered(`http://${host}/`), "private", host);
  assert.equal(await answered("/inside"), "private");
  for (const address of [
    "ftp://exemple.fr/",
    "javascript:alert(1)",
    "n'importe quoi",
    "http://moi:secret@exemple.fr/",
  ])
    // prettier-ignore
    assert.equal(await answered(address), "address", address);
  assert.ok(isPublicAddress("185.24.184.1") && isPublicAddress("2a01:e0a::1"));
});
