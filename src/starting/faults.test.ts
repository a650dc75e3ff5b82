import assert from "node:assert/strict";
import { chownSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { freshDatabase, type FreshDatabase } from "../testing/database.ts";
import {
  askOwner,
  bareSettings,
  dataFolder,
  endProcesses,
  runServer,
  startServer,
  type Ended,
} from "../testing/process.ts";

const { data, remove } = dataFolder();
let fresh: FreshDatabase;
before(async () => (fresh = await freshDatabase()));
after(async () => {
  endProcesses();
  await fresh.drop();
  remove();
});

/** One clear sentence in French on standard error, a failing exit code, nothing that only a builder reads. */
function oneSentence(ended: Ended, expected: RegExp): void {
  assert.equal(ended.code, 1);
  assert.match(ended.err, expected);
  assert.equal(ended.err.trim().split("\n").length, 1, ended.err);
  assert.doesNotMatch(ended.err, /\.[jt]s:\d+|^\s+at /m);
}

test("a busy port is one sentence that names it", async () => {
  const busy = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => busy.once("listening", resolve));
  const { port } = busy.address() as AddressInfo;
  oneSentence(
    await runServer({ PORT: String(port), MAILLAGE_DATA: data }),
    new RegExp(`port ${port} est déjà pris`),
  );
  busy.close();
});

test("a data folder that cannot be written is one sentence that names it", async () => {
  const file = join(data, "..", "un-fichier");
  writeFileSync(file, "");
  oneSentence(await runServer({ MAILLAGE_DATA: file }), /un-fichier ne peut pas être écrit/);
  oneSentence(await runServer({ MAILLAGE_DATA: join(file, "data") }), /ne peut pas être écrit/);
});

test("an ordinary account refuses a folder of someone else", async (t) => {
  if (process.getuid?.() !== 0) return t.skip("only root may change account");
  const closed = join(data, "..", "ferme");
  mkdirSync(closed, { mode: 0o755 });
  oneSentence(
    await runServer({ MAILLAGE_DATA: closed }, { uid: 65534, gid: 65534 }),
    /ferme ne peut pas être écrit/,
  );
});

test("a wrong value in the environment is one sentence that names the variable", async () => {
  oneSentence(await runServer({ PORT: "beaucoup", MAILLAGE_DATA: data }), /PORT/);
  oneSentence(await runServer({ PUBLIC_URL: "assos", MAILLAGE_DATA: data }), /PUBLIC_URL/);
  oneSentence(await runServer({ MAILLAGE_DEMO: "non", MAILLAGE_DATA: data }), /MAILLAGE_DEMO/);
  oneSentence(await runServer({ HOST: "198.51.100.1", MAILLAGE_DATA: data }), /198\.51\.100\.1/);
});

test("going live without a public address is refused", async () => {
  oneSentence(
    await runServer({ MAILLAGE_DEMO: "0", MAILLAGE_DATA: data }),
    /MAILLAGE_DEMO=0 demande PUBLIC_URL/,
  );
});

test("an external database asks for its two addresses, and both must answer", async () => {
  const nobody = "postgresql://maillage@127.0.0.1:9/maillage";
  oneSentence(await runServer({ DATABASE_URL: nobody, MAILLAGE_DATA: data }), /deux adresses/);
  oneSentence(
    await runServer({ DATABASE_URL: nobody, DATABASE_OWNER_URL: nobody, MAILLAGE_DATA: data }),
    /ne répond pas à DATABASE_OWNER_URL/,
  );
  oneSentence(
    await runServer({
      DATABASE_URL: nobody,
      DATABASE_OWNER_URL: fresh.ownerUrl,
      MAILLAGE_DATA: data,
    }),
    /ne répond pas à DATABASE_URL/,
  );
});

test("a runtime role that owns the tables or sees past the communes is refused, before anything is granted or taken away", async () => {
  const superuser = fresh.ownerUrl.replace("maillage_owner", "postgres");
  for (const risky of [fresh.ownerUrl, superuser])
    oneSentence(
      await runServer({
        DATABASE_URL: risky,
        DATABASE_OWNER_URL: fresh.ownerUrl,
        MAILLAGE_DATA: data,
      }),
      /Le rôle de DATABASE_URL/,
    );
  const site = await startServer({
    DATABASE_URL: fresh.appUrl,
    DATABASE_OWNER_URL: fresh.ownerUrl,
    MAILLAGE_DATA: data,
    ...bareSettings,
  });
  assert.equal((await site.end("SIGTERM")).code, 0);
});

test("a database newer than the code is refused, and PostgreSQL is not left running", async () => {
  const site = await startServer({ ...bareSettings, MAILLAGE_DATA: data });
  await askOwner(data, "insert into migration (name, checksum) values ('9999_future.sql', '')");
  assert.equal((await site.end("SIGTERM")).code, 0);
  oneSentence(await runServer({ MAILLAGE_DATA: data }), /plus récente que ce logiciel/);
  assert.throws(() => statSync(join(data, "postgres/postmaster.pid")));
});

test("a cluster of another account is refused", async (t) => {
  if (process.getuid?.() !== 0) return t.skip("only root may change account");
  const other = join(data, "..", "autre");
  mkdirSync(join(other, "postgres"), { recursive: true });
  chownSync(other, 65534, 65534);
  chownSync(join(other, "postgres"), 1, 1);
  oneSentence(
    await runServer({ MAILLAGE_DATA: other }, { uid: 65534, gid: 65534 }),
    /appartient à un autre compte/,
  );
  rmSync(other, { recursive: true });
});
