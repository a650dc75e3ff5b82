import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { post } from "../../../platform/http/ask.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { TestSite } from "../../../testing/site.ts";
import { keepingDirectoryTrue } from "../jobs.ts";
import { openFilledSite } from "../quality/filled-site.ts";
import { searchDirectory, searchPublicly } from "./ask.ts";
import { refreshStale } from "./refresh.ts";
import { toolsOf } from "./tools.ts";
import { anyone } from "../../../platform/http/person.ts";

let site: TestSite;
before(async () => (site = await openFilledSite()));
after(() => site.close());

const found = (text: string, communeId = site.communeId) =>
  site.database.read(communeId, async (tx) =>
    (await searchDirectory(tx, { text })).lines.map((line) => line.slug),
  );

const act = (work: (tx: Tx) => Promise<unknown>) => site.database.write(site.communeId, work);

const added = (slug: string, name: string) => (tx: Tx) =>
  tx
    .insertInto("association")
    .values({
      association_id: randomUUID(),
      slug,
      name,
      name_sort: name,
      aims: "Rien de plus.",
    })
    .execute();

test("what another room adds is found as soon as the waiting job has run", async () => {
  await act(added("les-zygomatiques", "Les Zygomatiques"));
  assert.deepEqual(await found("zygomatiques"), []);
  await site.runJobs();
  assert.deepEqual(await found("zygomatiques"), ["les-zygomatiques"]);
  await act((tx) => tx.deleteFrom("association").where("slug", "=", "les-zygomatiques").execute());
  assert.deepEqual(await found("zygomatiques"), []);
});

test("what a form of any room changes is found right after its commit, without waiting for a job", async () => {
  const [route] = keepingDirectoryTrue(
    [
      post("/essai", anyone, async (ask) => {
        await added("les-patineurs", "Les Patineurs sur glace")(ask.tx);
        return { status: 303, headers: { location: "/" }, body: undefined };
      }),
    ],
    [],
  );
  await act(async (tx) => route?.handle({ tx, house: site.house } as never));
  assert.deepEqual((await found("patineur")).slice(0, 1), ["les-patineurs"]);
});

test("renaming a place or a district, moving, confirming, unlisting: each reaches the documents concerned", async () => {
  await act((tx) =>
    sql`update place set name = 'Palais des Courants' where name = 'Maison des associations'`.execute(
      tx,
    ),
  );
  await act((tx) =>
    sql`update district set name = 'Faubourg Zanzibar' where slug = 'la-gare'`.execute(tx),
  );
  await act((tx) =>
    tx
      .updateTable("association")
      .set({ listed: false })
      .where("slug", "=", "fil-en-main")
      .execute(),
  );
  await site.runJobs();
  assert.ok((await found("palais courants")).length > 0);
  assert.ok((await found("zanzibar")).length > 0);
  assert.ok(!(await found("couture")).includes("fil-en-main"));
  const { rows } = await site.database.read(site.communeId, (tx) =>
    sql<{ n: number }>`select count(*)::integer as n from search_stale`.execute(tx),
  );
  assert.equal(rows[0]?.n, 0);
});

test("a transaction that holds an association delays neither an agent nor the others' documents", async () => {
  await act((tx) =>
    sql`update association set aims = 'Girouettes.' where slug in ('flow-de-loire', 'pas-de-loire')`.execute(
      tx,
    ),
  );
  await act(async (holding) => {
    await sql`select 1 from association where slug = 'flow-de-loire' for update`.execute(holding);
    const done = await site.database.aside(site.communeId, (tx) =>
      refreshStale(tx, toolsOf(site.house, []), 50),
    );
    assert.equal(done, 1);
  });
  await site.runJobs();
  assert.equal((await found("girouettes")).length, 2);
});

test("a rolled back change leaves nothing to do", async () => {
  await assert.rejects(
    act(async (tx) => {
      await added("fantomes", "Les Fantômes")(tx);
      throw new Error("no");
    }),
  );
  await site.runJobs();
  assert.deepEqual(await found("fantomes"), []);
});

test("a search sees its own commune only, whatever is asked", async () => {
  assert.deepEqual(await found("judo", site.otherCommuneId), []);
  await site.database.write(site.otherCommuneId, async (tx) => {
    await added("judo-ailleurs", "Judo d'Ailleurs")(tx);
  });
  await site.runJobs();
  assert.deepEqual(await found("judo", site.otherCommuneId), ["judo-ailleurs"]);
  assert.ok(!(await found("judo")).includes("judo-ailleurs"));
  // Asked alone, in turns on the same few connections.
  for (let turn = 0; turn < 12; turn++) {
    const communeId = turn % 2 ? site.communeId : site.otherCommuneId;
    const alone = await searchPublicly(site.database, communeId, { text: "judo" });
    const slugs = alone.lines.map(({ slug }) => slug);
    assert.deepEqual(slugs, await found("judo", communeId));
  }
  const forged = {
    concepts: [
      {
        word: "judo",
        stem: `judo'|${site.communeId}~judo`,
        soft: 0,
        others: [],
        compounds: [],
        near: [],
        sound: "",
      },
    ],
    runs: [],
    key: "",
    acronym: "",
    offset: 0,
    size: 20,
  };
  const seen = await site.database
    .read(site.otherCommuneId, (tx) =>
      sql<{
        f: { lines: { slug: string }[] };
      }>`select search_directory(${JSON.stringify(forged)}::jsonb) as f`.execute(tx),
    )
    .catch(() => undefined);
  assert.ok(!seen || seen.rows[0]?.f.lines.every((line) => line.slug === "judo-ailleurs"));
  await assert.rejects(
    sql`select search_directory('{"concepts": []}'::jsonb)`.execute(site.database.outside),
    /needs a commune/,
  );
});
