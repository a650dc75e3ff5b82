import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { projectRoot } from "../../../platform/config.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { imported, registryDump } from "../import-files.testing.ts";
import { registryDesk } from "./registry.testing.ts";

const samples = process.env["MAILLAGE_SAMPLES"] ?? join(projectRoot, "../shared/data");
const waldec = join(samples, "rna_waldec_sample.csv");
const old = join(samples, "rna_import_sample.csv");

let site: TestSite;
let desk: ReturnType<typeof registryDesk>;
before(async () => {
  site = await openTestSite();
  desk = registryDesk(site);
});
after(() => site.close());

function promise(title: string, check: () => Promise<void>): void {
  test(title, async (t) => {
    if (existsSync(samples)) await check();
    else t.skip("the folder of real files is absent");
  });
}

promise("725 real lines for a commune that knows none of them: nothing is ours", async () => {
  const { counts } = await desk.read(waldec);
  assert.deepEqual([counts.lines, counts.kept], [725, 0]);
});

promise("once known, the same real files propose nothing", async () => {
  await imported(site, old);
  await imported(site, waldec);
  await site.database.write(site.communeId, (tx) =>
    sql`delete from registry_batch`.execute(tx).then(() => undefined),
  );
  const { id, counts } = await desk.read(waldec);
  assert.equal(counts.lines, 725);
  assert.ok(counts.kept > 700, `${counts.kept} kept`);
  const left = await desk.proposals(id);
  assert.deepEqual(left.map(({ name, field, old: was, now }) => ({ name, field, was, now })), []); // prettier-ignore
  assert.equal((await desk.read(old)).counts.lines, 385);
});

promise(
  "records that lag behind are brought up to date all at once, and the whole taken back",
  async () => {
    await site.database.write(site.communeId, async (tx) => {
      await sql`delete from registry_batch`.execute(tx);
      await sql`
      update association set state = 'active', state_on = null, state_source = null
      where state = 'ceased' and provenance -> 'state' ->> 'source' = 'registry'`.execute(tx);
      await sql`update association set aims = 'Autre chose' where aims is not null`.execute(tx);
    });
    const before = await registryDump(site);
    const { id, counts } = await desk.read(waldec);
    assert.ok((counts.ceased ?? 0) > 50, `${counts.ceased} ceased`);
    assert.ok((counts.aims ?? 0) > 400, `${counts.aims} aims`);
    assert.equal((await desk.answer(id, "acceptation", { all: "yes" })).status, 303);
    assert.deepEqual(await desk.proposals(id), []);
    assert.equal((await desk.answer(id, "annulation", {})).status, 303);
    assert.equal(await registryDump(site), before);
  },
);

promise(
  "a commune of the sample receives its own associations, alive, by their INSEE code",
  async () => {
    const elsewhere = registryDesk(site, site.otherCommuneId);
    await site.database.write(site.otherCommuneId, (tx) =>
      tx.updateTable("commune").set({ name: "Toulouse", insee: "31555" }).execute(),
    );
    const { id, counts } = await elsewhere.read(waldec);
    assert.ok(counts.kept > 0);
    const added = await elsewhere.proposals(id);
    assert.ok(added.length > 0 && added.every(({ kind }) => kind === "new"));
    assert.equal(added.length, counts.new);
  },
);
