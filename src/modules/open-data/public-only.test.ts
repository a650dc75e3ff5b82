import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { publish } from "../communes/index.ts";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { noteChanges } from "./active/noting.ts";
import { openDataRoutes } from "./index.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

test("nothing of what is hidden leaves: unlisted associations, hidden contacts and seats, drafts", async () => {
  await site.database.write(site.communeId, async (tx) => {
    const hidden = { seat_street: "1 rue SECRETE", seat_public: false };
    const rows = await tx
      .insertInto("association")
      .values([
        { slug: "vue", name: "Club visible", name_sort: "vue", ...hidden },
        { slug: "cachee", name: "Club SECRET", name_sort: "cachee", listed: false, ...hidden },
      ])
      .returning(["association_id", "slug"])
      .execute();
    const [seen, unseen] = rows.map((row) => row.association_id);
    await tx
      .insertInto("association_contact")
      .values([
        {
          association_id: seen ?? "",
          position: 1,
          name: "Jeanne SECRETE",
          role: "Rôle SECRET",
          email: "secret@exemple.fr",
          phone: "02 99 99 99 99",
        },
        {
          association_id: seen ?? "",
          position: 2,
          name: "Anne SECRETE",
          email: "montre@exemple.fr",
          email_public: true,
        },
        {
          association_id: seen ?? "",
          position: 3,
          name: "Lou Visible",
          phone: "02 88 88 88 88",
          name_public: true,
        },
      ])
      .execute();
    const common = {
      kind: "regular",
      season: 2026,
      source: "agent",
      contact_name: "Paul SECRET",
    } as const;
    await tx
      .insertInto("activity")
      .values([
        {
          ...common,
          association_id: seen ?? "",
          slug: "brouillon",
          title: "Brouillon SECRET",
          state: "draft",
        },
        {
          ...common,
          association_id: seen ?? "",
          slug: "arretee",
          title: "Arrêtée SECRET",
          state: "stopped",
          stopped_on: "2026-09-02",
        },
        {
          ...common,
          association_id: seen ?? "",
          slug: "passee",
          title: "Saison passée SECRET",
          state: "published",
          season: 2024,
        },
        {
          ...common,
          association_id: unseen ?? "",
          slug: "dissimulee",
          title: "Dissimulée SECRET",
          state: "published",
        },
        {
          ...common,
          association_id: seen ?? "",
          slug: "publiee",
          title: "Poterie",
          state: "published",
        },
      ])
      .execute();
    await publish(tx);
  });
  await noteChanges(site.house, site.communeId);
  const everything: string[] = [];
  for (const { path } of openDataRoutes) {
    if (path.includes(":") || path.endsWith(".xlsx")) continue;
    const answer = await site.get(path);
    assert.equal(answer.status, 200, path);
    assert.doesNotMatch(answer.html, /secret|99 99 99|88 88 88/i, path);
    everything.push(answer.html);
  }
  for (const shown of ["Club visible", "montre@exemple.fr", "Lou Visible", "Poterie"])
    assert.ok(
      everything.some((one) => one.includes(shown)),
      shown,
    );
});
