import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { projectRoot, readConfig } from "../platform/config.ts";
import { serverArguments, serverEnvironment } from "./memory.ts";

const deploy = (name: string) => readFileSync(join(projectRoot, "deploy", name), "utf8");

test("the unit and the container start the site as `npm start` does", () => {
  const [unit, container] = [deploy("maillage.service"), deploy("Containerfile")];
  for (const argument of serverArguments) {
    assert.ok(unit.includes(` ${argument} `), argument);
    assert.ok(container.includes(`"${argument}"`), argument);
  }
  for (const [name, value] of Object.entries(serverEnvironment)) {
    assert.ok(unit.includes(`${name}=${value}`), name);
    assert.ok(container.includes(`${name}=${value}`), name);
  }
});

test("the example of settings is one the site accepts", () => {
  const settings = Object.fromEntries(
    deploy("maillage.env.example")
      .split("\n")
      .filter((line) => /^[A-Z]/.test(line))
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  ) as Record<string, string>;
  const config = readConfig(settings);
  assert.equal(config.demonstration, false);
  assert.equal(config.trustedProxy, true);
  assert.equal(config.publicUrl, "https://assos.ma-commune.fr");
});

test("both proxies replace what a visitor says of itself", () => {
  for (const name of ["nginx.conf", "Caddyfile"])
    for (const header of ["X-Forwarded-Host", "X-Forwarded-For", "X-Forwarded-Proto"])
      assert.ok(deploy(name).includes(header), `${name}: ${header}`);
  assert.doesNotMatch(deploy("nginx.conf"), /proxy_add_x_forwarded_for/);
});
