import assert from "node:assert/strict";
import test from "node:test";
import { addCommune } from "../../modules/communes/index.ts";
import { freshDatabase } from "../../testing/database.ts";

test("a database that is closed keeps no connection, whether or not anything was asked outside of a commune", async () => {
  const { database, ownerUrl, drop } = await freshDatabase();
  const commune = await addCommune(ownerUrl, { slug: "ici", name: "Ici", hosts: ["127.0.0.1"] });
  await database.write(commune, async (tx) => void (await tx.selectFrom("loan").selectAll().execute())); // prettier-ignore
  assert.equal(database.pool.totalCount, 1);
  await drop();
  assert.equal(database.pool.totalCount, 0);
});
