import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { plain } from "../catalogue.testing.ts";
import { borrower, openHanding } from "./handing.testing.ts";

let world: Awaited<ReturnType<typeof openHanding>>;
before(async () => (world = await openHanding()));
after(() => world.lending.site.close());

test("late with what an association lends, one is told to talk to it, by its name, and not to the town hall", async () => {
  const { lending, accepted } = world;
  const id = (await accepted("1")).split("/").at(-1) ?? "";
  await lending.write((tx) => tx.updateTable("loan").set({ state: "out", out_at: lending.site.clock.now() }).where("loan_id", "=", id).execute()); // prettier-ignore
  lending.site.clock.set("2026-12-02T09:00:00Z");
  const longer = (lang = "") => lending.site.get(`${lang}/espace/prets/${id}/prolongation?au=2026-12-04`, { as: borrower }); // prettier-ignore
  const page = await longer();
  assert.equal(page.status, 422);
  assert.match(plain(page.html), /Ce prêt est en retard\. Pour convenir d’un jour, écrivez à l’association qui prête, ou appelez-la : Canoë pour tous/); // prettier-ignore
  assert.doesNotMatch(plain(page.html), /appelez la commune/);
  assert.match(plain((await longer("/uk")).html), /зателефонуйте асоціації.*Canoë pour tous/);
});
