import assert from "node:assert/strict";
import type { Tx } from "../../../platform/db/database.ts";
import { openTestSite } from "../../../testing/site.ts";
import { registryOf } from "../registry.testing.ts";
import { membersOf } from "./queries.ts";

/** A site with one association whose president is responsible, and whose contact reads mail. */
export async function openClub() {
  const site = await openTestSite();
  const here = <T>(work: (tx: Tx) => Promise<T>) => site.database.write(site.communeId, work);
  const registry = registryOf(site);
  const id = await registry.created("Chorale du Pont");
  await here(async (tx) => {
    await tx
      .insertInto("association_contact")
      .values({ association_id: id, name: "Odette Pont", email: "Odette@pont.example" })
      .execute();
    await tx
      .insertInto("association_member")
      .values({ association_id: id, person_id: site.personId("president"), role: "owner" })
      .execute();
  });
  const cookies = new Map<string, string>();
  const club = {
    site,
    here,
    registry,
    id,
    space: `/espace/fiches/${id}`,
    desk: `/gestion/associations/${id}`,
    slug: "chorale-du-pont",
    people: () => here((tx) => membersOf(tx, id)),
    roles: async () =>
      Object.fromEntries((await club.people()).map(({ email, role }) => [email, role])),
    /** Mails to an address, in no order. */
    mails: (to: string) =>
      here((tx) => tx.selectFrom("mail").selectAll().where("to_email", "=", to).execute()),
    /** The path of the link of the one letter of access an address has that still opens. */
    access: async (to: string): Promise<string> => {
      for (const mail of await club.mails(to)) {
        const path = /valbrume\.test(\/acces\/[\w-]+)/.exec(mail.text_body)?.[1];
        if (path && (await site.get(path)).status === 200) return path;
      }
      return assert.fail(`no live link for ${to}`);
    },
    /** Follows the link an address received; they are signed in from then on. */
    enters: async (to: string, name: string) => {
      const answer = await site.post(await club.access(to), { name, _key: crypto.randomUUID() });
      assert.equal(answer.status, 303, answer.html);
      cookies.set(to, (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "");
      return answer;
    },
    as: (email: string) => ({ headers: { cookie: cookies.get(email) ?? "" } }),
    /** Invites someone as the president does, and lets them in. */
    joins: async (email: string, name: string, role: string, topics: string[] = []) => {
      const asked = { name, email, role, topics };
      const sent = await site.post(`${club.space}/personnes/invitation`, asked, {
        as: "president",
      });
      assert.equal(sent.status, 303, sent.html);
      await club.enters(email, name);
    },
  };
  return club;
}
