import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { pino } from "pino";
import { createApp } from "../../app.ts";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { originOf } from "./origin.ts";
import { sessionCookie } from "./security.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite({
    MAILLAGE_DEMO: "0",
    PUBLIC_URL: "https://valbrume.test",
    TRUSTED_PROXY: "1",
  });
});
after(() => site.close());

test("the public address gives its scheme and port to every commune, whatever the request says", () => {
  const live = { publicUrl: "https://assos.valbrume.test" };
  assert.equal(originOf(live, "assos.valbrume.test"), "https://assos.valbrume.test");
  assert.equal(originOf(live, "autre.test:8080"), "https://autre.test");
  assert.equal(originOf({ publicUrl: "http://intranet:8080" }, "intranet"), "http://intranet:8080");
  assert.equal(originOf({ publicUrl: undefined }, "localhost:3000"), "http://localhost:3000");
});

test("a port or a proxy header that lies changes neither the page nor the copy kept for others", async () => {
  const lied = await site.get("/", { headers: { host: "valbrume.test:6666" } });
  assert.equal(lied.status, 200);
  assert.doesNotMatch(lied.html, /6666/);
  const asked = await site.get("/", { headers: { "x-forwarded-host": "autreville.test" } });
  assert.match(asked.html, /Autreville/, "our own proxy is believed for a name of ours");
  const unknown = await site.get("/", { headers: { "x-forwarded-host": "voleur.example" } });
  assert.equal(unknown.status, 404);
  assert.doesNotMatch((await site.get("/")).html, /6666|voleur|Autreville/);
});

test("over HTTPS the session cookie is bound to its host, and browsers are told to stay on HTTPS", async () => {
  const cookie = sessionCookie(site.house.config, "secret", 60);
  assert.match(
    cookie,
    /^__Host-maillage=secret; Path=\/; HttpOnly; SameSite=Lax; Max-Age=60; Secure$/,
  );
  const answer = await site.get("/");
  assert.equal(answer.headers.get("strict-transport-security"), "max-age=31536000");
});

const send = (origin: string) =>
  site.post("/connexion", { email: "x@y.fr" }, { headers: { origin } });

test("a form is believed from the public address only", async () => {
  assert.notEqual((await send("https://valbrume.test")).status, 403);
  assert.equal((await send("https://autreville.test")).status, 403);
});

test("the log of a request holds its method, route, status and time, and nothing of the visitor", async () => {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line) => void lines.push(line) });
  const app = createApp({ ...site.house, log }, { current: () => 1, raise: () => undefined, close: async () => undefined }); // prettier-ignore
  const headers = { host: "valbrume.test", "user-agent": "Mozilla/5.0 (Camille)" };
  const ask = (path: string) =>
    app.fetch(new Request(`http://valbrume.test${path}`, { headers }), "203.0.113.7");
  for (const path of [
    "/?q=jeanne@exemple.fr",
    "/?q=jeanne@exemple.fr",
    "/connexion/lien/secret-token",
    "/nulle-part/jeanne",
  ])
    // prettier-ignore
    await (await ask(path)).text();
  const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual(
    said.map(({ method, route, status, msg }) => ({ method, route, status, msg })).slice(0, 2),
    Array.from({ length: 2 }, () => ({ method: "GET", route: "/", status: 200, msg: "request" })),
  );
  assert.deepEqual(Object.keys(said[0] ?? {}).sort(), ["level", "method", "ms", "msg", "route", "status", "time"]); // prettier-ignore
  assert.equal(said.at(-1)?.["route"], "");
  assert.doesNotMatch(lines.join(""), /jeanne|secret-token|203\.0\.113|Camille/i);
});

test("files sent past the limit without saying their length are given up on", async () => {
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(97)),
  });
  const answer = await site.app.fetch(
    new Request("http://valbrume.test/connexion", {
      method: "POST",
      body: endless,
      duplex: "half",
      headers: {
        host: "valbrume.test",
        origin: "https://valbrume.test",
        "content-type": "multipart/form-data; boundary=x",
      },
    } as RequestInit),
  );
  assert.equal(answer.status, 413);
});

test("a script of another site may ask to read, never to write, and only what is open answers it", async () => {
  const app = createApp(site.house, { current: () => 1, raise: () => undefined, close: async () => undefined }); // prettier-ignore
  const ask = (method: string) => app.fetch(new Request("http://valbrume.test/engagements", { method, headers: { origin: "https://ailleurs.example" } }), "test"); // prettier-ignore
  const first = await ask("OPTIONS");
  assert.equal(first.status, 204);
  assert.equal(first.headers.get("access-control-allow-methods"), "GET, HEAD");
  assert.match(first.headers.get("access-control-allow-headers") ?? "", /if-none-match/);
  assert.equal(first.headers.get("access-control-allow-credentials"), null);
  assert.equal((await ask("GET")).headers.get("access-control-allow-origin"), null);
  assert.equal((await app.fetch(new Request("http://valbrume.test/agenda.ics"), "test")).headers.get("access-control-allow-origin"), "*"); // prettier-ignore
});
