import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { queueMail } from "../../platform/mail.ts";
import { asOwner } from "../../testing/database.ts";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { record } from "../journal/index.ts";
import { askToEnter, giveAssociation, lastMail, president } from "./letters.testing.ts";
import { erasePerson } from "./personal-data.ts";
import { ensurePerson } from "./queries.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await giveAssociation(site);
});
after(() => site.close());

const asTheOwner = async <T>(work: Parameters<typeof asOwner<T>>[1]): Promise<T> => {
  const { rows } = await site.database.pool.query<{ name: string }>(
    "select current_database() as name",
  );
  return asOwner(rows[0]?.name ?? "", work);
};

/** Tables, in any schema, that hold a text anywhere in a row. */
const holding = (text: string): Promise<string[]> =>
  asTheOwner(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'graphile_worker') order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query(
        `select 1 from ${name} as line where position(lower($1) in lower(line::text)) > 0 limit 1`,
        [text],
      );
      if (rows.length) found.push(name);
    }
    return found;
  });

const by = () => ({ actor: { kind: "operator" as const }, at: site.clock.now() });
const marie = {
  email: "marie.dupre@valbrume.example",
  name: "Marie d’Hôtel & Dupré",
  phone: "06 99 88 77 66",
};

/** Someone whose name, address and phone are everywhere they may be. */
async function invitedEverywhere(): Promise<string> {
  await site.post(
    "/gestion/reglages/equipe/invitation",
    { name: marie.name, email: marie.email, roles: "referent" },
    { as: "administrator" },
  );
  await site.post((await lastMail(site, marie.email)).path, {});
  await askToEnter(site, marie.email);
  return site.database.write(site.communeId, async (tx) => {
    const id = await ensurePerson(tx, marie.email, marie.name);
    await tx
      .updateTable("person")
      .set({ phone: marie.phone })
      .where("person_id", "=", id)
      .execute();
    await record(tx, {
      ...by(),
      subject: { kind: "person", id },
      action: "person.edited",
      personal: (["name", "email", "phone"] as const).map((field) => ({
        about: { kind: "person", id },
        field,
        old: marie[field],
      })),
    });
    await queueMail(tx, {
      kind: "news",
      to: "quelqu.un@ici.example",
      replyTo: marie.email,
      subject: `Une réponse de ${marie.name}`,
      text: `${marie.name} (${marie.phone}, ${marie.email}) vous répond. Marier les genres.`,
      html: "<p>Marie d’Hôtel &amp; Dupré</p>",
    });
    return id;
  });
}

test("a job that waits holds nothing about anybody", async () => {
  await askToEnter(site, president);
  const jobs = await asTheOwner(
    async (client) =>
      (
        await client.query<{ line: string }>(
          "select j::text as line from graphile_worker._private_jobs j",
        )
      ).rows,
  );
  assert.ok(jobs.length > 0);
  for (const { line } of jobs) assert.doesNotMatch(line, /@|Jeanne/);
});

test("after erasing a person, nothing in the whole database holds their name, address or phone", async () => {
  const id = await invitedEverywhere();
  for (const value of [...Object.values(marie), "Hôtel &amp; Dupré"])
    assert.ok((await holding(value)).length > 0, `${value} is there before`);
  const outcome = await site.database.write(site.communeId, (tx) => erasePerson(tx, id, by()));
  assert.equal(outcome, "erased");
  for (const value of [...Object.values(marie), "Hôtel &amp; Dupré"])
    assert.deepEqual(await holding(value), [], value);
  const { text_body } = await lastMail(site, "quelqu.un@ici.example");
  assert.equal(text_body, "… (…, …) vous répond. Marier les genres.");
  const again = await site.database.write(site.communeId, (tx) => erasePerson(tx, id, by()));
  assert.equal(again, "unknown_person");
});

test("what other rooms hold goes in the same transaction, or nothing goes", async () => {
  const id = site.personId("president");
  const rooms = [{ erase: () => Promise.reject(new Error("a room failed")) }];
  await assert.rejects(
    site.database.write(site.communeId, (tx) => erasePerson(tx, id, { ...by(), rooms })),
    /a room failed/,
  );
  assert.ok((await holding("Jeanne Présidente")).includes("public.person"));
});

test("the last administrator is not erased", async () => {
  const id = site.personId("administrator");
  const outcome = await site.database.write(site.communeId, (tx) => erasePerson(tx, id, by()));
  assert.equal(outcome, "last_administrator");
  assert.equal((await site.get("/espace", { as: "administrator" })).status, 200);
});

test("a person of one commune is not erased from the other", async () => {
  const id = site.personId("elected");
  const outcome = await site.database.write(site.otherCommuneId, (tx) => erasePerson(tx, id, by()));
  assert.equal(outcome, "unknown_person");
});
