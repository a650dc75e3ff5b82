import assert from "node:assert/strict";
import { openStage } from "./stage.ts";
import { manners } from "./walker.ts";

const promise = openStage();
const tasks = 20;

promise(
  "an agent without time clears twenty reported errors, one glance and one tap each",
  manners,
  async ({ enter, site, browser, manner }) => {
    const listings = await site.database.write(site.communeId, async (tx) => {
      const rows = await tx
        .selectFrom("association")
        .select(["association_id as id", "name", "slug"])
        .where("listed", "=", true)
        .where("merged_into", "is", null)
        .orderBy("name_sort")
        .limit(tasks)
        .execute();
      await tx.deleteFrom("proposal").where("kind", "=", "error").execute();
      await tx
        .insertInto("proposal")
        .values(
          rows.map(({ id, name }, at) => ({
            kind: "error",
            association_id: id,
            name,
            body: "",
            topic: "schedule",
            proposed: JSON.stringify({ schedule: `Le mardi à ${at + 1} h, ${manner.words}` }),
            created_at: new Date(site.clock.now().getTime() - (tasks - at) * 60_000),
          })),
        )
        .execute();
      return rows;
    });
    assert.equal(listings.length, tasks);

    const agent = await enter("referent");
    await agent.open("/gestion/file?dans=tous.report");
    await agent.reads("20 choses vous attendent");
    await agent.follow("Commencer par la première");
    for (const [at, { name }] of listings.entries()) {
      assert.equal(await agent.title(), name);
      await agent.reads(`1 sur ${tasks - at}`);
      if (at === 0)
        assert.deepEqual(await browser.audit(agent.path(), "referent"), [], agent.path());
      if (at % 2 === 0) await agent.press("Accepter la correction");
      else await agent.press("Refuser : la fiche est juste");
    }
    assert.match(await agent.title(), /^La file du jour, pour tout le monde/);
    await agent.reads("Il ne reste rien dans votre file");
    await agent.reads("signalements ou propositions refusés");
    const said = await site.database.read(site.communeId, (tx) =>
      tx
        .selectFrom("association")
        .select("schedule")
        .where(
          "association_id",
          "in",
          listings.map(({ id }) => id),
        )
        .execute(),
    );
    const changed = said.filter(({ schedule }) => schedule?.includes(manner.words));
    assert.equal(changed.length, tasks / 2);
  },
);
