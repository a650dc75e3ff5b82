import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { wordsOf } from "../../../app.ts";
import { asOwner } from "../../../testing/database.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { lastMail } from "../letters.testing.ts";
import { grantRole, rolesOf } from "../queries.ts";
import { inviteStaff, type From } from "./inviting.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const administrators = () =>
  site.database.read(site.communeId, (tx) =>
    tx.selectFrom("staff_role").selectAll().where("role", "=", "administrator").execute(),
  );
const promote = (personId: string) =>
  site.database.write(site.communeId, (tx) => grantRole(tx, personId, "administrator"));

test("two administrators who remove each other at once leave one of them", async () => {
  const [one, two] = [site.personId("administrator"), site.personId("referent")];
  for (let round = 0; round < 8; round++) {
    await promote(one);
    await promote(two);
    const [first, second] = await Promise.all([
      site.post(
        `/gestion/reglages/equipe/${two}`,
        { roles: ["referent"] },
        { as: "administrator" },
      ),
      site.post(`/gestion/reglages/equipe/${one}`, { roles: ["elected"] }, { as: "referent" }),
    ]);
    assert.equal((await administrators()).length, 1);
    const refused = [first, second].find(({ status }) => status !== 303);
    assert.ok(refused, "one of them is refused");
    assert.ok([403, 422].includes(refused.status));
    if (refused.status === 422) assert.match(refused.html, /dernière personne qui administre/);
  }
});

test("removals that meet inside the database are refused by its name, not lost", async () => {
  const [one, two] = [site.personId("administrator"), site.personId("referent")];
  await promote(one);
  await promote(two);
  const remove = (personId: string) =>
    site.database.write(site.communeId, async (tx) => {
      await tx
        .deleteFrom("staff_role")
        .where("person_id", "=", personId)
        .where("role", "=", "administrator")
        .execute();
      await new Promise((resolve) => setTimeout(resolve, 150));
    });
  const outcomes = await Promise.allSettled([remove(one), remove(two)]);
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  const refused = outcomes.find(({ status }) => status === "rejected") as PromiseRejectedResult;
  assert.equal(
    (refused.reason as { constraint: string }).constraint,
    "staff_role_administrator_kept",
  );
  assert.equal((await administrators()).length, 1);
});

test("a commune that leaves takes its administrators with it", async () => {
  const { name } = (
    await site.database.pool.query<{ name: string }>("select current_database() as name")
  ).rows[0] ?? { name: "" };
  await asOwner(name, (client) =>
    client.query("delete from commune where commune_id = $1", [site.otherCommuneId]),
  );
});

const from = (): From => ({
  t: wordsOf("fr"),
  lang: "fr",
  siteName: "Les associations de Valbrume",
  origin: "https://assos.valbrume.example",
  actor: { kind: "operator" },
  at: site.clock.now(),
});
const operatorInvites = (email: string, again = false) =>
  site.database.write(site.communeId, (tx) =>
    inviteStaff(tx, { name: "Léa", email, roles: ["administrator"] }, from(), { again }),
  );

test("the operator's invitation gives the absolute link to print, and the mail holds the same", async () => {
  const outcome = await operatorInvites(" Lea@Valbrume.example");
  assert.ok("link" in outcome);
  assert.match(outcome.link, /^https:\/\/assos\.valbrume\.example\/invitation\/[\w-]{43}$/);
  const mail = await lastMail(site, "lea@valbrume.example");
  assert.ok(outcome.link.endsWith(mail.path));
  assert.deepEqual(await operatorInvites("lea@valbrume.example"), { refused: "already_invited" });
});

test("the operator lets someone back in, invited or already there, when no mail leaves", async () => {
  const first = await operatorInvites("lea@valbrume.example", true);
  assert.ok("link" in first);
  const path = new URL(first.link).pathname;
  assert.equal((await site.post(path, {})).location, "/gestion");
  assert.deepEqual(await operatorInvites("lea@valbrume.example"), { refused: "already_staff" });
  const back = await operatorInvites("lea@valbrume.example", true);
  assert.ok("link" in back);
  assert.equal((await site.post(new URL(back.link).pathname, {})).location, "/gestion");
  const held = await site.database.read(site.communeId, async (tx) => {
    const lea = await tx
      .selectFrom("person")
      .select("person_id")
      .where("email", "=", "lea@valbrume.example")
      .executeTakeFirstOrThrow();
    return rolesOf(tx, lea.person_id);
  });
  assert.deepEqual(held, ["administrator"]);
});
