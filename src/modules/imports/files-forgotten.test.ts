import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { communeWork } from "../communes/jobs.ts";
import { importWork } from "./jobs.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

async function nights(): Promise<void> {
  for (const { task, run } of [...importWork(site.house), ...communeWork(site.house)])
    if (["forget_tried_imports", "sweep_files"].includes(task)) await run(site.communeId);
}

const upload = async (text: string, name: string): Promise<string> => {
  const form = new FormData();
  form.set("fichier", new File([text], name, { type: "text/csv" }));
  form.set("associations", "all");
  const sent = await site.upload("/gestion/imports", form, { as: "referent" });
  assert.equal(sent.status, 303);
  return site.database.read(site.communeId, async (tx) => {
    const rows = await tx.selectFrom("import").select(["file_sha256", "file_name"]).execute();
    return rows.find(({ file_name }) => file_name === name)?.file_sha256 ?? assert.fail();
  });
};

test("an imported file leaves the disk thirty days later, and no other file does", async () => {
  const old = await upload("Nom;Courriel\nChorale;jeanne@valbrume.example\n", "anciens.csv");
  const drawn = await site.house.files.keep(Buffer.from("une image"));
  await site.database.write(site.communeId, (tx) =>
    tx
      .insertInto("file")
      .values({ kind: "picture", content_type: "image/webp", sha256: drawn, bytes: 9 })
      .execute(),
  );
  const lost = await site.house.files.keep(Buffer.from("que rien ne nomme"));
  // Files bear the time of the disk.
  const start = Date.now();
  const day = (days: number) => site.clock.set(new Date(start + days * 86_400_000).toISOString());
  day(0);
  const young = await upload("Nom\nTricot\n", "nouveaux.csv");
  await nights();
  for (const sha256 of [drawn, lost, young]) assert.ok(await site.house.files.read(sha256));
  day(29);
  await nights();
  assert.ok(await site.house.files.read(young));
  assert.equal(await site.house.files.read(lost), undefined);
  assert.equal(await site.house.files.read(old), undefined);
  day(31);
  await nights();
  assert.equal(await site.house.files.read(young), undefined);
  assert.ok(await site.house.files.read(drawn));
});
