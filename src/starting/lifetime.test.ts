import assert from "node:assert/strict";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { runningPostgres } from "../platform/db/cluster-process.ts";
import {
  askOwner,
  bareSettings,
  dataFolder,
  endProcesses,
  lockTable,
  runCommand,
  runServer,
  startServer,
} from "../testing/process.ts";

const { data, remove } = dataFolder();
const cluster = join(data, "postgres");
const settings = { MAILLAGE_DATA: data };
after(endProcesses);
after(remove);

const note = (name: string) =>
  askOwner(data, "insert into district (commune_id, name, slug) select min(commune_id), $1, $1 from commune", [name]); // prettier-ignore
const noted = "select name from district where name like 'note %' order by name";
const notes = async () => (await askOwner<{ name: string }>(data, noted)).map((row) => row.name);

test("a first start makes everything, a second one finds it", async (t) => {
  const first = await startServer(settings);
  assert.equal((await fetch(`${first.address}/healthz`)).status, 200);
  assert.equal((await fetch(`${first.address}/readyz`)).status, 200);
  await note("note 1");
  assert.equal((await first.end("SIGTERM")).code, 0);
  assert.equal(runningPostgres(cluster), undefined, "PostgreSQL stopped with the site");
  const second = await startServer(settings);
  t.diagnostic(`first start ${first.readyIn} ms, second start ${second.readyIn} ms`);
  assert.ok((await notes()).includes("note 1"));
  assert.equal((await second.end("SIGINT")).code, 0);
});

test("after kill -9 the next start takes over the orphaned PostgreSQL, alone, with everything that was committed", async () => {
  const killed = await startServer(settings);
  await note("note 2");
  const postgres = runningPostgres(cluster);
  assert.equal((await killed.end("SIGKILL")).signal, "SIGKILL");
  assert.equal(runningPostgres(cluster)?.pid, postgres?.pid, "PostgreSQL outlives the app");
  const next = await startServer(settings);
  assert.equal(runningPostgres(cluster)?.pid, postgres?.pid, "taken over, not doubled");
  assert.ok((await notes()).includes("note 2"));
  assert.equal((await next.end("SIGTERM")).code, 0);
  assert.equal(runningPostgres(cluster), undefined, "stopped by the one who took it over");
});

test("after kill -9 of PostgreSQL too, the next start recovers everything that was committed", async () => {
  const killed = await startServer(settings);
  await note("note 3");
  const postgres = runningPostgres(cluster);
  assert.ok(postgres);
  await killed.end("SIGKILL");
  process.kill(postgres.pid, "SIGKILL");
  const next = await startServer(settings);
  assert.ok((await notes()).includes("note 3"));
  assert.equal((await next.end("SIGTERM")).code, 0);
});

test("when PostgreSQL stops under the site, the site leaves with one sentence, and a restart mends it", async () => {
  const site = await startServer(settings);
  process.kill(runningPostgres(cluster)?.pid ?? 0, "SIGINT");
  const left = await site.left;
  assert.equal(left.code, 1);
  assert.equal(left.err, "PostgreSQL s’est arrêté : redémarrez Maillage.\n");
  const again = await startServer(settings);
  assert.equal((await again.end("SIGTERM")).code, 0);
});

test("a connection that PostgreSQL cuts fails its own request, and the site goes on", async () => {
  const site = await startServer(settings);
  const unlock = await lockTable(data, "commune");
  const cut = fetch(`${site.address}/nulle-part`, { headers: { "user-agent": "promises" } });
  await pause(200);
  await askOwner(
    data,
    "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'",
    [],
    "postgres",
  );
  assert.equal((await cut).status >= 500, true);
  await unlock();
  assert.equal((await fetch(`${site.address}/readyz`)).status, 200);
  assert.equal((await site.end("SIGTERM")).code, 0);
});

test("a second site on the same data is refused, and the first goes on", async () => {
  const first = await startServer(settings);
  const second = await runServer(settings);
  assert.equal(second.code, 1);
  assert.match(second.err, /^Maillage travaille déjà sur ces données[^\n]*\n$/);
  assert.equal((await fetch(`${first.address}/readyz`)).status, 200);
  await first.end("SIGTERM");
});

test("commands work beside the site and without it; the last to leave stops PostgreSQL", async () => {
  const site = await startServer(settings);
  const beside = await runCommand(["commune", "list", "--json"], settings);
  assert.equal(beside.code, 0, beside.err);
  assert.equal(JSON.parse(beside.out).communes.length, 1);
  assert.equal((await fetch(`${site.address}/readyz`)).status, 200, "the site goes on");
  await site.end("SIGTERM");
  const both = await Promise.all(
    [1, 2].map(() => runCommand(["commune", "list", "--json"], settings)),
  );
  assert.deepEqual(
    both.map((one) => one.code),
    [0, 0],
    both.map((one) => one.err).join(),
  );
  assert.equal(runningPostgres(cluster), undefined);
});

test("a site that starts while a command is leaving starts all the same", async () => {
  for (const wait of [900, 1200, 1500, 1800]) {
    const command = runCommand(["commune", "list"], settings);
    await pause(wait);
    const site = await startServer(settings);
    assert.equal((await command).code, 0);
    assert.equal((await fetch(`${site.address}/readyz`)).status, 200);
    assert.equal((await site.end("SIGTERM")).code, 0);
  }
});

test("asked to stop, the site answers the request in flight before it leaves", async () => {
  const site = await startServer(settings);
  const unlock = await lockTable(data, "commune");
  const answer = fetch(`${site.address}/nulle-part`, { headers: { "user-agent": "promises" } });
  await pause(200);
  const ended = site.end("SIGTERM");
  await pause(200);
  await unlock();
  const whole = await answer;
  assert.equal(whole.status, 404);
  assert.ok((await whole.text()).endsWith("</html>"));
  assert.equal((await ended).code, 0);
});

test("a first start killed midway begins again", async () => {
  const half = dataFolder();
  mkdirSync(join(half.data, "postgres.new"), { recursive: true });
  const site = await startServer({ ...bareSettings, MAILLAGE_DATA: half.data });
  assert.equal((await site.end("SIGTERM")).code, 0);
  half.remove();
});

test("an ordinary account starts the site on a folder of its own", async (t) => {
  if (process.getuid?.() !== 0) return t.skip("this run is already an ordinary account");
  const own = dataFolder();
  mkdirSync(own.data, { mode: 0o700 });
  chownSync(own.data, 65534, 65534);
  const account = { uid: 65534, gid: 65534 };
  const site = await startServer({ ...bareSettings, MAILLAGE_DATA: own.data }, account);
  assert.equal((await fetch(`${site.address}/readyz`)).status, 200);
  const asRoot = await runCommand(["commune", "list"], { MAILLAGE_DATA: own.data });
  assert.equal(asRoot.code, 0, `root may run a command beside it: ${asRoot.err}`);
  const ended = await site.end("SIGTERM");
  assert.equal(ended.code, 0, ended.err);
  own.remove();
});

test("root starts the site in a folder only root may enter, which says where the database lives", async (t) => {
  if (process.getuid?.() !== 0) return t.skip("only root may do this");
  const closed = dataFolder();
  mkdirSync(closed.data);
  chmodSync(join(closed.data, ".."), 0o700);
  const here = { ...bareSettings, MAILLAGE_DATA: closed.data };
  const site = await startServer(here);
  assert.equal((await fetch(`${site.address}/readyz`)).status, 200);
  await site.end("SIGTERM");
  const told = readFileSync(join(closed.data, "LISEZ-MOI.txt"), "utf8");
  const apart = told.match(/\/var\/lib\/maillage\/cluster-[0-9a-f]+/)?.[0] ?? "";
  assert.ok(existsSync(join(apart, "PG_VERSION")));
  chmodSync(join(closed.data, ".."), 0o755);
  const again = await startServer(here);
  assert.ok(runningPostgres(apart), "found again once the folder is open");
  assert.equal(existsSync(join(closed.data, "postgres")), false);
  await again.end("SIGTERM");
  rmSync(apart, { recursive: true });
  closed.remove();
});

test("a folder closed after its first start is one sentence, never an empty site", async (t) => {
  if (process.getuid?.() !== 0) return t.skip("only root runs PostgreSQL under another account");
  chmodSync(join(data, ".."), 0o700);
  const refused = await runServer(settings);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /^Le compte qui fait tourner PostgreSQL ne peut plus entrer[^\n]*\n$/);
  chmodSync(join(data, ".."), 0o755);
});
