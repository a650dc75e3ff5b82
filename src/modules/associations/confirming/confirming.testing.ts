import assert from "node:assert/strict";
import type { Tx } from "../../../platform/db/database.ts";
import { openTestSite, testStart } from "../../../testing/site.ts";
import { createAssociation } from "../record/create.ts";

/** A site with one association, its contact who reads mail, an owner, a reader, and a page seen 42 times. */
export async function openChoir() {
  const site = await openTestSite();
  const here = <T>(work: (tx: Tx) => Promise<T>) => site.database.write(site.communeId, work);
  const id = await here(async (tx) => {
    const origin = {
      source: "hand" as const,
      at: new Date(testStart),
      actor: { kind: "person" as const, id: site.personId("referent") },
    };
    const { id } = await createAssociation(tx, { name: "Chorale du Pont" }, origin);
    await tx
      .updateTable("association")
      .set({ prices: "10 € par mois", schedule: "Le mardi à 20 h" })
      .where("association_id", "=", id)
      .execute();
    await tx
      .insertInto("association_contact")
      .values({
        association_id: id,
        position: 1,
        name: "Odette Pont",
        email: "odette@pont.example",
        phone: "+33241000001",
      })
      .execute();
    await tx
      .insertInto("association_member")
      .values([
        { association_id: id, person_id: site.personId("president"), role: "owner" },
        { association_id: id, person_id: site.personId("elected"), role: "reader" },
      ])
      .execute();
    await tx
      .insertInto("visit_count")
      .values({
        day: "2026-09-01",
        page_kind: "association",
        channel: "site",
        subject_id: id,
        views: 42,
      })
      .execute();
    return id;
  });

  return {
    site,
    id,
    here,
    /** What was confirmed so far. */
    confirmations: () =>
      here((tx) =>
        tx
          .selectFrom("confirmation")
          .select(["section", "by_kind", "how"])
          .where("association_id", "=", id)
          .orderBy("confirmed_at")
          .orderBy("section")
          .execute(),
      ),
    /** The public page as it is now, and not as it was kept an instant before. */
    publicPage: async () =>
      (await site.get(`/associations/chorale-du-pont?n=${crypto.randomUUID()}`)).html,
    /** Letters sent to the contact so far. */
    letters: async () =>
      (await here((tx) => tx.selectFrom("mail").select("to_email").execute())).filter(
        ({ to_email }) => to_email === "odette@pont.example",
      ).length,
    /** Asks for a confirmation by mail, as an agent does; gives the path of its link. */
    askedByMail: async (): Promise<{ path: string; text: string }> => {
      const asked = await site.post(
        `/gestion/associations/${id}/confirmation/demande`,
        { _key: crypto.randomUUID() },
        { as: "referent" },
      );
      assert.equal(asked.status, 303);
      const mail = await here((tx) =>
        tx
          .selectFrom("mail")
          .select(["text_body", "to_email"])
          .where("kind", "=", "confirmation")
          .orderBy("created_at", "desc")
          .orderBy("mail_id")
          .execute(),
      );
      const latest = mail[0];
      assert.equal(latest?.to_email, "odette@pont.example");
      const path = /http:\/\/valbrume\.test(\/confirmer\/[\w-]+)/.exec(latest.text_body)?.[1] ?? "";
      assert.ok(path);
      return { path, text: latest.text_body };
    },
  };
}
