import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import test from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { closeGently, listen, visitorAddress } from "./listen.ts";

const local = { port: 0, host: "127.0.0.1", trustedProxy: false };
const short = { headers: 300, request: 600, keepAlive: 1000 };

test("a visitor who does not finish asking is let go", async () => {
  const server = await listen(local, () => new Response("ok"), short);
  const { port } = server.address() as AddressInfo;
  for (const begun of [
    "GET / HTTP/1.1\r\nHost: x\r\nX-Slow:",
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nslow",
  ]) {
    // prettier-ignore
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(begun);
    const since = performance.now();
    socket.resume();
    await once(socket, "close");
    assert.ok(performance.now() - since < 5000);
  }
  await closeGently(server);
});

test("closing waits for the answer in flight, and no longer", async () => {
  const server = await listen(local, async () => {
    await pause(300);
    return new Response("whole");
  });
  const { port } = server.address() as AddressInfo;
  const answer = fetch(`http://127.0.0.1:${port}/`);
  await pause(100);
  const since = performance.now();
  const closed = closeGently(server);
  assert.equal(await (await answer).text(), "whole");
  await closed;
  assert.ok(performance.now() - since < 5000, "a connection kept alive is not waited for");
});

const request = (forwarded?: string) =>
  new Request("http://x/", forwarded ? { headers: { "x-forwarded-for": forwarded } } : {});

test("only the address our own proxy wrote is believed, and only behind a proxy", () => {
  const env = { incoming: { socket: { remoteAddress: "192.0.2.1" } } };
  const spoofed = "10.0.0.1, 203.0.113.9, 198.51.100.4";
  assert.equal(visitorAddress(true, request(spoofed), env), "198.51.100.4");
  assert.equal(visitorAddress(false, request(spoofed), env), "192.0.2.1");
  assert.equal(visitorAddress(true, request(), env), "192.0.2.1");
});

const counted = (remoteAddress: string) =>
  visitorAddress(false, request(), { incoming: { socket: { remoteAddress } } });

test("whoever holds a whole network of IPv6 counts as one visitor", () => {
  const home = "2001:db8:0:7::/64";
  for (const one of ["2001:db8:0:7::1", "2001:0DB8::7:1:2:3:4", "2001:db8:0:7:ffff:0:0:1"])
    assert.equal(counted(one), home, one);
  assert.notEqual(counted("2001:db8:0:8::1"), home);
  assert.equal(counted("::1"), "0:0:0:0::/64");
  assert.equal(counted("::ffff:192.0.2.7"), "192.0.2.7");
});
