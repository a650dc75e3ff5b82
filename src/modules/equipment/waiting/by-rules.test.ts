import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { plain } from "../catalogue.testing.ts";
import { borrower, openHanding, own } from "../own/handing.testing.ts";

let world: Awaited<ReturnType<typeof openHanding>>;
before(async () => {
  world = await openHanding();
});
after(() => world.lending.site.close());

test("what an association lends by its rules is accepted at once to who waited for it too, and it is told", async () => {
  const { lending, acted, accepted } = world;
  const lent = await accepted("2");
  const pool = await lending.write(async (tx) => {
    await tx.updateTable("equipment_model").set({ decision: "rules" }).execute();
    return (await tx.selectFrom("equipment_pool").select("pool_id").executeTakeFirstOrThrow()).pool_id; // prettier-ignore
  });
  const joined = await acted("/materiel/attente", { du: "2026-11-27", au: "2026-11-30", pool, quantity: "1", purpose: "Fête" }, borrower); // prettier-ignore
  const waiting = joined.split("/").at(-1) ?? "";
  await acted(`${lent}/annulation`, {});
  await lending.site.runJobs();
  await acted(`/espace/prets/${waiting}/attente/acceptation`, { out: "1020", back: "1050" }, borrower); // prettier-ignore
  const loan = await lending.write((tx) => tx.selectFrom("loan").select(["state", "decided_how"]).where("loan_id", "=", waiting).executeTakeFirstOrThrow()); // prettier-ignore
  assert.deepEqual(loan, { state: "accepted", decided_how: "rules" });
  assert.match(await lending.seen(`${own}/demandes/${waiting}`, "president"), /Accepté/);
  const rows = await lending.write((tx) => tx.selectFrom("mail").select(["to_email as to", "text_body as text"]).where("kind", "=", "loan").execute()); // prettier-ignore
  const told = rows.map(({ to, text }) => plain(`${to} ${text}`));
  assert.ok(
    told.some((one) => /communication.*accept/i.test(one)),
    "who borrows",
  );
  assert.ok(
    told.some((one) => /president.*Lire ensemble/.test(one)),
    "who lends",
  );
});
