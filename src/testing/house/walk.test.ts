import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { routesOf } from "../../app.ts";
import { roles, type Person } from "../../platform/http/person.ts";
import { crawl } from "../crawl.ts";
import type { Someone, TestSite } from "../site.ts";
import { openDemonstration } from "../demonstration.ts";

let site: TestSite;
before(async () => {
  site = await openDemonstration();
});
after(() => site.close());

const everyone: readonly Someone[] = ["resident", "president", ...roles];
const nobody = "00000000-0000-4000-8000-000000000000";

const personLike = (someone: Someone): Person | undefined =>
  someone === "resident"
    ? undefined
    : {
        id: nobody,
        sessionId: nobody,
        name: "",
        email: "",
        roles: someone === "president" ? [] : [someone],
        associations: [],
      };

test("every route opens to those it declares, and to nobody else", async () => {
  for (const route of routesOf()) {
    // Signing out would close the very sessions this walk goes with.
    if (route.path === "/deconnexion") continue;
    const path = route.path.replace(/:[a-zA-Z]+(\{[^}]*\})?/g, nobody).replace("*", nobody);
    for (const someone of everyone) {
      if (route.who.name === "association member" && someone === "president") continue;
      const answer =
        route.method === "GET"
          ? await site.get(path, { as: someone })
          : await site.post(path, {}, { as: someone });
      const told = `${route.method} ${route.path} as ${someone}: ${answer.status}`;
      assert.ok(answer.status < 500, told);
      if (route.who.allows(personLike(someone))) continue;
      if (someone === "resident")
        assert.ok(answer.location?.includes("/connexion?suite=") || answer.status === 403, told);
      else assert.equal(answer.status, 403, told);
    }
  }
});

test("no two routes answer the same address", () => {
  const names = routesOf().map(
    (route) => `${route.method} ${route.path.replace(/:[a-zA-Z]+/g, ":x")}`,
  );
  assert.deepEqual(
    names.filter((name, i) => names.indexOf(name) !== i),
    [],
  );
});

test("a session of one commune opens nothing in another", async () => {
  const headers = { cookie: `maillage=${site.communeId}-administrator` };
  for (const route of routesOf()) {
    if (route.method !== "GET" || route.who.allows(undefined)) continue;
    const path = route.path.replace(/:[a-zA-Z]+(\{[^}]*\})?/g, nobody);
    const answer = await site.get(path, { host: "autreville.test", headers });
    assert.match(answer.location ?? "", /\/connexion\?suite=/, route.path);
  }
});

test("what one commune holds is not found from another, whoever asks there", async () => {
  const { pages } = await crawl(site, "administrator", ["/", "/gestion"], 3);
  const named = pages
    .map((page) => page.path)
    .filter((path) =>
      /[0-9a-f]{8}-[0-9a-f]{4}-|^(\/en)?\/associations\/[^/]+/.test(path.split("?")[0] ?? ""),
    );
  for (const path of named)
    for (const as of ["administrator", "resident"] as const) {
      const answer = await site.get(path, { as, host: "autreville.test" });
      assert.ok(
        answer.status === 404 || answer.location?.includes("/connexion"),
        `${path} as ${as} elsewhere: ${answer.status}`,
      );
    }
});
