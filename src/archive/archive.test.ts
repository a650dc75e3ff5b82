import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import pg from "pg";
import { addCommune } from "../modules/communes/index.ts";
import { knownMigrations, migrate } from "../platform/db/migrate.ts";
import { openFiles } from "../platform/files.ts";
import { asOwner, dropDatabase } from "../testing/database.ts";
import { startExternalCluster } from "../testing/external-cluster.ts";
import { backup } from "./backup.ts";
import { content } from "./content.testing.ts";
import { restore } from "./restore.ts";
import { openSource, picture, pictureSha256, silent, type Source } from "./source.testing.ts";

let source: Source;
before(async () => (source = await openSource()));
after(() => source.close());

test("what is backed up comes back the same: every table, files, waiting work", async () => {
  const { report } = source;
  assert.equal(report.files, 3, "a picture, and two papers of the demonstration");
  const { receiver, fresh } = await source.emptyInstallation();
  const restored = await restore(receiver, source.archive, silent);
  assert.equal(restored.rows, report.rows);
  assert.equal(restored.files, 3);
  const copy = await content(fresh.ownerUrl);
  assert.deepEqual(copy, await content(source.site.ownerUrl));
  assert.equal(
    Object.values(copy).some((rows) => rows.length === 0),
    false,
  );
  assert.deepEqual(await receiver.files.read(pictureSha256), picture);
  const next = await addCommune(fresh.ownerUrl, { slug: "neuve", name: "Neuve", hosts: [] });
  assert.ok(next > source.site.otherCommuneId, "the next commune takes a number of its own");
  await fresh.drop();
});

test("what is backed up from the embedded PostgreSQL comes back in an installed one", async (t) => {
  const external = await startExternalCluster(source.folder, { fsync: "off" }).catch(
    (fault: Error) => fault,
  );
  if (external instanceof Error) return t.skip(external.message);
  const at = (role: "maillage_owner" | "maillage_app") => external.url(role, "maillage");
  const [ownerUrl, appUrl] = [at("maillage_owner"), at("maillage_app")];
  try {
    const admin = new pg.Client({ connectionString: external.url("maillage_owner", "postgres") });
    await admin.connect();
    await admin.query("create database maillage");
    await admin.end();
    await migrate(ownerUrl, appUrl);
    const files = openFiles(mkdtempSync(join(source.folder, "files-")));
    await restore({ ownerUrl, appUrl, files }, source.archive, silent);
    assert.deepEqual(await content(ownerUrl), await content(source.site.ownerUrl));
  } finally {
    await external.stop();
  }
});

test("a backup taken while the site writes is of one moment", async () => {
  const writing = new AbortController();
  const write = async () => {
    for (let n = 0; !writing.signal.aborted; n++)
      await source.site.database.write(source.site.communeId, async (tx) => {
        await tx
          .insertInto("district")
          .values({ name: `écrit ${n}`, slug: `ecrit-${n}` })
          .execute();
        await tx
          .insertInto("journal")
          .values({
            at: new Date(),
            actor_kind: "system",
            subject_kind: "ecrit",
            subject_id: String(n),
            action: "added",
          }) // prettier-ignore
          .execute();
      });
  };
  const writer = write();
  const during = join(source.folder, "pendant.tar.gz");
  await backup(source.site.ownerUrl, source.site.house.files.folder, during, silent);
  writing.abort();
  await writer;
  const { receiver, fresh } = await source.emptyInstallation();
  await restore(receiver, during, silent);
  const [counts] = await asOwner(fresh.name, async (client) => {
    const { rows } = await client.query<{ districts: number; lines: number }>(
      `select (select count(*)::int from district where slug like 'ecrit-%') as districts,
              (select count(*)::int from journal where subject_kind = 'ecrit') as lines`,
    );
    return rows;
  });
  assert.equal(counts?.districts, counts?.lines);
  await fresh.drop();
});

test("a file the disk has lost is said, and does not stop the backup", async () => {
  const report = await backup(source.site.ownerUrl, join(source.folder, "nowhere"), join(source.folder, "sans.tar.gz"), silent); // prettier-ignore
  assert.equal(report.files, 0);
  assert.ok(report.missing >= 1);
});

test("a database is brought to an earlier schema, then to this one, without losing a row", async () => {
  const [first = ""] = knownMigrations();
  const name = `test_upto_${process.pid}`;
  await asOwner("postgres", (client) => client.query(`create database ${name}`));
  const [ownerUrl, appUrl] = [source.site.ownerUrl, source.appUrl].map((url) =>
    url.replace(/\/[a-z0-9_]+\?/, `/${name}?`),
  ) as [string, string];
  await migrate(ownerUrl, appUrl, [first]);
  await asOwner(name, async (client) => {
    const { rows } = await client.query("select name from migration");
    assert.deepEqual(rows, [{ name: first }]);
    await client.query("insert into commune (slug, name) values ('ancienne', 'Ancienne')");
  });
  await migrate(ownerUrl, appUrl);
  await asOwner(name, async (client) => {
    const { rows } = await client.query<{ name: string }>("select name from migration order by 1");
    assert.deepEqual(
      rows.map((row) => row.name),
      knownMigrations(),
    );
    assert.equal((await client.query("select slug from commune")).rows[0]?.slug, "ancienne");
  });
  await dropDatabase(name);
});
